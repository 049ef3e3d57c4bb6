"""What a station's process does in the process faults: record one resident, deliver what there is."""

import importlib
import time
from pathlib import Path

from rekam.edge.wire.pace import Pace
from rekam.fault.bed.counter import SIGNATURE, Counter, resident
from rekam.fault.process.control import weaken_station
from rekam.fault.process.line import Line
from rekam.recording import Step
from rekam.station import StationOperator
from rekam.station.station import Station
from rekam.station.still_bench import StillBench
from rekam.station.use.capture import MODALITY_OF

HOLD_FIRST, HOLD_OPEN = "first", "open"
"""Where a child waits for its tracer: before it opens the station, or with the station open."""

_PACE = Pace(
    tries=8, first_wait_s=0.01, most_wait_s=0.2, silence_s=20.0,
    first_pause_s=0, most_pause_s=0, most_line_pause_s=0,
)  # fmt: skip
"""The case's centre is back within a moment; the waits of a real line would only make the case long."""

_ROUNDS, _ROUNDS_WEAKENED = 200, 5
"""A station that threw its body away never gets it through; nobody waits long for it."""

_PAUSE_S = 0.01

_bench = StillBench()
"""Its pictures are drawn once in the nursery; every child has them."""


def warm() -> None:
    """Loads and draws what every child needs."""
    from rekam.recording import ITEMS_OF

    for step, modality in MODALITY_OF.items():
        _bench.capture(modality, [item.place for item in ITEMS_OF[step]])
    for name in (
        "rekam.edge.store.station.wal_frames",
        "rekam.station.delivery.loop",
        "httpx",
        "httpcore._backends.sync",
        "h11",
        "anyio",
        "concurrent.futures.thread",
        "encodings.idna",
    ):
        importlib.import_module(name)


def record(
    line: Line, *, folder: str, station_id: str, number: int, control: str = "", hold: str = ""
) -> None:
    """Records and seals one resident, from wherever a process before left off.

    Says ``open``, ``kept N`` after each act (events of the draft that are durable), ``consented`` and
    ``sealed PACKET SEQUENCE``.
    """
    station = _open(line, folder, station_id, control, hold)
    known = station.store.accounts.find("rina")
    assert known is not None
    operator = StationOperator(station, known.account)
    nik = resident(number).nik
    if not _sealed_before(line, station, nik):
        line.say("kept", operator.begin(nik).last)
        _capture(line, operator)
        line.say("kept", operator.consent().last)
        line.say("consented")
        sealed = operator.seal()
        line.say("sealed", sealed.packet_id.hex(), sealed.sequence)
    station.close()


def deliver(line: Line, *, folder: str, station_id: str, url: str, control: str = "", hold: str = "") -> None:
    """Rounds over HTTP until the centre has receipted everything.

    Says ``open``, ``uploading`` before each body, ``round`` with what stopped it, and ``delivered`` or ``stuck``.
    """
    station = _open(line, folder, station_id, control, hold, centre_url=url)
    delivery = station.deliverer()
    delivery._pace = _PACE  # noqa: SLF001 - the product has no reason to let anybody set it
    _tell_of_bodies(line, station)
    for _ in range(_ROUNDS_WEAKENED if control else _ROUNDS):
        station.store.outbox.try_now()
        report = delivery.round()
        line.say("round", report.stopped.code if report.stopped else "-", report.receipts)
        if not station.store.outbox.unfinished(1):
            line.say("delivered")
            break
        if any(problem.code == "delivery.body_missing" for _, problem in report.waiting):
            line.say("stuck", "delivery.body_missing")
            break
        time.sleep(_PAUSE_S)
    else:
        line.say("stuck", "-")
    station.close()


def _tell_of_bodies(line: Line, station: Station) -> None:
    """Says when the bytes of a body begin to go."""
    path_of = station.port.body_path

    def told(packet_id: bytes) -> Path:
        path = path_of(packet_id)
        line.say("uploading")
        return path

    station.port.body_path = told  # type: ignore[method-assign]


def _open(line: Line, folder: str, station_id: str, control: str, hold: str, **config: object) -> Station:
    weaken_station(control, line)
    if hold == HOLD_FIRST:
        line.hold()
    station = Counter(Path(folder), station_id, _bench).open(**config)
    pragma = station.store.database.pragma
    line.say("open", pragma("journal_mode"), pragma("synchronous"))
    if hold == HOLD_OPEN:
        line.hold()
    return station


def _sealed_before(line: Line, station: Station, nik: str) -> bool:
    known = station.store.roster.resident(nik)
    if known is None or known.packet_id is None:
        return False
    sealed = station.store.outbox.line(known.packet_id)
    if sealed is None:
        return False
    line.say("sealed", sealed.packet_id.hex(), sealed.sequence)
    return True


def _capture(line: Line, operator: StationOperator) -> None:
    """The steps in order, from the one where the draft stands; an acknowledgement after each act, as on the page."""
    for step in list(Step)[:-1]:
        if step < operator.step:
            continue
        if step is Step.SIGNATURE:
            line.say("kept", operator.sign(SIGNATURE).last)
        elif step is not Step.BIODATA:
            line.say("kept", operator.capture(step).last)
        line.say("kept", operator.confirm(step).last)
