"""Terms of officials: one post, one person at a time, and heads of office only with the minister's permission."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from psycopg import Connection

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.centre.directive.say import Sayings, checked_side, move
from rekam.edge.store.centre import audit, directives, officials
from rekam.edge.store.centre.officials import Official, title_of
from rekam.operations.directive import EventKind, Post, permission_needed, posts_at
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Term:
    """What the form of a new holder says.

    Attributes:
        acting: Plt.
        permission: Number of the minister's permission.
    """

    post: str
    place: str
    name: str
    since: date
    appointed_by: str
    until: date | None = None
    acting: bool = False
    telephone: str = ""
    email: str = ""
    permission: str = ""
    permission_on: date | None = None
    source: str = ""


def appoint(centre: Centre, account: Account, term: Term) -> int:
    """Enter a holder; the number of the term.

    Raises:
        Problem: ``account.not_permitted``, ``directive.post_unknown``, ``directive.post_elsewhere``,
            ``directive.name_needed``, ``directive.term_backwards``, ``directive.post_held``,
            ``directive.permission_needed``.
    """
    require(account, Act.KEEP_OFFICIALS, term.place)
    with centre.store.database.transaction() as connection:
        return _begin(centre, connection, account, term)


def appoint_all(centre: Centre, account: Account, terms: Sequence[Term]) -> None:
    """Enter several holders, all of them or none.

    Raises:
        Problem: As `appoint`, for the first that is refused.
    """
    for term in terms:
        require(account, Act.KEEP_OFFICIALS, term.place)
    with centre.store.database.transaction() as connection:
        for term in terms:
            _begin(centre, connection, account, term)


def end_term(centre: Centre, account: Account, official_id: int, until: date) -> None:
    """The last day of a holder.

    Raises:
        Problem: ``directive.official_unknown``, ``directive.term_ended``, ``directive.term_backwards``,
            ``account.not_permitted``.
    """
    official = centre.store.officials.official(official_id)
    if official is None:
        raise Problem("directive.official_unknown")
    require(account, Act.KEEP_OFFICIALS, official.place)
    with centre.store.database.transaction() as connection:
        officials.lock_post(connection, official.post, official.place)
        _end(connection, official, until)
        _audit(centre, connection, account, official.post, official.place, official_id)


def set_contact(centre: Centre, account: Account, official_id: int, telephone: str, email: str) -> None:
    """Where a holder is reached.

    Raises:
        Problem: ``directive.official_unknown``, ``account.not_permitted``.
    """
    official = centre.store.officials.official(official_id)
    if official is None:
        raise Problem("directive.official_unknown")
    require(account, Act.KEEP_OFFICIALS, official.place)
    with centre.store.database.transaction() as connection:
        officials.set_contact(connection, official_id, telephone.strip()[:60], email.strip()[:120])
        _audit(centre, connection, account, official.post, official.place, official_id)


def replace_holder(centre: Centre, account: Account, addressee_id: int, successor: Term) -> int:
    """The successor of a head of office, on the permission that the minister gave to this line; the new term.

    The predecessor's last day is the day before, and the directive goes to the successor as new, all in one
    transaction.

    Raises:
        Problem: ``directive.permission_needed`` when there is none, and what `appoint` raises.
    """
    line = checked_side(centre, account, addressee_id, EventKind.REPLACED)
    with centre.store.database.transaction() as connection:
        kept = directives.lock_line(connection, addressee_id)
        assert kept is not None
        permission = directives.permission_of(connection, addressee_id)
        if permission is None:
            raise Problem("directive.permission_needed")
        officials.lock_post(connection, line.post, line.place)
        holder = officials.holder_of(connection, line.post, line.place, successor.since)
        if holder is not None:
            _end(connection, holder, successor.since - timedelta(days=1))
        term = Term(
            post=line.post, place=line.place, name=successor.name, since=successor.since,
            appointed_by=successor.appointed_by, telephone=successor.telephone, email=successor.email,
            permission=permission.permission, permission_on=date.fromisoformat(permission.permission_on),
            source=successor.source,
        )  # fmt: skip
        number = _begin(centre, connection, account, term)
        said = f"{holder.name} → {term.name}" if holder else term.name
        move(centre, connection, account.name, kept, EventKind.REPLACED, Sayings(said), name=term.name)
        return number


def _begin(centre: Centre, connection: Connection, account: Account, term: Term) -> int:
    post = _checked(term)
    officials.lock_post(connection, term.post, term.place)
    held = officials.overlapping(connection, term.post, term.place, term.since, term.until)
    if held:
        raise Problem("directive.post_held", name=held[0].name, since=held[0].since.isoformat())
    first = not officials.ever_held(connection, term.post, term.place)
    shown = term.permission.strip() and term.permission_on
    if permission_needed(post, acting=term.acting, first=first) and not shown:
        raise Problem("directive.permission_needed")
    number = officials.put_official(
        connection, term.post, term.place, term.name.strip()[:120], since=term.since, until=term.until,
        acting=term.acting, telephone=term.telephone.strip()[:60], email=term.email.strip()[:120],
        appointed_by=term.appointed_by.strip()[:200], permission=term.permission.strip()[:100],
        permission_on=term.permission_on, source=term.source.strip()[:300],
    )  # fmt: skip
    _audit(centre, connection, account, term.post, term.place, number)
    return number


def _checked(term: Term) -> Post:
    if term.post not in {post.value for post in Post}:
        raise Problem("directive.post_unknown", post=term.post[:30] or "–")
    post = Post(term.post)
    if post not in posts_at(term.place):
        raise Problem(
            "directive.post_elsewhere", post=title_of(term.post, ""), place=term.place or "Indonesia"
        )
    if not term.name.strip() or not term.appointed_by.strip():
        raise Problem("directive.name_needed")
    if term.until is not None and term.until < term.since:
        raise Problem("directive.term_backwards", until=term.until.isoformat(), since=term.since.isoformat())
    return post


def _end(connection: Connection, official: Official, until: date) -> None:
    if official.until is not None and official.until <= until:
        raise Problem("directive.term_ended", name=official.name)
    if until < official.since:
        raise Problem("directive.term_backwards", until=until.isoformat(), since=official.since.isoformat())
    officials.end_term(connection, official.official_id, until)


def _audit(
    centre: Centre, connection: Connection, account: Account, post: str, place: str, official_id: int
) -> None:
    audit.write(
        connection, account.name, Act.KEEP_OFFICIALS.value, place, str(official_id), at=centre.now(),
        details={"post": post},
    )  # fmt: skip
