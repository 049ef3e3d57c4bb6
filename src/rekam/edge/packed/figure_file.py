from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from rekam.edge.packed.file import table
from rekam.person import NameToken
from rekam.place import Point, PublishedCertificates, PublishedCoverage, RegionPopulation

if TYPE_CHECKING:
    from rekam.population import Figures


@lru_cache(maxsize=1)
def populations() -> Mapping[str, RegionPopulation]:
    """Men, women, area and centre of 38 provinces and 514 regencies, by code (``0``: the country)."""
    return MappingProxyType(
        {
            row["kode"]: RegionPopulation(
                code=row["kode"],
                men=int(row["laki_laki"]),
                women=int(row["perempuan"]),
                area_km2=_number(row["luas_km2"]),
                centre=Point(float(row["lat"]), float(row["lng"])) if row["lat"] else None,
            )
            for row in table("populations")
        }
    )


@lru_cache(maxsize=1)
def district_populations() -> Mapping[str, int]:
    """Residents of the 24 districts of Merangin in 2010, by code: the only ones under a clear licence."""
    return MappingProxyType({row["kode"]: int(row["total"]) for row in table("merangin_2010")})


@lru_cache(maxsize=1)
def published_coverage() -> tuple[PublishedCoverage, ...]:
    """Coverage figures printed between 2013 and 2019, by day and code, contradictions and all."""
    return tuple(
        PublishedCoverage(
            day=date.fromisoformat(row["tanggal"]),
            code=row["kode"],
            name=row["wilayah"],
            population=_whole(row["penduduk"]),
            obliged=_whole(row["wajib_ktp"]),
            recorded=_whole(row["sudah_rekam"]),
            missing=_whole(row["belum_rekam"]),
            reported_percent=_number(row["persen_dilaporkan"]),
            computed_percent=_number(row["persen_hitung"]),
            source=row["sumber"],
            remark=row["catatan"],
        )
        for row in table("published_coverage")
    )


@lru_cache(maxsize=1)
def published_certificates() -> Mapping[str, PublishedCertificates]:
    """Birth certificates and unprinted cards of Jambi's regencies in 2017, by code."""
    return MappingProxyType(
        {
            row["kode"]: PublishedCertificates(
                code=row["kode"],
                name=row["wilayah"],
                percent_0_18=float(row["akta_0_18_persen_mei_2017"]),
                unprinted_cards=int(row["belum_cetak_okt_2017"]),
            )
            for row in table("published_certificates")
        }
    )


@lru_cache(maxsize=1)
def name_tokens() -> tuple[NameToken, ...]:
    """Single words of names with how many women and men bear them, most frequent first."""
    return tuple(
        NameToken(row["token"], int(row["perempuan"]), int(row["laki_laki"])) for row in table("name_tokens")
    )


@lru_cache(maxsize=1)
def _code_lists() -> Mapping[str, Mapping[str, str]]:
    lists: dict[str, dict[str, str]] = {}
    for row in table("code_lists"):
        lists.setdefault(row["daftar"], {})[row["kode"]] = row["nama"]
    return MappingProxyType({name: MappingProxyType(codes) for name, codes in lists.items()})


def code_list(name: str) -> Mapping[str, str]:
    """A code list of the official forms: code to Indonesian word.

    Args:
        name: ``agama``, ``status_kawin``, ``golongan_darah``, ``pendidikan``, ``shdk``,
            ``jenis_kelamin``, ``pekerjaan``, ``status_rekam_opensid`` or ``status_perekaman``.

    Raises:
        KeyError: For another name (a mistake of the programmer).
    """
    return _code_lists()[name]


def population_figures() -> "Figures":
    """The real figures to which the synthetic population is fitted."""
    from rekam.population import Figures

    return Figures(
        populations(), published_coverage(), published_certificates(), district_populations(), name_tokens()
    )


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _number(text: str) -> float | None:
    return float(text) if text else None
