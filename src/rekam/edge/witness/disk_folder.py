"""A courier's disk as a book for each station: signed lists, manifests, answers."""

from collections.abc import Iterator

from rekam.edge.key import Ed25519Verifier, import_public
from rekam.edge.store.courier_disk import CourierDisk
from rekam.packet import (
    ExchangeAnswer,
    Manifest,
    Verifier,
    read_answer,
    read_manifest,
    read_receipt,
    read_request,
)
from rekam.packet.audit import Audit, Book, Entry
from rekam.packet.batch import Batch, read_batch
from rekam.problem import Problem


def read_disk(disk: CourierDisk, audit: Audit) -> Iterator[Book]:
    """The books of the stations on a disk; what cannot be believed goes into ``audit``.

    The keys are those that the disk names: compare the key ids of the report with the office's own list.

    Raises:
        Problem: ``courier.disk_gone``.
    """
    for station in disk.stations():
        try:
            keys, centre = _key(disk, station, "station"), _key(disk, station, "centre")
        except Problem as problem:
            audit.breaks += 1
            audit.note(problem)
            continue
        yield _book(disk, station, keys, centre, audit)


def _book(disk: CourierDisk, station: str, keys: Verifier, centre: Verifier, audit: Audit) -> Book:
    manifests: dict[bytes, Manifest] = {}
    named: dict[bytes, int] = {}
    receipts: dict[bytes, bytes] = {}
    heads: list[tuple[int, bytes]] = []
    for number in disk.batches(station):
        try:
            batch = read_batch(
                disk.batch(station, number) or b"", lambda name: keys if name == station else None
            )
            if batch.number != number:
                raise Problem("courier.batch_moved", station=batch.station, number=batch.number)  # noqa: TRY301
            request = read_request(batch.request, lambda _: keys)
            for signed in request.manifests:
                manifest = read_manifest(signed, lambda _: keys)
                manifests[manifest.packet_id] = manifest
        except Problem as problem:
            audit.breaks += 1
            audit.note(problem)
            continue
        named |= {item.packet_id: item.sequence for item in batch.items}
        answer = _answer(disk, batch, request.nonce, centre, audit)
        if answer is not None:
            heads.append((answer.log_size, answer.log_root))
            receipts |= _receipts(answer, centre, audit)
    _check_named(disk, station, named, manifests, receipts, audit)
    entries = [
        Entry(packet_id, named.get(packet_id, manifest.sequence), manifest.signed, receipts.get(packet_id))
        for packet_id, manifest in manifests.items()
    ]
    return Book(station, keys, centre, entries, heads=heads)


def _answer(
    disk: CourierDisk, batch: Batch, nonce: bytes, centre: Verifier, audit: Audit
) -> ExchangeAnswer | None:
    signed = disk.answer(batch.station, batch.number)
    if signed is None:
        return None
    try:
        return read_answer(signed, centre, station=batch.station, nonce=nonce)
    except Problem as problem:
        audit.receipts_wrong += 1
        audit.note(problem)
        return None


def _receipts(answer: ExchangeAnswer, centre: Verifier, audit: Audit) -> dict[bytes, bytes]:
    found = {}
    for signed in answer.receipts:
        try:
            found[read_receipt(signed, centre).packet_id] = signed
        except Problem as problem:
            audit.receipts_wrong += 1
            audit.note(problem)
    return found


def _check_named(
    disk: CourierDisk,
    station: str,
    named: dict[bytes, int],
    manifests: dict[bytes, Manifest],
    receipts: dict[bytes, bytes],
    audit: Audit,
) -> None:
    """Every packet on a list has its manifest, and its body unless it was receipted."""
    for packet_id, sequence in named.items():
        if packet_id not in manifests:
            audit.breaks += 1
            audit.note(Problem("packet.chain_gap", station=station, first=sequence, last=sequence))
            continue
        held = disk.holds(station, packet_id)
        if held is None:
            audit.breaks += 1
            audit.note(Problem("delivery.body_damaged", packet=packet_id.hex()[:12]))
        elif not held and packet_id not in receipts:
            audit.gaps += 1
            audit.note(Problem("delivery.body_missing", packet=packet_id.hex()[:12]))


def _key(disk: CourierDisk, station: str, name: str) -> Verifier:
    data = disk.key(station, name)
    key = import_public(data) if data is not None else None
    if not isinstance(key, Ed25519Verifier):
        raise Problem("packet.key_missing", name=f"{station}/{name}")
    return key
