"""The code lists of the forms that rules depend on (form F-1.01, Permendagri 109/2019)."""

from collections.abc import Mapping
from types import MappingProxyType

RELIGION: Mapping[str, str] = MappingProxyType(
    {
        "1": "Islam",
        "2": "Kristen",
        "3": "Katolik",
        "4": "Hindu",
        "5": "Buddha",
        "6": "Khonghucu",
        "7": "Kepercayaan terhadap Tuhan YME",
    }
)
"""List ``agama``."""

MARITAL_STATUS: Mapping[str, str] = MappingProxyType(
    {"1": "Belum Kawin", "2": "Kawin", "3": "Cerai Hidup", "4": "Cerai Mati"}
)
"""List ``status_kawin``."""

RELATION: Mapping[str, str] = MappingProxyType(
    {
        "1": "Kepala Keluarga",
        "2": "Suami",
        "3": "Istri",
        "4": "Anak",
        "5": "Menantu",
        "6": "Cucu",
        "7": "Orang Tua",
        "8": "Mertua",
        "9": "Famili Lain",
        "10": "Pembantu",
        "11": "Lainnya",
    }
)
"""List ``shdk``: relation to the head of the family."""

BLOOD_TYPES = frozenset({"A", "B", "AB", "O", "A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-", "-"})
"""Values of list ``golongan_darah``, ``-`` for "Tidak Tahu"."""

OCCUPATIONS = frozenset(str(number) for number in range(1, 89))
"""Codes of list ``pekerjaan``."""

NATIONALITIES = frozenset({"WNI", "WNA"})
