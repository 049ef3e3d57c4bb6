"""What every template of the centre may name: tables of words, one module of each room.

A table stands here as ``name: {key: Indonesian}``; a template says ``{{ t(name[key]) }}``.
"""

from collections.abc import Mapping

WORDS: dict[str, Mapping[str, str]] = {}
