"""Who holds which post, whom to call, and what each office is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.packed import gazetteer
from rekam.edge.store.centre.database import Database, all_rows, one_row, one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.operations.directive.post import POST_WORDS, Post

_SQL = statements("official")

MOST = 2000
"""Holders in one look: all regencies of the nation with regent and head of office, and provinces."""


@dataclass(frozen=True, slots=True)
class Official:
    """One term of one person.

    Attributes:
        post: Value of a `Post`.
        place: Dotted region code; empty for the nation's posts.
        acting: Plt: does the work without being appointed to the post.
        since: First day.
        until: Last day; ``None`` = still there.
        appointed_by: Who appointed, or how it is known.
        permission: Number of the minister's permission; empty = none was shown.
        source: Where the line comes from; ``contoh`` = invented for the demonstration.
    """

    official_id: int
    post: str
    place: str
    name: str
    acting: bool
    telephone: str
    email: str
    since: date
    until: date | None
    appointed_by: str
    permission: str
    permission_on: date | None
    source: str


class Officials:
    """Reads terms.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def holder(self, post: str, place: str, on: date) -> Official | None:
        """Who holds a post on a day."""
        return self._database.row(Official, _SQL["holder"], post=post, place=place, on=on)

    def holders(self, territory: str, posts: Iterable[str], on: date, *, limit: int = MOST) -> list[Official]:
        """Who holds some posts on a day, at and below a territory."""
        return self._database.rows(
            Official, _SQL["holders"], posts=list(posts), on=on, limit=limit, **bounds(territory)
        )

    def terms(self, place: str) -> list[Official]:
        """Every term at one place, the newest of each post first."""
        return self._database.rows(Official, _SQL["terms"], place=place)

    def official(self, official_id: int) -> Official | None:
        """One term."""
        return self._database.row(Official, _SQL["of_id"], official_id=official_id)


def holder_of(connection: Connection, post: str, place: str, on: date) -> Official | None:
    """Who holds a post on a day, inside a transaction."""
    return one_row(connection, Official, _SQL["holder"], post=post, place=place, on=on)


def lock_post(connection: Connection, post: str, place: str) -> None:
    """Hold a post until the transaction ends: two appointments of the same moment see each other."""
    run(connection, _SQL["lock_post"], post=post, place=place)


def overlapping(
    connection: Connection, post: str, place: str, since: date, until: date | None
) -> list[Official]:
    """Terms of a post that share a day with another term."""
    return all_rows(
        connection, Official, _SQL["overlapping"], post=post, place=place, since=since, until=until
    )


def ever_held(connection: Connection, post: str, place: str) -> bool:
    """Whether anybody was ever entered for a post."""
    return bool(one_value(connection, _SQL["ever_held"], post=post, place=place))


def put_official(
    connection: Connection,
    post: str,
    place: str,
    name: str,
    *,
    since: date,
    appointed_by: str,
    until: date | None = None,
    acting: bool = False,
    telephone: str = "",
    email: str = "",
    permission: str = "",
    permission_on: date | None = None,
    source: str = "",
) -> int:
    """A term begins; its number. `centre.directive.appointment` checks it first."""
    return int(
        one_value(
            connection, _SQL["put"], post=post, place=place, name=name, acting=acting, telephone=telephone,
            email=email, since=since, until=until, appointed_by=appointed_by, permission=permission,
            permission_on=permission_on, source=source,
        )
    )  # fmt: skip


def end_term(connection: Connection, official_id: int, until: date) -> None:
    """The last day of a holder."""
    run(connection, _SQL["end_term"], official_id=official_id, until=until)


def set_contact(connection: Connection, official_id: int, telephone: str, email: str) -> None:
    """Where a holder is reached."""
    run(connection, _SQL["set_contact"], official_id=official_id, telephone=telephone, email=email)


def title_of(post: str, place: str, *, acting: bool = False) -> str:
    """A post with its place as it is spoken: ``Plt. Kepala Dinas Dukcapil Merangin``."""
    return " ".join(
        part for part in ("Plt." if acting else "", POST_WORDS[post], _spoken(post, place)) if part
    )


def _spoken(post: str, place: str) -> str:
    regions = gazetteer()
    if not place or not regions.knows(place):
        return place
    region = regions.region(place)
    # There is a regency Jambi no more, but a Kota Jambi in a province Jambi: a city's office says that it is one.
    city = region.kind == "Kota" and post != Post.MAYOR.value
    return region.title if city else region.name


def line_of(official: Official | None) -> str:
    """Name, post and telephone as one line; empty = nobody is entered."""
    if official is None:
        return ""
    title = title_of(official.post, official.place, acting=official.acting)
    return ", ".join(part for part in (official.name, title, official.telephone) if part)


def call_line(source: Connection | Database, place: str, post: str | Post, on: date) -> str:
    """Whom to call for a place: ``Nama, Kepala Dinas Dukcapil Merangin, 0700-…``; empty = nobody is entered.

    Args:
        source: A session inside a transaction, or the database.
        place: Dotted region code; the empty text is the nation.
        post: Which post.
        on: The day.
    """
    value = post.value if isinstance(post, Post) else post
    if isinstance(source, Database):
        return line_of(source.row(Official, _SQL["holder"], post=value, place=place, on=on))
    return line_of(holder_of(source, value, place, on))
