"""Declared-synthetic residents of Jambi: nobody here is real."""

from rekam.population.declaration import DECLARATION, declared_synthetic
from rekam.population.figures import Figures
from rekam.population.mother import with_mothers
from rekam.population.plan import VillagePlan
from rekam.population.population import Population
from rekam.population.resident import COLUMNS, Resident
from rekam.population.spelling_variant import variant_spelling
from rekam.population.twist import second_identity, with_wrong_nik

__all__ = [
    "COLUMNS",
    "DECLARATION",
    "Figures",
    "Population",
    "Resident",
    "VillagePlan",
    "declared_synthetic",
    "second_identity",
    "variant_spelling",
    "with_mothers",
    "with_wrong_nik",
]
