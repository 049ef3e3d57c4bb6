"""The scripted operator: does what an operator's hands do, resumes after any kill, never does a visit twice."""

import signal
import threading
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import httpx
import msgspec

from rekam.abis import FingerReading, read_finger
from rekam.biometric import LEFT_FOUR, ExceptionReason, FingerImage, FingerPosition, Modality
from rekam.biometric.drawn import signature
from rekam.demo.visit import Outcome, Plan, Visit
from rekam.edge.device.sbi import sub_type
from rekam.edge.store.station import REFUSED
from rekam.problem import Problem
from rekam.recording import Item, item_of
from rekam.recording.item import IRIS_ITEMS
from rekam.station.config import StationConfig
from rekam.station.judge import EngineJudge
from rekam.station.opening import open_station
from rekam.station.operator import StationOperator
from rekam.station.station import Station

Excepted = Sequence[tuple[Sequence[Item], ExceptionReason]]

BORN_WITHOUT = tuple(item_of(Modality.FINGER, finger) for finger in (*LEFT_FOUR, FingerPosition.LEFT_THUMB))
SHOWN_FINGERS = (
    FingerPosition.RIGHT_INDEX, FingerPosition.RIGHT_MIDDLE, FingerPosition.LEFT_INDEX, FingerPosition.LEFT_MIDDLE,
)  # fmt: skip
"""The four fingers that a folder of prints gives each person, in the order of its sets."""

SEND_SECONDS = 1.0

OTHER_FINGERS = tuple(
    item_of(Modality.FINGER, finger) for finger in FingerPosition if finger not in SHOWN_FINGERS
)


def play_operator(plan_file: Path) -> int:
    """Record everybody of the plan who is not recorded yet; then stay and deliver until told to end."""
    plan = msgspec.json.decode(plan_file.read_bytes(), type=Plan)
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    config = StationConfig(
        folder=Path(plan.station), device_ports=(plan.device_port,), deliver_every_s=1.0, beat_every_s=5.0
    )
    station = open_station(config, judge=EngineJudge(_remembered_reading()))
    station.start()
    try:
        # Once everybody was recorded the centre takes their lines off the roster: nothing is left to play.
        if not Path(plan.done).exists():
            _play(station, plan, ended)
        # The operator presses "Kirim sekarang" for as long as something waits.
        while not ended.wait(SEND_SECONDS):
            if station.port.held():
                station.store.outbox.try_now()
                station.deliverer().ask()
    finally:
        station.close()
    return 0


def _remembered_reading() -> Callable[[FingerImage], FingerReading]:
    """Each picture is read once: a print from a folder is the same at every attempt."""
    known: dict[bytes, FingerReading] = {}

    def reading(image: FingerImage) -> FingerReading:
        key = sha256(image.pixels.tobytes()).digest()
        if key not in known:
            known[key] = read_finger(image)
        return known[key]

    return reading


def _play(station: Station, plan: Plan, ended: threading.Event) -> None:
    operator = StationOperator.sign_in(station, *plan.operator)
    outcomes: list[Outcome] = []
    with httpx.Client(base_url=plan.simulator, trust_env=False, timeout=10) as simulator:
        for visit in plan.visits:
            if ended.is_set():
                return
            outcomes.append(_outcome(operator, visit, plan, simulator))
    rough = Path(plan.done + ".new")
    rough.write_bytes(msgspec.json.encode(outcomes))
    rough.replace(plan.done)


def _outcome(operator: StationOperator, visit: Visit, plan: Plan, simulator: httpx.Client) -> Outcome:
    known = operator.station.store.roster.resident(visit.nik)
    if known is None:
        raise Problem("station.not_on_roster")
    if known.state == REFUSED:
        return Outcome(nik=visit.nik, kind=visit.kind, packet_id="", refused=(known.reason or "",))
    if known.packet_id is not None:
        return Outcome(nik=visit.nik, kind=visit.kind, packet_id=known.packet_id.hex())
    _seat(visit, simulator)
    if visit.kind == "wrong_nik":
        operator.begin(visit.nik)
        reasons = operator.refuse()
        return Outcome(nik=visit.nik, kind=visit.kind, packet_id="", refused=(reasons[0].code,))
    operator.begin(visit.nik)
    for items, reason in _excepted(visit, plan):
        operator.except_item(items, reason, supervisor=plan.supervisor)
    sealed = operator.record(visit.nik, signature(visit.person, known.biodata.name))
    return Outcome(nik=visit.nik, kind=visit.kind, packet_id=sealed.packet_id.hex())


def _seat(visit: Visit, simulator: httpx.Client) -> None:
    missing = [sub_type(item.place) for item in BORN_WITHOUT] if visit.kind == "one_hand" else []
    settings = {
        "person": visit.person,
        "sex": visit.sex,
        "age": visit.age,
        "birth_year": visit.birth_year,
        "first_attempt": visit.capture,
        "missing": missing,
    }
    simulator.post("/_simulator", json=settings).raise_for_status()


def _excepted(visit: Visit, plan: Plan) -> Excepted:
    if plan.fingers:
        return ((OTHER_FINGERS, ExceptionReason.MISSING), (IRIS_ITEMS, ExceptionReason.DEVICE_BROKEN))
    if visit.kind == "one_hand":
        return ((BORN_WITHOUT, ExceptionReason.MISSING),)
    return ()
