"""A directive is issued, or a line of one is passed on with a directive of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.centre.directive.addressing import Call, lines_of
from rekam.centre.directive.live import readings
from rekam.centre.directive.say import Sayings, move, own_line
from rekam.edge.packed import gazetteer
from rekam.edge.store.centre import audit, directives, trust
from rekam.edge.store.centre.directive_rows import Directive
from rekam.edge.store.centre.officials import title_of
from rekam.operations.directive import (
    DOCUMENT,
    KINDS,
    EventKind,
    Post,
    Reading,
    covering,
    day_at,
    end_of_day,
    posts_at,
)
from rekam.operations.directive.parameters import DEADLINE_YEARS_MOST, STATION_WORDS_MOST, WORDS_MOST
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Order:
    """What the form of a new directive says.

    Attributes:
        post: Who gives it: value of a `Post`.
        call: For whom.
        evidence: Key of an `EvidenceKind`, or ``document``.
        goal: What the figure has to reach; a fraction for shares.
        station_words: Sentence for the stations of the addressees' places; empty = none.
        responsible: Who said that it is theirs.
        source: Where the directive is known from, for one that was given on paper.
        decision_id: Decision of a meeting that it carries out.
    """

    post: str
    title: str
    words: str
    basis: str
    deadline: date
    call: Call
    evidence: str = DOCUMENT
    goal: float | None = None
    letter: str = ""
    responsible: str = ""
    station_words: str = ""
    source: str = ""
    decision_id: int | None = None


def issue(centre: Centre, account: Account, order: Order) -> int:
    """Give a directive; its number.

    Raises:
        Problem: ``account.not_permitted``, ``directive.*``.
    """
    require(account, Act.ISSUE_DIRECTIVE, account.territory)
    lines = checked_lines(centre, order, account.territory)
    first = readings(centre, order.evidence, (place for _, place in lines))
    with centre.store.database.transaction() as connection:
        return _write(centre, connection, account, order, account.territory, lines, first, parent_id=None)


def pass_on(centre: Centre, account: Account, addressee_id: int, order: Order) -> int:
    """Pass a line on with a directive of one's own, which stays linked to it; its number.

    Raises:
        Problem: What `issue` raises; ``directive.deadline_wrong`` also for a deadline behind that of the line.
    """
    line = centre.store.directives.line(addressee_id)
    own = own_line(account, line)
    lines = checked_lines(centre, order, own.place, issuer=own.post)
    latest = day_at(own.due_at, own.place)
    if order.deadline > latest:
        raise Problem("directive.deadline_after_parent", day=latest.isoformat())
    first = readings(centre, order.evidence, (place for _, place in lines))
    with centre.store.database.transaction() as connection:
        kept = directives.lock_line(connection, addressee_id)
        assert kept is not None
        move(centre, connection, account.name, kept, EventKind.PASSED_ON, Sayings(order.title))
        return _write(centre, connection, account, order, own.place, lines, first, parent_id=addressee_id)


def checked_lines(
    centre: Centre, order: Order, issuer_place: str, *, issuer: str | None = None
) -> list[tuple[Post, str]]:
    """The lines of an order that has everything it needs.

    Raises:
        Problem: What is missing or wrong, the first of it.
    """
    if (issuer or order.post) not in {post.value for post in posts_at(issuer_place)}:
        raise Problem("directive.post_unknown", post=(issuer or order.post)[:30] or "–")
    if not order.title.strip() or not order.words.strip():
        raise Problem("directive.title_needed")
    if not order.basis.strip():
        raise Problem("directive.basis_needed")
    today = day_at(centre.now(), issuer_place)
    last = date(today.year + DEADLINE_YEARS_MOST, 12, 31)
    if not today <= order.deadline <= last:
        raise Problem("directive.deadline_wrong", day=order.deadline.isoformat(), years=DEADLINE_YEARS_MOST)
    _check_goal(order)
    return lines_of(gazetteer(), order.call, issuer_post=issuer or order.post, issuer_place=issuer_place)


def _check_goal(order: Order) -> None:
    if order.evidence == DOCUMENT:
        return
    kind = KINDS.get(order.evidence)
    if kind is None:
        raise Problem("directive.evidence_unknown", kind=order.evidence[:30] or "–")
    goal = order.goal
    if goal is None or goal < 0 or (kind.share and goal > 1) or (not kind.share and goal != int(goal)):
        raise Problem("directive.goal_wrong", goal="–" if goal is None else f"{goal:g}")


def _write(
    centre: Centre,
    connection: Connection,
    account: Account,
    order: Order,
    issuer_place: str,
    lines: list[tuple[Post, str]],
    first: Mapping[str, Reading],
    *,
    parent_id: int | None,
) -> int:
    now = centre.now()
    today = day_at(now, issuer_place)
    holders = centre.store.officials.holders(issuer_place, {post.value for post, _ in lines}, today)
    names = {(one.post, one.place): one.name for one in holders}
    post = order.post
    if parent_id is not None:
        parent = centre.store.directives.line(parent_id)
        assert parent is not None
        post = parent.post
    issuer = centre.store.officials.holder(post, issuer_place, today)
    issuer_name = issuer.name if issuer else ""
    values = Directive(
        directive_id=0, letter=order.letter.strip()[:100], title=order.title.strip()[:200],
        words=order.words.strip()[:WORDS_MOST], basis=order.basis.strip()[:300], issuer_post=post,
        issuer_place=issuer_place, issuer_name=issuer_name,
        responsible=order.responsible.strip()[:200] or issuer_name or title_of(post, issuer_place),
        deadline_on=order.deadline, evidence=order.evidence,
        goal=None if order.evidence == DOCUMENT else order.goal,
        station_words=order.station_words.strip()[:STATION_WORDS_MOST], source=order.source.strip()[:300],
        issued_at=now, issued_by=account.name, parent_id=parent_id, decision_id=order.decision_id,
    )  # fmt: skip
    number = directives.put_directive(connection, values)
    kept = directives.put_addressees(
        connection, number,
        [(one.value, place, names.get((one.value, place), ""), end_of_day(order.deadline, place)) for one, place in lines],
        at=now, actor=account.name,
    )  # fmt: skip
    directives.put_readings(
        connection,
        "issued",
        {one.addressee_id: first[one.place] for one in kept if one.place in first},
        at=now,
    )
    if values.station_words:
        until = max(one.due_at for one in kept)
        for place in covering(one.place for one in kept):
            trust.put_instruction(
                connection, place, values.station_words, since=now, until=until, by=account.name
            )
    audit.write(
        connection, account.name, "issue_directive", issuer_place, str(number), at=now,
        details={"addressees": len(kept), "passed_on_from": parent_id or 0},
    )  # fmt: skip
    return number
