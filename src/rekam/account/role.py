from enum import Enum


class Role(Enum):
    """Who signs in; the value is stored and shown through ``ROLE_WORDS``."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    REGENCY = "regency"
    PROVINCE = "province"
    CENTRE = "centre"
    ADJUDICATOR = "adjudicator"
    DEPOT = "depot"


ROLE_WORDS: dict[Role, tuple[str, str]] = {
    Role.OPERATOR: ("Operator kecamatan", "Sub-district operator"),
    Role.SUPERVISOR: ("Penyelia kecamatan", "Sub-district supervisor"),
    Role.REGENCY: ("Dinas kabupaten/kota", "Regency office"),
    Role.PROVINCE: ("Dinas provinsi", "Provincial office"),
    Role.CENTRE: ("Pusat", "Centre"),
    Role.ADJUDICATOR: ("Ajudikator", "Adjudicator"),
    Role.DEPOT: ("Gudang alat", "Device depot"),
}
"""Indonesian and English name of each role."""
