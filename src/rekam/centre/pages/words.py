"""What every template of the centre may name: tables of words, one module of each room.

A table stands here as ``name: {key: Indonesian}``; a template says ``{{ t(name[key]) }}``.
"""

from collections.abc import Mapping

from rekam.centre.pages.birth import words as birth
from rekam.centre.pages.connection import words as connection
from rekam.centre.pages.coverage import words as coverage
from rekam.centre.pages.directive import words as directive
from rekam.centre.pages.fleet.told import WORDS as FLEET_WORDS
from rekam.centre.pages.obstacle import words as obstacle
from rekam.centre.pages.power import words as power
from rekam.centre.pages.report import words as report
from rekam.centre.pages.statement import words as statement

WORDS: dict[str, Mapping[str, str]] = {
    **FLEET_WORDS,
    **birth.WORDS,
    **connection.WORDS,
    **coverage.WORDS,
    **directive.WORDS,
    **obstacle.WORDS,
    **power.WORDS,
    **report.WORDS,
    **statement.WORDS,
}
