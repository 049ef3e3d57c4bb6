from dataclasses import dataclass
from sqlite3 import Row

from rekam.edge.store.station.database import Database
from rekam.engine.mosip.parameters import FORGET_AT_ONCE, KEEP_S


@dataclass(frozen=True, slots=True)
class Job:
    """A request that was taken over from the queue.

    Attributes:
        number: The order in which jobs are done.
        body: The message.
        is_text: Kind of message.
        answer: ``None`` until it is done.
    """

    number: int
    body: bytes
    is_text: bool
    answer: bytes | None


class Journal:
    """Requests and their answers in the engine's database, so that an answer and what it says are one transaction.

    Args:
        database: Of the engine's folder.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, request_id: str, body: bytes, *, is_text: bool, now: int) -> None:
        """Takes a request over; it will be done, whatever happens."""
        self._database.do("mosip_add", request_id, body, is_text, now)

    def of(self, request_id: str) -> Job | None:
        """The request of that name, if there was one within the time that answers are kept."""
        return _job(self._database.one("mosip_of", request_id))

    def next(self) -> Job | None:
        """The oldest job that is not done."""
        return _job(self._database.one("mosip_next"))

    def pending(self) -> int:
        """Jobs that are not done."""
        row = self._database.one("mosip_pending")
        assert row is not None
        return int(row["jobs"])

    def answer(self, job: Job, answer: bytes, now: int) -> None:
        """A job is done; call it in the transaction that does it."""
        self._database.do("mosip_answer", answer, now, job.number)

    def unsent(self, limit: int) -> list[Job]:
        """Jobs whose answer MOSIP may not have, oldest first."""
        return [job for row in self._database.all("mosip_unsent", limit) if (job := _job(row))]

    def set_sent(self, job: Job, *, sent: bool) -> None:
        """The broker has the answer, or it shall have it again."""
        self._database.do("mosip_set_sent", sent, job.number)

    def forget(self, now: int) -> int:
        """Removes old jobs whose answer was sent; how many."""
        return self._database.do("mosip_forget", now - KEEP_S, FORGET_AT_ONCE)


def _job(row: Row | None) -> Job | None:
    if row is None:
        return None
    return Job(row["job"], row["body"], bool(row["is_text"]), row["answer"])
