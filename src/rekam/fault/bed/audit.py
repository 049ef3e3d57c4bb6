"""Did everything arrive once? The centre's books held against what was acknowledged."""

from collections import Counter as Tally
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rekam.centre.station_keys import StationKeys
from rekam.edge.store.packet_files import CopyState
from rekam.fault.bed.office import Office
from rekam.fault.outcome import Outcome
from rekam.packet import decode_recording, log_leaf, open_packet, read_manifest, read_receipt
from rekam.packet.merkle import verify_inclusion
from rekam.problem import Problem
from rekam.registry import EventKind
from rekam.station.station import Station

_ARRIVALS = (EventKind.RECEIVED, EventKind.PUT_IN_QUARANTINE)


@dataclass(slots=True)
class Finding:
    """What an audit found: counts for `Outcome`, and the first case of each in words."""

    lost: int = 0
    duplicated: int = 0
    unknown: int = 0
    first: str = ""

    def note(self, what: str, said: str) -> None:
        """One more of ``lost``, ``duplicated`` or ``unknown``."""
        setattr(self, what, getattr(self, what) + 1)
        self.first = self.first or f"{what}: {said}"

    def into(self, outcome: Outcome) -> None:
        """Adds the counts to an outcome."""
        outcome.lost += self.lost
        outcome.duplicated += self.duplicated
        outcome.unknown += self.unknown
        if self.first and "first" not in outcome.details:
            outcome.details["first"] = self.first


def audit_office(office: Office, receipts: Mapping[bytes, bytes], *, people: Mapping[bytes, str]) -> Finding:
    """Looks at the centre from outside: files, log, events, contents.

    Args:
        office: The centre, its work at rest.
        receipts: Every receipt that a station holds, by packet: the centre must be able to honour each.
        people: NIK that was recorded in each acknowledged packet; one packet a NIK.

    Returns:
        ``lost``: a receipted packet whose two copies, content or log entry are not there; a person who was
        acknowledged and is in no packet. ``duplicated``: a packet with two arrivals or two log entries, a person
        in two packets. ``unknown``: a packet with no status, a log or chain that does not add up.
    """
    finding = Finding()
    log = office.centre.store.log
    kept = log.leaves(1 << 62)
    times = Tally(kept)
    for packet_id, signed in receipts.items():
        _check_receipt(office, packet_id, signed, kept, times, finding)
    with office.centre.store.database.connection() as connection:
        arrived = dict(connection.execute("SELECT packet_id, received_at FROM rekam.packet").fetchall())
    for packet_id in arrived:
        _check_history(office, packet_id, finding)
    seen = Tally(
        _nik(office, packet_id, finding) for packet_id in people if arrived.get(packet_id) is not None
    )
    for nik, packets in seen.items():
        if packets > 1:
            finding.note("duplicated", f"one person in {packets} packets ({nik[-4:]})")
    for packet_id in people:
        if packet_id not in arrived:
            finding.note("lost", f"{packet_id.hex()[:12]} never came")
    if log.first_wrong() is not None:
        finding.note("unknown", "the log does not add up")
    if log.head().size != sum(at is not None for at in arrived.values()):
        finding.note("unknown", "log and packets differ in number")
    return finding


def audit_station(station: Station) -> Finding:
    """Bodies that no line explains, lines of no state, and a chain with gaps."""
    finding = Finding()
    for packet_id in station.store.unknown_bodies():
        finding.note("unknown", f"body {packet_id.hex()[:12]} without a line")
    lines = station.store.outbox.latest(100_000)
    if sorted(line.sequence for line in lines) != list(range(1, len(lines) + 1)):
        finding.note("unknown", "numbers with gaps")
    for line in lines:
        if line.receipt is None and station.store.files.size(line.packet_id) != line.size:
            finding.note("lost", f"body of {line.packet_id.hex()[:12]} gone without a receipt")
    return finding


def _check_receipt(
    office: Office,
    packet_id: bytes,
    signed: bytes,
    kept: Sequence[bytes],
    times: Mapping[bytes, int],
    finding: Finding,
) -> None:
    short = packet_id.hex()[:12]
    centre, store = office.centre, office.centre.store
    receipt = read_receipt(signed, centre.keys.signer.verifier)
    if centre.files.verify(packet_id) != (CopyState.GOOD, CopyState.GOOD):
        finding.note("lost", f"{short} has a receipt and not two good copies")
    leaf = log_leaf(receipt.packet_id, receipt.station, receipt.sequence, receipt.received_at)
    if receipt.log_index >= len(kept) or kept[receipt.log_index] != leaf:
        finding.note("lost", f"{short} has a receipt and is not in the log")
    elif not verify_inclusion(leaf, receipt.log_index, receipt.log_size, receipt.proof, receipt.log_root):
        finding.note("unknown", f"{short} has a receipt that proves nothing")
    if times.get(leaf, 0) > 1:
        finding.note("duplicated", f"{short} stands in the log twice")
    if store.log.receipt(packet_id) != signed:
        finding.note("unknown", f"{short} has two receipts")


def _check_history(office: Office, packet_id: bytes, finding: Finding) -> None:
    ledger = office.centre.store.ledger
    arrivals = sum(event.kind in _ARRIVALS for event in ledger.history(packet_id))
    if arrivals > 1:
        finding.note("duplicated", f"{packet_id.hex()[:12]} arrived {arrivals} times")
    if ledger.recording(packet_id) is None:
        finding.note("unknown", f"{packet_id.hex()[:12]} has no status")


def _nik(office: Office, packet_id: bytes, finding: Finding) -> str:
    centre = office.centre
    packet = centre.store.packets.packet(packet_id)
    assert packet is not None
    try:
        manifest = read_manifest(packet.manifest, StationKeys(centre.store.stations))
        content = open_packet(manifest, centre.files.get(packet_id), centre.keys.opener)
        return decode_recording(content).biodata.nik
    except Problem as problem:
        finding.note("lost", f"{packet_id.hex()[:12]} cannot be read: {problem.code}")
        return packet_id.hex()
