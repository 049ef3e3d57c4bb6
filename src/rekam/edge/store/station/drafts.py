"""Half-done recordings: every event encrypted under the draft's own key and durable when `add` returns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rekam.edge.store.station.database import Database, Row
from rekam.problem import Problem
from rekam.recording import Draft, Event, decode_event, encode_event, fold


class DraftCipher(Protocol):
    """Encrypts under the key of one draft, as `rekam.edge.key.DraftCipher` does."""

    def encrypt(self, data: bytes, label: str) -> bytes:
        """The data, bound to its label inside the draft."""

    def decrypt(self, sealed: bytes, label: str) -> bytes:
        """What was encrypted.

        Raises:
            Problem: ``packet.draft_unreadable``.
        """


class DraftKeys(Protocol):
    """Keeps one key a draft outside the database, as `rekam.edge.key.DraftKeys` does."""

    def create(self, draft: str) -> DraftCipher:
        """A new key, durable when this returns."""

    def cipher(self, draft: str) -> DraftCipher:
        """The key of an open draft.

        Raises:
            Problem: ``packet.key_missing`` once it is destroyed.
        """

    def destroy(self, draft: str) -> None:
        """Makes the draft unreadable for ever; harmless when it already is."""

    def drafts(self) -> Sequence[str]:
        """Drafts that have a key."""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """What is known of a draft without its key.

    Attributes:
        packet_id: Packet that was being sealed from it, if sealing began.
    """

    draft_id: str
    operator: str
    begun_at: int
    changed_at: int
    packet_id: bytes | None


class Drafts:
    """The drafts of this station.

    Args:
        database: The station's database.
        keys: Where the keys are kept.
    """

    def __init__(self, database: Database, keys: DraftKeys) -> None:
        self._database = database
        self._keys = keys

    def begin(self, draft_id: str, event: Event, *, operator: str, at: int) -> None:
        """A new draft with its first event."""
        cipher = self._keys.create(draft_id)
        with self._database.write():
            self._database.do("put_draft", draft_id, operator, at, at)
            payload = cipher.encrypt(encode_event(event), _label(1))
            self._database.do("put_draft_event", draft_id, 1, payload)

    def add(self, draft_id: str, number: int, events: Sequence[Event], *, at: int) -> None:
        """Appends events; all of them are durable when this returns, or none.

        Args:
            draft_id: Which draft.
            number: Number of the first new event: one more than the draft's last as the caller saw it.
            events: In order.
            at: Unix time.

        Raises:
            Problem: ``station.draft_gone``; ``station.draft_changed`` when somebody else added meanwhile.
        """
        cipher = self._keys.cipher(draft_id)
        with self._database.write():
            if self._database.do("touch_draft", at, draft_id) != 1:
                raise Problem("station.draft_gone")
            last = self._database.one("last_draft_event", draft_id)
            if last is None or last["last"] != number - 1:
                raise Problem("station.draft_changed")
            for place, event in enumerate(events, start=number):
                payload = cipher.encrypt(encode_event(event), _label(place))
                self._database.do("put_draft_event", draft_id, place, payload)

    def read(self, draft_id: str) -> Draft:
        """The draft after all its events.

        Raises:
            Problem: ``station.draft_gone``, or what the cipher says of damaged bytes.
        """
        row = self._database.one("draft", draft_id)
        if row is None or row["state"] != "open":
            raise Problem("station.draft_gone")
        cipher = self._keys.cipher(draft_id)
        rows = self._database.all("draft_events", draft_id)
        return fold(decode_event(cipher.decrypt(event["payload"], _label(event["number"]))) for event in rows)

    def open_lines(self) -> list[DraftLine]:
        """Drafts that can be continued, latest first."""
        return [_line(row) for row in self._database.all("open_drafts")]

    def line(self, draft_id: str) -> DraftLine | None:
        """One draft, open or closed."""
        row = self._database.one("draft", draft_id)
        return _line(row) if row else None

    def intend(self, draft_id: str, packet_id: bytes | None) -> None:
        """Names the packet that is about to be written from the draft, so that a crash leaves no orphan file."""
        if self._database.do("intend_packet", packet_id, draft_id) != 1:
            raise Problem("station.draft_gone")

    def close(self, draft_id: str, *, at: int) -> None:
        """Ends the draft inside the caller's transaction; `destroy` follows.

        Raises:
            Problem: ``station.draft_gone`` when it was ended already.
        """
        if self._database.do("close_draft", at, draft_id) != 1:
            raise Problem("station.draft_gone")

    def destroy(self, draft_id: str) -> None:
        """Destroys key and rows of a closed draft; the key first, so that a crash between leaves no reader."""
        self._keys.destroy(draft_id)
        with self._database.write():
            self._database.do("remove_draft_events", draft_id)
            self._database.do("remove_draft", draft_id)

    def sweep(self) -> int:
        """After a crash: destroys drafts that were closed but not destroyed, and keys without a draft."""
        closed = [row["draft_id"] for row in self._database.all("closed_drafts")]
        for draft_id in closed:
            self.destroy(draft_id)
        known = {line.draft_id for line in self.open_lines()}
        keyless = [draft_id for draft_id in self._keys.drafts() if draft_id not in known]
        for draft_id in keyless:
            self._keys.destroy(draft_id)
        return len(closed) + len(keyless)


def _label(number: int) -> str:
    return f"event {number}"


def _line(row: Row) -> DraftLine:
    return DraftLine(row["draft_id"], row["operator"], row["begun_at"], row["changed_at"], row["packet_id"])
