"""Stage one: open the packet, check what stands in it, extract features, claim the NIK."""

from collections.abc import Callable
from dataclasses import replace

from psycopg import Connection

from rekam.centre import parameters
from rekam.centre.centre import IDENTIFY, Centre
from rekam.centre.pipeline.engine import Engine, Extracted, Watchful
from rekam.centre.pipeline.validation import all_excepted, problems_of
from rekam.centre.signature import doubt
from rekam.centre.station_keys import StationKeys
from rekam.edge.store.centre import audit, contents, ledger, templates
from rekam.edge.store.centre.cases import open_case
from rekam.edge.store.centre.ledger import Identified
from rekam.edge.store.centre.packets import PacketRow
from rekam.edge.store.centre.people import Resident, lock_resident
from rekam.packet import Recording, decode_recording, read_manifest
from rekam.problem import Problem
from rekam.registry import Detail, EventKind

_ACTOR = "centre"


def prepare(centre: Centre, engine: Engine, packet_id: bytes, *, known_region: Callable[[str], bool]) -> None:
    """Take a received packet to the search, or to its named failure; harmless when done again.

    Args:
        centre: The open centre.
        engine: Extracts features.
        packet_id: Which.
        known_region: Whether a region code is or was in force.
    """
    packet = centre.store.packets.packet(packet_id)
    with centre.store.database.connection() as connection:
        due = packet is not None and _is_due(connection, packet_id)
    if packet is None or not due:
        return  # the same job ran before, or the packet waits for something else
    recording = _opened(centre, packet)
    problems = problems_of(
        recording, station=packet.station_id, known_region=known_region, received_at=packet.received_at
    )
    features = engine.extract(recording.samples) if not problems else Extracted(None)
    if features.content is not None and isinstance(engine, Watchful):
        recent = centre.store.templates.recent_of_operator(
            packet_id, engine.name, limit=parameters.WATCHED_MOST
        )
        features = replace(features, flags=engine.flags(features.content, recent))
    if not problems and features.content is None and not all_excepted(recording):
        problems = [Problem("centre.no_usable_biometrics")]
    with centre.store.database.transaction() as connection:
        ledger.lock(connection, packet_id)
        if not _is_due(connection, packet_id):
            return
        if _held_back(centre, connection, packet, recording):
            return
        _conclude(centre, connection, packet_id, recording, features, problems, engine.name)


def _is_due(connection: Connection, packet_id: bytes) -> bool:
    return ledger.last_kind(connection, packet_id) in {EventKind.RECEIVED, EventKind.RELEASED}


def _held_back(centre: Centre, connection: Connection, packet: PacketRow, recording: Recording) -> bool:
    """A signature that is wrong or missing: the packet waits, safe and named, until somebody has looked."""
    doubted = doubt(connection, packet, recording)
    if doubted is None or _looked_at(connection, packet.packet_id):
        return False
    now = centre.now()
    ledger.append(connection, packet.packet_id, EventKind.DOUBTED, at=now, actor=_ACTOR, problem=doubted)
    audit.write(
        connection, f"station:{packet.station_id}", "packet_doubted", packet.region, packet.packet_id.hex(),
        at=now, details={"problem": doubted.code},
    )  # fmt: skip
    return True


def _looked_at(connection: Connection, packet_id: bytes) -> bool:
    """Whether a person let it go on after it was held back."""
    events = ledger.history(connection, packet_id)
    held = any(event.kind is EventKind.DOUBTED for event in events)
    return held and events[-1].kind is EventKind.RELEASED and events[-1].actor != _ACTOR


def _opened(centre: Centre, packet: PacketRow) -> Recording:
    manifest = read_manifest(packet.manifest, StationKeys(centre.store.stations))
    body = centre.files.get(packet.packet_id)
    return decode_recording(centre.keys.open(manifest, body, body_hash=packet.packet_id))


def _conclude(
    centre: Centre,
    connection: Connection,
    packet_id: bytes,
    recording: Recording,
    features: Extracted,
    problems: list[Problem],
    engine: str,
) -> None:
    now = centre.now()
    nik = recording.biodata.nik
    resident = lock_resident(connection, nik)
    if resident is None and not problems:
        problems = [Problem("centre.nik_not_in_register")]
    contents.put_content(connection, packet_id, recording)
    identified = _identified(recording, resident)
    if problems:
        ledger.append(
            connection, packet_id, EventKind.FAILED_AT_CENTRE, at=now, actor=_ACTOR, problem=problems[0],
            details={"problems": len(problems)}, identified=identified,
        )  # fmt: skip
        return
    assert resident is not None
    if resident.recorded and resident.packet_id != packet_id:
        ledger.append(
            connection, packet_id, EventKind.ALREADY_HELD, at=now, actor=_ACTOR, identified=identified
        )
        return
    details: dict[str, Detail] = {"engine": engine, **_unreadable(features), **features.flags}
    ledger.append(
        connection,
        packet_id,
        EventKind.EXTRACTED,
        at=now,
        actor=_ACTOR,
        details=details,
        identified=identified,
        counts=True,
    )
    if features.content is None:
        open_case(connection, packet_id, (), at=now)
        ledger.append(connection, packet_id, EventKind.SENT_TO_EXPERT, at=now, actor=_ACTOR)
        return
    templates.put_template(connection, packet_id, engine, features.content)
    centre.queue.defer(connection, IDENTIFY, packet_id)


def _identified(recording: Recording, resident: Resident | None) -> Identified:
    """Counted in the village of the register: that is where the denominator counts the resident."""
    if resident is None:
        return Identified(recording.biodata.nik, recording.biodata.village, obliged=False)
    return Identified(resident.biodata.nik, resident.biodata.village, resident.obliged)


def _unreadable(features: Extracted) -> dict[str, Detail]:
    return {"unreadable": ", ".join(sorted(features.unreadable))} if features.unreadable else {}
