"""Closing a day: the counts compared, the hours that were lost, a supervisor's signature."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from rekam.account import Account, Act, require
from rekam.edge.store.station.days import SignedDay
from rekam.edge.web.wording import ZONES
from rekam.operations.fleet import Change, lost_seconds, overlap
from rekam.person.absence import REMARK_CHARACTERS_MOST
from rekam.problem import Problem
from rekam.station.parameters import OPEN_HOURS, STOCK_ITEMS, STOCK_MOST
from rekam.station.station import Station
from rekam.station.use.draft import open_drafts
from rekam.station.use.sign_in import approve

DEVICE_DOWN, DEVICE_UP = "device_down", "device_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFigures:
    """What a day was.

    Attributes:
        recorded: As counted at each sealing.
        sealed: Packets in the outbox that were sealed on this day.
        slips: Recordings whose slip was printed.
        with_exception: Recordings with an item left out.
        refused: Refused because of the biodata.
        cancelled: Deleted before they were finished.
        absences: Reasons noted against names.
        drafts: Recordings that are still open.
        open_s: Seconds in which the station ran.
        lost_power_s: Seconds of the opening hours without power.
        lost_line_s: Seconds of the opening hours without a line; recording goes on meanwhile.
        lost_device_s: Seconds of the opening hours in which a device was away.
    """

    recorded: int
    sealed: int
    slips: int
    with_exception: int
    refused: int
    cancelled: int
    absences: int
    drafts: int
    open_s: int
    lost_power_s: int
    lost_line_s: int
    lost_device_s: int

    def differences(self) -> list[Problem]:
        """What does not agree; the supervisor has to say why in a remark."""
        found = []
        if self.recorded != self.sealed:
            found.append(Problem("station.day_counts_differ", counted=self.recorded, sealed=self.sealed))
        if self.slips < self.sealed:
            found.append(Problem("station.day_slips_missing", count=self.sealed - self.slips))
        if self.drafts:
            found.append(Problem("station.day_drafts_open", count=self.drafts))
        return found


def day_figures(station: Station, day: date) -> DayFigures:
    """The figures of a day up to now."""
    since, end = _bounds(station, day)
    until = min(end, max(station.now(), since))
    hours = _open_hours(station, day, until)
    counts = station.store.journal.counts(day.isoformat())
    days = station.store.days
    runs = days.runs(since, until)
    if runs:
        # The newest run is this one: it goes on now, whenever its last pulse was.
        runs[-1] = (runs[-1][0], until)
    return DayFigures(
        recorded=counts.get("recorded", 0),
        sealed=days.sealed(since, end),
        slips=days.subjects("slip_printed", since, end),
        with_exception=counts.get("with_exception", 0),
        refused=counts.get("refused", 0),
        cancelled=counts.get("cancelled", 0),
        absences=len(days.lines(("absence_noted",), since, end)),
        drafts=len(open_drafts(station)),
        open_s=overlap(runs, [(since, until)]),
        lost_power_s=overlap(_power_gaps(station, since, end), hours),
        lost_line_s=_lost(station, "line_lost", "line_back", hours, since, until),
        lost_device_s=_lost(station, DEVICE_DOWN, DEVICE_UP, hours, since, until),
    )


def close_day(
    station: Station,
    account: Account | None,
    *,
    stock: Mapping[str, str],
    remark: str,
    supervisor: tuple[str, str],
) -> SignedDay:
    """Closes today; recording may go on, and the day be closed again.

    Args:
        station: The station.
        account: Who closes.
        stock: What was used up, by item, as typed; empty = nothing.
        remark: Why something does not agree; needed when something does not.
        supervisor: Name and password of who signs.

    Raises:
        Problem: ``station.stock_wrong``, ``station.day_remark_needed``, ``station.remark_too_long``, what
            `approve` says of the supervisor, or the account's.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    used = {item: _used(stock.get(item, "")) for item in STOCK_ITEMS}
    text = " ".join(remark.split())
    if len(text) > REMARK_CHARACTERS_MOST:
        raise Problem("station.remark_too_long", limit=REMARK_CHARACTERS_MOST)
    day = station.today()
    figures = day_figures(station, day)
    if figures.differences() and not text:
        raise Problem("station.day_remark_needed")
    signer = approve(station, operator, *supervisor)
    report: dict[str, object] = {
        **asdict(figures),
        "stock": {item: count for item, count in used.items() if count},
        "devices": _devices(station, day),
        "remark": text,
    }
    version = len(station.store.days.signed(day.isoformat())) + 1
    signed = SignedDay(day.isoformat(), version, station.now(), operator.name, signer.name, report)
    with station.store.database.write():
        station.store.days.sign(signed)
        # What the operator wrote may name somebody: the remark stays here, the figures are delivered.
        told = {name: value for name, value in report.items() if name != "remark"}
        station.store.journal.write(
            signed.at, operator.name, "day_closed", signed.day,
            day=signed.day, version=version, supervisor=signer.name, remarked=bool(text), **told,
        )  # fmt: skip
    return signed


def _devices(station: Station, day: date) -> list[dict[str, object]]:
    """Captures of the day by device: how many, mean quality, mean milliseconds."""
    return [
        {
            "device": one.device[:80],
            "modality": one.modality,
            "captures": one.captures,
            "quality": round(one.quality, 1),
            "ms": round(one.took_ms),
        }
        for one in station.store.captures.sums(*_bounds(station, day))[:8]
    ]


def _bounds(station: Station, day: date) -> tuple[int, int]:
    zone = ZONES[station.papers.zone]
    begin = datetime(day.year, day.month, day.day, tzinfo=zone)
    return int(begin.timestamp()), int((begin + timedelta(days=1)).timestamp())


def _open_hours(station: Station, day: date, until: int) -> list[tuple[int, int]]:
    since, _ = _bounds(station, day)
    first, last = since + OPEN_HOURS.start * 3600, since + OPEN_HOURS.stop * 3600
    return [(first, min(last, until))] if first < until else []


def _power_gaps(station: Station, since: int, until: int) -> list[tuple[int, int]]:
    gaps = []
    for line in station.store.days.lines(("power_gap",), since, until):
        match line.detail:
            case {"since": int(gone), "until": int(back)}:
                gaps.append((max(gone, since), back))
    return gaps


def _lost(
    station: Station, went: str, came: str, hours: list[tuple[int, int]], since: int, until: int
) -> int:
    """Seconds of the opening hours between two acts, of everything together that they are told of."""
    lines = station.store.days.lines((went, came), since, until)
    before = station.store.days.last_before((went, came), since)
    changes = [Change(line.at, line.act == went) for line in lines]
    at_first = before is not None and before.act == went
    return lost_seconds(changes, hours, at_first=at_first, since=since, until=until)


def _used(text: str) -> int:
    typed = text.strip()
    if not typed:
        return 0
    if not typed.isascii() or not typed.isdigit() or int(typed) > STOCK_MOST:
        raise Problem("station.stock_wrong", limit=STOCK_MOST)
    return int(typed)
