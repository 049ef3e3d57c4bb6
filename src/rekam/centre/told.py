"""Which statuses an answer tells a station: each settled one once, whatever their number, the youngest until they settle.

The bookmark is time and packet id of the last settled status told. The station only repeats it, so it may change its
form; one that this centre cannot read, or from a time to come, begins anew.
"""

from rekam.centre import parameters
from rekam.centre.centre import Centre
from rekam.edge.store.centre.ledger import RecordingRow
from rekam.packet import PacketStatus
from rekam.packet.parameters import TEXT_CHARACTERS_MOST
from rekam.problem import Problem
from rekam.registry import STATUS_WORDS

_TIME_BYTES = 8
_ID_BYTES = 32
_BEGINNING = (0, b"")
_LAST_ID = b"\xff" * _ID_BYTES


def statuses_to_tell(centre: Centre, station_id: str, bookmark: bytes) -> tuple[list[RecordingRow], bytes]:
    """The recordings whose status a station has not been told, and the bookmark behind them.

    What changed within the last `parameters.STATUSES_SETTLE_S` seconds is told with every answer.
    """
    now, ledger = centre.now(), centre.store.ledger
    settled = max(now - parameters.STATUSES_SETTLE_S, 0)
    after = _read(bookmark, now)
    limit = parameters.STATUSES_MOST
    rows = ledger.changed_before(station_id, settled, after=after, limit=limit)
    until = (rows[-1].since, rows[-1].packet_id) if len(rows) == limit else (max(settled - 1, 0), _LAST_ID)
    late = ledger.changed_since(station_id, settled, limit=parameters.STATUSES_LATE_MOST)
    return rows + late, until[0].to_bytes(_TIME_BYTES, "big") + until[1]


def status_of(row: RecordingRow) -> PacketStatus:
    """Where a packet is, in the words of the ledger; why, if there is a problem."""
    words = STATUS_WORDS[row.status]
    why = Problem(row.problem, **row.problem_details) if row.problem else None
    return PacketStatus(
        row.packet_id,
        row.status.value,
        row.since,
        _with_reason(words.id, why.say("id") if why else ""),
        _with_reason(words.en, why.say("en") if why else ""),
        row.owner.value if row.owner else "",
        row.due_at,
    )


def _read(bookmark: bytes, now: int) -> tuple[int, bytes]:
    if len(bookmark) != _TIME_BYTES + _ID_BYTES:
        return _BEGINNING
    at = int.from_bytes(bookmark[:_TIME_BYTES], "big")
    return (at, bookmark[_TIME_BYTES:]) if at <= now else _BEGINNING


def _with_reason(words: str, reason: str) -> str:
    return f"{words}. {reason}"[:TEXT_CHARACTERS_MOST] if reason else words
