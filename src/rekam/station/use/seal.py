"""Consent and sealing: the step after which the station itself cannot read the recording."""

import logging
from dataclasses import dataclass, replace

from rekam.account import Account, Act, require
from rekam.packet import RECORDING, SealedPacket, core_of, encode_recording, recorded_statement
from rekam.packet import seal as seal_packet
from rekam.problem import Problem
from rekam.recording import Consented, Draft, check_consent, check_index, duty, to_recording
from rekam.recording.draft import after
from rekam.registry import receipt_code
from rekam.station.memory import give_back
from rekam.station.station import Station
from rekam.station.use.draft import append, obstacles

log = logging.getLogger("rekam.station")


@dataclass(frozen=True, slots=True)
class Sealed:
    """What sealing gives.

    Attributes:
        code: The resident's receipt code.
    """

    code: str
    packet_id: bytes
    sequence: int


def consent(station: Station, account: Account | None, draft_id: str) -> Draft:
    """The resident saw the review page and agreed.

    The operator's own signature is made here: sealing after a power cut needs nobody.

    Raises:
        Problem: ``recording.step_not_reached``, ``recording.index_*``, ``account.own_key_locked``, or what is wrong with the biodata.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    draft = station.store.drafts.read(draft_id)
    check_consent(draft)
    if station.judge.compares:
        check_index(draft)
    for problem in obstacles(station, draft):
        raise problem
    if draft.consented_at is not None:
        return draft
    agreed = _signed(station, draft, Consented(station.now(), operator.name))
    return append(station, operator, draft_id, draft, [agreed], "consented")


def _signed(station: Station, draft: Draft, agreed: Consented) -> Consented:
    recording = to_recording(after(draft, agreed))
    signed = station.own_keys.sign(agreed.operator, recorded_statement(core_of(recording)))
    if signed is None:
        return agreed
    return Consented(agreed.at, agreed.operator, signed.key_id, signed.signature)


def seal(station: Station, draft_id: str) -> Sealed:
    """Seals a draft to which the resident agreed. A crash at any point leaves exactly one packet of it.

    1. The packet's id is noted beside the draft: a body without a line is then known to be waste.
    2. The body is durable under its id.
    3. One transaction adds the outbox line, moves the chain and closes the draft: the packet exists.
    4. The draft's key is destroyed, then its rows.

    Raises:
        Problem: ``station.draft_gone``, ``recording.consent_needed``, ``station.chain_moved``,
            ``delivery.no_space``; the draft is then as it was.
    """
    with station.sealing:
        draft = station.store.drafts.read(draft_id)
        sequence, previous = station.store.outbox.head()
        packet = _packet(station, draft, sequence + 1, previous)
        station.store.drafts.intend(draft_id, packet.packet_id)
        station.store.files.put(packet.packet_id, packet.body)
        _commit(station, draft_id, draft, packet, sequence + 1)
        station.store.drafts.destroy(draft_id)
        station.prints.forget()
    give_back()
    if station.delivery is not None:
        station.delivery.ask()
    return Sealed(receipt_code(packet.packet_id), packet.packet_id, sequence + 1)


def resume(station: Station) -> list[Sealed]:
    """Seals what a power cut interrupted between consent and sealing; called before the first page opens.

    What cannot be sealed now (a full disk) stays an open draft: the operator finds it on the first page, presses
    Setuju again and reads the reason there.
    """
    sealed = []
    for draft_id in station.interrupted:
        try:
            sealed.append(seal(station, draft_id))
        except Problem as problem:
            log.warning("draft %s stays open: %s", draft_id, problem)
            continue
        station.store.journal.write(station.now(), "station", "sealing_resumed", sealed[-1].code)
    return sealed


def _packet(station: Station, draft: Draft, sequence: int, previous: bytes) -> SealedPacket:
    recording = replace(to_recording(draft), clock=station.time.evidence(sequence))
    return seal_packet(
        encode_recording(recording),
        station=station.papers.station,
        sequence=sequence,
        previous=previous,
        kind=RECORDING,
        region=station.papers.region,
        captured_at=recording.consented_at,
        sealed_at=station.now(),
        operator=recording.operator,
        recipients=station.recipients,
        signer=station.signer,
        random=station.random,
    )


def _commit(station: Station, draft_id: str, draft: Draft, packet: SealedPacket, sequence: int) -> None:
    store, now = station.store, station.now()
    if draft.consented_at is None or draft.consented_with is None:
        raise Problem("recording.consent_needed")
    with store.database.write():
        code = store.outbox.add(
            packet,
            sequence=sequence,
            captured_at=draft.consented_at,
            sealed_at=now,
            operator=draft.consented_with,
        )
        store.drafts.close(draft_id, at=now)
        store.roster.set_recorded(draft.biodata, packet.packet_id, at=now)
        store.absences.lift(draft.biodata.nik, at=now, by=draft.consented_with)
        store.queue.recorded(draft.biodata.nik, at=now)
        owed = duty(draft)
        # Until when, not what: the journal says nothing of a body.
        come_back = {"come_back": owed.due} if owed else {}
        store.journal.write(
            now, draft.consented_with, "sealed", code, sequence=sequence, bytes=len(packet.body), **come_back
        )
        store.journal.count(station.today().isoformat(), "recorded")
        left_out = sum(held.exemption is not None for held in draft.held.values())
        if left_out:
            store.journal.count(station.today().isoformat(), "with_exception")
