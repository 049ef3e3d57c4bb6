"""A station without a counter: keeps small packets by the thousand in one file and brings them when it is asked."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rekam.edge.key import Ed25519Signer, HybridRecipient, export_public, import_public
from rekam.fault.bed.office import Office
from rekam.fault.bed.sealing_day import Day, Kept, Order
from rekam.packet import (
    START,
    ExchangeAnswer,
    ExchangeRequest,
    Verifiers,
    check_receipt,
    read_answer,
    read_receipt,
    sign_request,
)
from rekam.packet.parameters import HELD_MOST

_MANIFESTS_AT_ONCE = 100


@dataclass(slots=True)
class Post:
    """One station.

    Attributes:
        name: Its id.
        file: Holds manifests and bodies.
        signer: Its key now.
        recipients: To whom it seals.
        held: Packets whose bodies it has, by id in order; a receipt that holds removes one.
        receipts: How many it has.
        told: How many manifests the centre has confirmed.
        heard_until: The centre's bookmark in the statuses that it has told.
        statuses: The status of each packet as the centre told it last.
    """

    name: str
    file: Path
    signer: Ed25519Signer
    recipients: tuple[HybridRecipient, ...] = ()
    held: dict[bytes, Kept] = field(default_factory=dict)
    sealed: int = 0
    previous: bytes = START
    receipts: int = 0
    told: int = 0
    heard_until: bytes = b""
    statuses: dict[bytes, str] = field(default_factory=dict)
    index: list[Kept] = field(default_factory=list)

    def take_recipients(self, public: tuple[bytes, ...]) -> None:
        """Seals to these keys from now on."""
        keys = (import_public(data) for data in public)
        self.recipients = tuple(key for key in keys if isinstance(key, HybridRecipient))

    def change_key(self) -> bytes:
        """A new signing key; its public half."""
        self.signer = Ed25519Signer(os.urandom(32))
        return export_public(self.signer.verifier)

    def order(self, count: int, at: int) -> Order:
        """What is to be sealed next; `take` has to follow before the next order."""
        public = tuple(recipient.public for recipient in self.recipients)
        return Order(self.name, self.file, self.signer.seed, public, self.sealed, self.previous, count, at)

    def take(self, day: Day) -> None:
        """What was sealed to its order."""
        self.index += day.kept
        self.held.update((kept.packet_id, kept) for kept in day.kept)
        self.sealed += len(day.kept)
        self.previous = day.previous

    def exchange(self, office: Office, at: int) -> ExchangeAnswer:
        """One exchange; receipts that hold let bodies go."""
        told = self.index[self.told : self.told + _MANIFESTS_AT_ONCE]
        held = list(self.held)
        request = ExchangeRequest(
            station=self.name, nonce=os.urandom(16), sent_at=at, receipts_known=self.receipts,
            manifests=tuple(self._read(one.at, one.manifest) for one in told), held=tuple(held[:HELD_MOST]),
            statuses_after=self.heard_until,
        )  # fmt: skip
        signed = office.desk.receive_exchange(sign_request(request, self.signer))
        centre = office.centre.keys.signer.verifier
        answer = read_answer(signed, centre, station=self.name, nonce=request.nonce)
        self.told += len(told)
        self.heard_until = answer.statuses_until
        self.statuses.update((one.packet_id, one.status) for one in answer.statuses)
        for one in answer.receipts:
            self._let_go(one, centre)
        return answer

    def tell_all(self, office: Office, at: int) -> ExchangeAnswer:
        """Exchanges until the centre has every manifest; the last answer."""
        answer = self.exchange(office, at)
        while self.told < len(self.index):
            answer = self.exchange(office, at)
        return answer

    def bring(self, office: Office, wanted: tuple[bytes, ...]) -> Iterator[int]:
        """Brings bodies in the order in which they are wanted, all at once; the number of each that was taken over."""
        folder = self.file.with_suffix(".bodies")
        folder.mkdir(exist_ok=True)
        bodies = []
        for packet_id in wanted:
            kept, path = self.held[packet_id], folder / packet_id.hex()
            path.write_bytes(self._read(kept.at + kept.manifest, kept.body))
            bodies.append((packet_id, path))
        for (packet_id, path), result in zip(bodies, office.intake.bodies_complete(bodies), strict=True):
            path.unlink()
            if isinstance(result, Exception):
                raise result
            yield self.held[packet_id].sequence

    def _read(self, at: int, size: int) -> bytes:
        with self.file.open("rb") as file:
            file.seek(at)
            return file.read(size)

    def _let_go(self, signed: bytes, centre: Verifiers) -> None:
        receipt = read_receipt(signed, centre)
        kept = self.held.get(receipt.packet_id)
        if kept is None:
            return
        check_receipt(receipt, packet_id=kept.packet_id, station=self.name, sequence=kept.sequence)
        del self.held[kept.packet_id]
        self.receipts += 1
