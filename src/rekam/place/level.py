from enum import IntEnum, StrEnum


class Level(IntEnum):
    """Level of a region in the Ministry of Home Affairs' code list."""

    PROVINCE = 1
    REGENCY = 2
    DISTRICT = 3
    VILLAGE = 4


class Kind(StrEnum):
    """What a region is called in law; the value is the word that stands before its name."""

    PROVINCE = "Provinsi"
    REGENCY = "Kabupaten"
    CITY = "Kota"
    DISTRICT = "Kecamatan"
    URBAN_VILLAGE = "Kelurahan"
    VILLAGE = "Desa"
    CUSTOMARY_VILLAGE = "Desa Adat"


KINDS: tuple[Kind, ...] = tuple(Kind)
"""Order in which packed columns number the kinds; append only."""
