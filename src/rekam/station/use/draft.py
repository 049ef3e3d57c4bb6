"""Beginning, reading, continuing and ending a draft."""

from collections.abc import Sequence
from dataclasses import dataclass

from rekam.account import Account, Act, require
from rekam.edge.store.station import RECORDED, REFUSED
from rekam.problem import Problem
from rekam.recording import Begun, Draft, Event, Step, hindrances, next_step
from rekam.station.place import known_region
from rekam.station.station import Station


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A recording that waits to be continued.

    Attributes:
        draft: ``None`` when it cannot be read any more, then ``problem`` says why.
        step: Where it opens again.
    """

    draft_id: str
    draft: Draft | None
    step: Step
    changed_at: int
    problem: Problem | None = None


def begin(station: Station, account: Account | None, nik: str) -> str:
    """Opens a recording for a resident of the roster, or the one that is open already.

    Returns:
        Id of the draft.

    Raises:
        Problem: ``station.not_on_roster``, ``station.already_recorded``, ``station.begun_next_door``,
            ``station.recorded_next_door`` or the account's.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    resident = station.store.roster.resident(nik)
    if resident is None:
        raise Problem("station.not_on_roster")
    line = station.store.outbox.line(resident.packet_id) if resident.packet_id else None
    if resident.state == RECORDED and line is not None and line.state != "refused":
        raise Problem("station.already_recorded", receipt=line.code)
    for known in open_drafts(station):
        if known.draft is not None and known.draft.original.nik == nik:
            station.welcome(known.draft.biodata)
            return known.draft_id
    if station.siblings is not None:
        station.siblings.check_free(nik)
    draft_id, now = station.random(12).hex(), station.now()
    event = Begun(at=now, operator=operator.name, station=station.papers.station, biodata=resident.biodata)
    with station.store.database.write():
        station.store.drafts.begin(draft_id, event, operator=operator.name, at=now)
        station.store.journal.write(now, operator.name, "draft_begun", draft_id)
    station.welcome(resident.biodata)
    return draft_id


def open_drafts(station: Station) -> list[OpenDraft]:
    """Recordings to continue, latest first."""
    return [_opened(station, line.draft_id, line.changed_at) for line in station.store.drafts.open_lines()]


def _opened(station: Station, draft_id: str, changed_at: int) -> OpenDraft:
    try:
        draft = station.store.drafts.read(draft_id)
    except Problem as problem:
        return OpenDraft(draft_id, None, Step.BIODATA, changed_at, problem)
    return OpenDraft(draft_id, draft, next_step(draft), changed_at)


def append(
    station: Station,
    account: Account,
    draft_id: str,
    draft: Draft,
    events: Sequence[Event],
    act: str,
    subject: str = "",
) -> Draft:
    """Makes events durable, their journal line with them.

    Args:
        station: The station.
        account: Who acts.
        draft_id: Which draft.
        draft: As the caller read it.
        events: What happened.
        act: Name of the act in the journal.
        subject: Item or step it is about.

    Returns:
        The draft read back from the disk.
    """
    now = station.now()
    with station.store.database.write():
        station.store.drafts.add(draft_id, draft.last + 1, events, at=now)
        station.store.journal.write(now, account.name, act, draft_id, about=subject)
    return station.store.drafts.read(draft_id)


def obstacles(station: Station, draft: Draft) -> list[Problem]:
    """What keeps the draft's biodata from being recorded."""
    today, certain = station.today(), station.certain_day()
    found = hindrances(draft.biodata, today=max(today, certain), known_region=known_region)
    if not found:
        return found
    # Nobody is sent home because the laptop's clock is wrong: what stands against them must hold on the day that
    # is certain, too. The centre looks again with the day on which the packet came.
    certainly = hindrances(draft.biodata, today=certain, known_region=known_region)
    return [problem for problem in certainly if problem.code in {one.code for one in found}]


def refuse(station: Station, account: Account | None, draft_id: str) -> list[Problem]:
    """Ends a recording whose biodata is not in order; the roster keeps the reason.

    Returns:
        The reasons, to be told to the resident; none when the biodata is in order, and then nothing was done.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    draft = station.store.drafts.read(draft_id)
    reasons = obstacles(station, draft)
    if reasons:
        code, now = reasons[0].code, station.now()
        with station.store.database.write():
            station.store.drafts.close(draft_id, at=now)
            station.store.roster.set_state(draft.original.nik, REFUSED, reason=code, at=now)
            station.store.journal.write(now, operator.name, "recording_refused", draft_id, reason=code)
            station.store.journal.count(station.today().isoformat(), "refused")
        station.store.drafts.destroy(draft_id)
        station.prints.forget()
    return reasons


def cancel(station: Station, account: Account | None, draft_id: str) -> None:
    """Deletes an unfinished recording from the laptop; also one that cannot be read any more."""
    operator = require(account, Act.RECORD, station.papers.region)
    now = station.now()
    with station.store.database.write():
        station.store.drafts.close(draft_id, at=now)
        station.store.journal.write(now, operator.name, "draft_cancelled", draft_id)
        station.store.journal.count(station.today().isoformat(), "cancelled")
    station.store.drafts.destroy(draft_id)
    station.prints.forget()
