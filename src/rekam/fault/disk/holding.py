"""Does the disk hold what was said? The station's books after a cut, held against the acknowledgements."""

from collections import Counter as Tally

from rekam.edge.key import KeyFolder
from rekam.edge.store.packet_files import CopyState
from rekam.edge.store.station.outbox import OutboxLine
from rekam.fault.bed.audit import Finding, audit_station
from rekam.fault.bed.counter import Counter
from rekam.fault.disk.at_work import Said, copies_of
from rekam.packet import check_chain, decode_recording, open_packet, read_manifest
from rekam.problem import Problem
from rekam.station.station import Station


def audit_said(station: Station, counter: Counter, keys: KeyFolder, said: Said) -> Finding:
    """Looks for every acknowledged act.

    Args:
        station: The station, opened after the cut.
        counter: Its folder, with the centre's beside it.
        keys: The centre's private keys: packets are opened and read.
        said: What was acknowledged.

    Returns:
        ``lost``: a packet, a copy or an event of a draft that was acknowledged and is not there; ``duplicated``: a
        resident in two packets; ``unknown``: bodies, lines and links that nothing explains.
    """
    finding = audit_station(station)
    if said.failed.startswith("unnamed"):
        finding.note("unknown", said.failed)
    niks = _read_all(station, keys, finding)
    for packet_id, (nik, _) in said.packets.items():
        if niks.get(packet_id) != nik:
            finding.note("lost", f"packet {packet_id.hex()[:12]} was acknowledged")
    for nik, times in Tally(niks.values()).items():
        if times > 1:
            finding.note("duplicated", f"one resident in {times} packets ({nik[-4:]})")
    _check_drafts(station, said, set(niks.values()), finding)
    copies = copies_of(counter)
    for packet_id in said.copies:
        if copies.verify(packet_id) != (CopyState.GOOD, CopyState.GOOD):
            finding.note("lost", f"copies of {packet_id.hex()[:12]} were acknowledged")
    return finding


def _read_all(station: Station, keys: KeyFolder, finding: Finding) -> dict[bytes, str]:
    """NIK in each packet that can be read, by packet id; the chain is checked on the way."""
    niks = {}
    manifests = []
    for line in sorted(station.store.outbox.latest(100_000), key=_sequence):
        try:
            manifest = read_manifest(line.manifest, lambda _: station.signer.verifier)
            manifests.append(manifest)
            content = open_packet(manifest, station.store.files.get(line.packet_id), keys.opener("centre"))
            niks[line.packet_id] = decode_recording(content).biodata.nik
        except Problem as problem:
            finding.note("lost", f"packet {line.packet_id.hex()[:12]}: {problem.code}")
    if not check_chain(manifests).sound:
        finding.note("unknown", "the chain does not hold")
    return niks


def _check_drafts(station: Station, said: Said, sealed: set[str], finding: Finding) -> None:
    store = station.store
    events = {}
    for line in store.drafts.open_lines():
        try:
            draft = store.drafts.read(line.draft_id)
        except Problem as problem:
            finding.note("lost", f"a draft: {problem.code}")
            continue
        events[draft.biodata.nik] = draft.last
    for nik, last in said.drafts.items():
        if nik not in sealed and events.get(nik, 0) < last:
            finding.note("lost", f"{last - events.get(nik, 0)} events of a draft were acknowledged")


def _sequence(line: OutboxLine) -> int:
    return line.sequence
