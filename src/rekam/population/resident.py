from dataclasses import dataclass

from rekam.person import Biodata

COLUMNS = (
    "nik", "kk", "name", "sex", "birth_place", "birth_date", "blood_type", "address", "rt", "rw", "village",
    "religion", "marital_status", "occupation", "nationality", "relation", "obliged", "recorded", "certificate",
)  # fmt: skip
"""Columns of `Population.rows`, in order: the fields of `Biodata`, then those of `Resident`."""


@dataclass(frozen=True, slots=True)
class Resident:
    """A made-up resident.

    Attributes:
        biodata: What the register says.
        relation: Code of list ``shdk``: relation to the head of the family.
        obliged: Whether obliged to hold a card on the population's day.
        recorded: Whether recorded before that day.
        certificate: Whether a birth certificate is registered; drawn for the ages 0-18, for which
            figures exist, and False above.
    """

    biodata: Biodata
    relation: str
    obliged: bool
    recorded: bool
    certificate: bool
