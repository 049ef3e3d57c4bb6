"""What addressees, issuers and the minister say about one line; each a numbered event with its audit line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from psycopg import Connection

from rekam.account import Account, Act, Role, require
from rekam.centre.centre import Centre
from rekam.centre.directive.live import readings
from rekam.edge.store.centre import audit, directives
from rekam.edge.store.centre.directive_rows import Addressee
from rekam.edge.store.centre.officials import title_of
from rekam.operations.directive import (
    APPOINTED_BY_MINISTER,
    DOCUMENT,
    SIDE,
    WORDS_NEEDED,
    Event,
    EventKind,
    Line,
    Post,
    Side,
    after,
    fold,
    reached,
)
from rekam.operations.directive.parameters import WORDS_LEAST, WORDS_MOST
from rekam.problem import Problem

DISTRICT_WIDTH = 8


@dataclass(frozen=True, slots=True)
class Sayings:
    """What stands beside an event: its words, and the minister's permission where one is given."""

    words: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


def own_line(account: Account, line: Addressee | None) -> Addressee:
    """A line that the account answers: of its own place, or of a kecamatan of its office.

    Raises:
        Problem: ``directive.unknown``, ``account.not_permitted``.
    """
    if line is None:
        raise Problem("directive.unknown")
    require(account, Act.ANSWER_DIRECTIVE, line.place)
    if not answers_for(account, line):
        raise Problem("account.not_permitted", place=title_of(line.post, line.place))
    return line


def answers_for(account: Account, line: Addressee) -> bool:
    """Whether a line is the account's own: nobody answers for the level below, camat and units excepted."""
    office = line.place[:5] if len(line.place) == DISTRICT_WIDTH else line.place
    return account.territory == office


def say(centre: Centre, account: Account, addressee_id: int, kind: EventKind, words: str = "") -> Line:
    """One event by the side it belongs to; the line after it.

    Raises:
        Problem: ``directive.unknown``, ``account.not_permitted``, ``directive.words_needed``,
            ``directive.not_next``, ``directive.not_reached``, ``directive.evidence_needed``,
            ``directive.post_not_replaceable``.
    """
    line = checked_side(centre, account, addressee_id, kind)
    if kind in WORDS_NEEDED and len(words.strip()) < WORDS_LEAST:
        raise Problem("directive.words_needed", least=WORDS_LEAST)
    if kind is EventKind.REPLACEMENT_PROPOSED and Post(line.post) not in APPOINTED_BY_MINISTER:
        raise Problem("directive.post_not_replaceable", post=title_of(line.post, line.place))
    directive = centre.store.directives.directive(line.directive_id)
    assert directive is not None
    now_reading = None
    if kind is EventKind.CLOSED:
        now_reading = readings(centre, directive.evidence, [line.place]).get(line.place)
        if directive.evidence == DOCUMENT and len(words.strip()) < WORDS_LEAST:
            raise Problem("directive.evidence_needed")
        if directive.evidence != DOCUMENT and not reached(directive.evidence, now_reading, directive.goal):
            raise Problem("directive.not_reached")
    with centre.store.database.transaction() as connection:
        kept = directives.lock_line(connection, addressee_id)
        assert kept is not None
        moved = move(centre, connection, account.name, kept, kind, Sayings(words))
        if now_reading is not None:
            directives.put_readings(connection, "closed", {addressee_id: now_reading}, at=centre.now())
        return moved


def answer_for_minister(
    centre: Centre, account: Account, addressee_id: int, *, permission: str, permission_on: date
) -> Line:
    """The minister permits a replacement: with the number and day of the letter, or not at all.

    Raises:
        Problem: ``directive.permission_needed``, ``directive.same_person_twice``, and what `say` raises.
    """
    checked_side(centre, account, addressee_id, EventKind.REPLACEMENT_PERMITTED)
    if not permission.strip():
        raise Problem("directive.permission_needed")
    with centre.store.database.transaction() as connection:
        kept = directives.lock_line(connection, addressee_id)
        assert kept is not None
        letter = {"permission": permission.strip()[:100], "permission_on": permission_on.isoformat()}
        return move(
            centre, connection, account.name, kept, EventKind.REPLACEMENT_PERMITTED,
            Sayings(letter["permission"], letter),
        )  # fmt: skip


def checked_side(centre: Centre, account: Account, addressee_id: int, kind: EventKind) -> Addressee:
    """The line, if the account may do this to it.

    Raises:
        Problem: ``directive.unknown``, ``account.not_permitted``.
    """
    line = centre.store.directives.line(addressee_id)
    if line is None:
        raise Problem("directive.unknown")
    if SIDE[kind] is Side.ADDRESSEE:
        return own_line(account, line)
    if SIDE[kind] is Side.MINISTER:
        require(account, Act.KEEP_OFFICIALS, line.place)
        return line
    directive = centre.store.directives.directive(line.directive_id)
    assert directive is not None
    # An office that passed a directive on presses its own addressees, although it issues none itself.
    act = Act.ANSWER_DIRECTIVE if account.role is Role.REGENCY else Act.ISSUE_DIRECTIVE
    require(account, act, line.place)
    if account.territory != directive.issuer_place:
        raise Problem("account.not_permitted", place=title_of(directive.issuer_post, directive.issuer_place))
    return line


def move(
    centre: Centre,
    connection: Connection,
    actor: str,
    kept: Addressee,
    kind: EventKind,
    said: Sayings,
    *,
    name: str | None = None,
) -> Line:
    """One event into a locked line, the fold beside it, and the audit line.

    Raises:
        Problem: ``directive.not_next``, ``directive.same_person_twice``.
    """
    now = centre.now()
    line = fold(directives.events_of(connection, kept.addressee_id))
    event = Event(line.sequence + 1, kind, now, actor, said.words.strip()[:WORDS_MOST])
    moved = after(line, event)
    directives.put_event(connection, kept, event, moved, details=said.details, name=name)
    audit.write(
        connection, actor, "answer_directive" if SIDE[kind] is Side.ADDRESSEE else "press_directive", kept.place,
        str(kept.addressee_id), at=now, details={"directive": kept.directive_id, "event": kind.value},
    )  # fmt: skip
    return moved
