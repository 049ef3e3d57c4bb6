"""Regions: codes of 2017 and 2025, hierarchy, search, outlines, published figures."""

from rekam.place.code import cut_to, dotted, level_of, parent_of, plain
from rekam.place.figure import PublishedCertificates, PublishedCoverage, RegionPopulation
from rekam.place.gazetteer import Gazetteer
from rekam.place.level import Kind, Level
from rekam.place.outline import Outline, OutlineSet
from rekam.place.point import Point, Points
from rekam.place.region import Region
from rekam.place.search import Found
from rekam.place.succession import Change, Succession

__all__ = [
    "Change",
    "Found",
    "Gazetteer",
    "Kind",
    "Level",
    "Outline",
    "OutlineSet",
    "Point",
    "Points",
    "PublishedCertificates",
    "PublishedCoverage",
    "Region",
    "RegionPopulation",
    "Succession",
    "cut_to",
    "dotted",
    "level_of",
    "parent_of",
    "plain",
]
