"""Data packed into the distribution: regions, outlines, figures, code lists, name tokens."""

from rekam.edge.packed.figure_file import (
    code_list,
    district_populations,
    name_tokens,
    population_figures,
    populations,
    published_certificates,
    published_coverage,
)
from rekam.edge.packed.region_file import centres, gazetteer, outlines

__all__ = [
    "centres",
    "code_list",
    "district_populations",
    "gazetteer",
    "name_tokens",
    "outlines",
    "population_figures",
    "populations",
    "published_certificates",
    "published_coverage",
]
