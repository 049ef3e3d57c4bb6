"""The posts between the minister and the sub-district, and which of them only the minister fills."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType


class Post(Enum):
    """A post that directives, calls and meetings name; the value is stored."""

    MINISTER = "minister"
    DIRECTOR_GENERAL = "director_general"
    GOVERNOR = "governor"
    REGENT = "regent"
    MAYOR = "mayor"
    HEAD_OF_PROVINCE_OFFICE = "head_of_province_office"
    HEAD_OF_OFFICE = "head_of_office"
    CAMAT = "camat"
    HEAD_OF_UNIT = "head_of_unit"
    DEPOT = "depot"


POST_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Post.MINISTER.value: "Menteri Dalam Negeri",
        Post.DIRECTOR_GENERAL.value: "Direktur Jenderal Dukcapil",
        Post.GOVERNOR.value: "Gubernur",
        Post.REGENT.value: "Bupati",
        Post.MAYOR.value: "Wali Kota",
        Post.HEAD_OF_PROVINCE_OFFICE.value: "Kepala Dinas Dukcapil Provinsi",
        Post.HEAD_OF_OFFICE.value: "Kepala Dinas Dukcapil",
        Post.CAMAT.value: "Camat",
        Post.HEAD_OF_UNIT.value: "Kepala UPT",
        Post.DEPOT.value: "Kepala Gudang Alat",
    }
)
"""Each post in Indonesian."""

APPOINTED_BY_MINISTER = frozenset({Post.HEAD_OF_PROVINCE_OFFICE, Post.HEAD_OF_OFFICE})
"""Posts that nobody begins or leaves without the minister (UU 24/2013 art. 83A, Permendagri 76/2015)."""

_MAYOR_FROM = 71
_BY_WIDTH: Mapping[int, tuple[Post, ...]] = MappingProxyType(
    {
        0: (Post.MINISTER, Post.DIRECTOR_GENERAL, Post.DEPOT),
        2: (Post.GOVERNOR, Post.HEAD_OF_PROVINCE_OFFICE, Post.DEPOT),
        5: (Post.REGENT, Post.HEAD_OF_OFFICE, Post.DEPOT),
        8: (Post.CAMAT, Post.HEAD_OF_UNIT),
    }
)


def posts_at(place: str) -> tuple[Post, ...]:
    """The posts of a place by its dotted code; a city has a mayor where a regency has a regent.

    Kabupaten are numbered 01 to 69, cities from 71 (PP 37/2007 art. 37).
    """
    posts = _BY_WIDTH.get(len(place), ())
    if len(place) == 5 and int(place[3:]) >= _MAYOR_FROM:
        return tuple(Post.MAYOR if post is Post.REGENT else post for post in posts)
    return posts


_ABOVE: Mapping[Post, tuple[Post, int]] = MappingProxyType(
    {
        Post.DIRECTOR_GENERAL: (Post.MINISTER, 0),
        Post.GOVERNOR: (Post.MINISTER, 0),
        Post.HEAD_OF_PROVINCE_OFFICE: (Post.GOVERNOR, 2),
        Post.REGENT: (Post.GOVERNOR, 2),
        Post.MAYOR: (Post.GOVERNOR, 2),
        Post.HEAD_OF_OFFICE: (Post.REGENT, 5),
        Post.CAMAT: (Post.HEAD_OF_OFFICE, 5),
        Post.HEAD_OF_UNIT: (Post.HEAD_OF_OFFICE, 5),
    }
)
"""Who presses whom in both seeds, and at which width of the code: minister, governors, regents and mayors, heads of
office, their staff."""

_KEEPER_OF_DEPOT = {0: Post.DIRECTOR_GENERAL, 2: Post.HEAD_OF_PROVINCE_OFFICE, 5: Post.HEAD_OF_OFFICE}


def superior_of(post: Post, place: str) -> tuple[Post, str] | None:
    """Who stands above a post, and where; ``None`` above the minister."""
    if post is Post.DEPOT:
        return _KEEPER_OF_DEPOT[len(place)], place
    if post not in _ABOVE:
        return None
    above, width = _ABOVE[post]
    where = place[:width]
    return (Post.MAYOR if above is Post.REGENT and Post.MAYOR in posts_at(where) else above), where


_RANK: Mapping[Post, int] = MappingProxyType(
    {
        Post.MINISTER: 0,
        Post.DIRECTOR_GENERAL: 1,
        Post.GOVERNOR: 1,
        Post.HEAD_OF_PROVINCE_OFFICE: 2,
        Post.REGENT: 2,
        Post.MAYOR: 2,
        Post.HEAD_OF_OFFICE: 3,
        Post.CAMAT: 4,
        Post.HEAD_OF_UNIT: 4,
        Post.DEPOT: 4,
    }
)


def stands_below(post: Post, place: str, issuer: Post, issuer_place: str) -> bool:
    """Whether one post may be given a directive by another: it ranks lower, and in the issuer's territory."""
    inside = issuer_place in {"", place} or place.startswith(f"{issuer_place}.")
    return inside and _RANK[post] > _RANK[issuer]


def permission_needed(post: Post, *, acting: bool, first: bool) -> bool:
    """Whether a term may begin only with the minister's permission.

    Args:
        post: Which.
        acting: Plt: stands in until somebody is appointed.
        first: Nobody was entered for this post before. Whoever is found in the post as the register begins is
            entered as found, and shown without a permission.
    """
    return post in APPOINTED_BY_MINISTER and not acting and not first
