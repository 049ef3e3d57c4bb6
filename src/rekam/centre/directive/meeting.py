"""Coordination meetings (rakor): who was asked, who came, what was decided and whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.centre.directive.addressing import Call, lines_of
from rekam.edge.packed import gazetteer
from rekam.edge.store.centre import audit, meetings
from rekam.edge.store.centre.meetings import Attendance, Meeting
from rekam.operations.directive import Post, day_at, posts_at
from rekam.problem import Problem

PRESENCE = ("present", "represented", "absent", "unknown")
"""How somebody who was asked came."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """What the form of a meeting says.

    Attributes:
        place: Region where it was held.
        group: Key of the `Group` that was asked to come; empty = the caller's own territory.
        invited_post: Value of the `Post` that was asked.
    """

    title: str
    held_on: date
    place: str
    venue: str
    chair: str
    group: str
    invited_post: str
    source: str = ""


def keep_meeting(centre: Centre, account: Account, gathering: Gathering) -> int:
    """Keep a meeting and everybody who was asked, whose coming is not known yet; its number.

    Raises:
        Problem: ``account.not_permitted``, ``directive.meeting_title_needed``, ``place.*``, and what `lines_of`
            raises.
    """
    require(account, Act.ISSUE_DIRECTIVE, account.territory)
    if not (gathering.title.strip() and gathering.venue.strip() and gathering.chair.strip()):
        raise Problem("directive.meeting_title_needed")
    place = gazetteer().region(gathering.place).code
    caller = posts_at(account.territory)[0].value
    asked = lines_of(
        gazetteer(), Call((gathering.invited_post,), gathering.group),
        issuer_post=caller, issuer_place=account.territory,
    )  # fmt: skip
    on = day_at(centre.now(), account.territory)
    holders = centre.store.officials.holders(account.territory, [gathering.invited_post], on)
    names = {one.place: one.name for one in holders}
    now = centre.now()
    with centre.store.database.transaction() as connection:
        number = meetings.put_meeting(
            connection, title=gathering.title.strip()[:200], held_on=gathering.held_on, called_by=account.territory,
            place=place, venue=gathering.venue.strip()[:200], region_group=gathering.group,
            invited_post=gathering.invited_post, chair=gathering.chair.strip()[:120],
            source=gathering.source.strip()[:300], kept_by=account.name, kept_at=now,
        )  # fmt: skip
        meetings.put_attendance(
            connection, number,
            [Attendance(post.value, where, names.get(where, ""), "unknown") for post, where in asked],
        )  # fmt: skip
        audit.write(connection, account.name, "keep_meeting", account.territory, str(number), at=now)
    return number


def note_attendance(centre: Centre, account: Account, meeting_id: int, came: Sequence[Attendance]) -> None:
    """Who came.

    Raises:
        Problem: ``directive.meeting_unknown``, ``account.not_permitted``.
    """
    _own(centre, account, meeting_id)
    asked = {(one.post, one.place) for one in centre.store.meetings.attendance(meeting_id)}
    kept = [one for one in came if (one.post, one.place) in asked and one.presence in PRESENCE]
    with centre.store.database.transaction() as connection:
        meetings.put_attendance(connection, meeting_id, kept)
        audit.write(
            connection, account.name, "keep_meeting", account.territory, str(meeting_id), at=centre.now(),
            details={"attendance": len(kept)},
        )  # fmt: skip


def decide(
    centre: Centre,
    account: Account,
    meeting_id: int,
    words: str,
    *,
    owner_post: str,
    owner_place: str,
    owner_name: str = "",
    deadline_on: date | None = None,
) -> int:
    """One decision with its owner; its number.

    Raises:
        Problem: ``directive.meeting_unknown``, ``directive.decision_needed``, ``directive.post_elsewhere``,
            ``account.not_permitted``.
    """
    _own(centre, account, meeting_id)
    if not words.strip() or owner_post not in {post.value for post in Post}:
        raise Problem("directive.decision_needed")
    if Post(owner_post) not in posts_at(owner_place):
        raise Problem("directive.decision_needed")
    holder = centre.store.officials.holder(owner_post, owner_place, day_at(centre.now(), account.territory))
    with centre.store.database.transaction() as connection:
        number = meetings.put_decision(
            connection, meeting_id, words.strip()[:1000], owner_post=owner_post, owner_place=owner_place,
            owner_name=owner_name.strip()[:120] or (holder.name if holder else ""), deadline_on=deadline_on,
        )  # fmt: skip
        audit.write(
            connection, account.name, "keep_meeting", account.territory, str(meeting_id), at=centre.now(),
            details={"decision": number},
        )  # fmt: skip
    return number


def _own(centre: Centre, account: Account, meeting_id: int) -> Meeting:
    meeting = centre.store.meetings.meeting(meeting_id)
    if meeting is None:
        raise Problem("directive.meeting_unknown")
    require(account, Act.ISSUE_DIRECTIVE, account.territory)
    if meeting.called_by != account.territory:
        raise Problem("account.not_permitted", place=meeting.called_by or "Indonesia")
    return meeting
