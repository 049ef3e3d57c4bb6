"""Work that was promised with 202: kept before it is promised, done once, its result delivered or kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from rekam.edge.store.station.database import Row
from rekam.engine.encounters import Encounters
from rekam.engine.osia.answer import ERROR, Answer
from rekam.engine.osia.call import Call
from rekam.engine.osia.contract import abis_contract
from rekam.engine.parameters import TASKS_KEPT_S
from rekam.problem import Problem

PENDING, SCHEDULED, FAILED, AGAIN, COMPLETED = (
    "PENDING", "RESPONSE_SCHEDULED", "RESPONSE_ERROR", "RESPONSE_RETRY", "COMPLETED"
)  # fmt: skip
"""The states of a task in the words of the contract."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a client gets of a task.

    Attributes:
        url: Its callback.
        transaction: Its transaction.
        body: JSON.
        media_type: ``application/json`` or ``application/error+json``.
        tried: Deliveries that failed since it was asked for.
    """

    url: str
    transaction: str
    body: bytes
    media_type: str
    tried: int


class Tasks:
    """The tasks in the engine's folder.

    Args:
        encounters: Whose database they share, so that a deed and its result are one transaction.
        now: Unix seconds.
    """

    def __init__(self, encounters: Encounters, now: Callable[[], int]) -> None:
        self._database = encounters.database
        self._now = now

    def take(self, task: str, call: Call) -> None:
        """Promises to do a call; it is on the disk when this returns."""
        request = msgspec.json.encode(
            {"operation": call.operation.name, "values": dict(call.values), "body": call.body}
        )
        self._database.do(
            "add_task", task, call.text("transactionId"), call.operation.name, call.text("callback"),
            max(0, min(9, int(call.values.get("priority", 0)))), request, self._now(),
        )  # fmt: skip

    def call(self, task: str) -> Call | None:
        """What a task is to do; nothing when it is done."""
        row = self._database.one("task", task)
        if row is None or row["state"] != PENDING:
            return None
        told: dict[str, Any] = msgspec.json.decode(row["request"])
        operation = next(one for one in abis_contract().operations if one.name == told["operation"])
        return Call(operation, told["values"], told["body"])

    def finish(self, task: str, answer: Answer) -> None:
        """Keeps the result and forgets the request, in the transaction of the deed if one is open."""
        body = b'"OK"' if answer.content is None else answer.body()
        media_type = answer.media_type if answer.status < 400 else ERROR
        self._database.do("task_done", body, media_type, self._now(), task)

    def result(self, task: str) -> Result | None:
        """What is to be delivered, if something is."""
        row = self._database.one("task", task)
        if row is None or row["state"] not in (SCHEDULED, AGAIN):
            return None
        return Result(
            row["callback"], row["transaction_id"], row["result"], row["media_type"], row["attempts"]
        )

    def delivered(self, task: str) -> None:
        """Forgets the result that a client accepted."""
        self._database.do("task_delivered", self._now(), task)

    def undelivered(self, task: str, *, last: bool) -> None:
        """Counts a delivery that failed; after the last one the task rests."""
        row = self._known(task)
        self._database.do("task_undelivered", FAILED if last else row["state"], self._now(), task)

    def state(self, task: str) -> str:
        """The state of a task.

        Raises:
            Problem: ``engine.task_unknown``.
        """
        return str(self._known(task)["state"])

    def again(self, task: str) -> bool:
        """Lets a resting result be delivered again; whether it rested. One still on its way stays so.

        Raises:
            Problem: ``engine.task_unknown``, also when its result was delivered.
        """
        if self._known(task)["state"] == COMPLETED:
            raise Problem("engine.task_unknown")
        return self._database.do("task_again", self._now(), task) > 0

    def waiting(self) -> list[tuple[int, str]]:
        """Priority and id of the tasks that have something to do, in their order."""
        return [(row["priority"], row["task"]) for row in self._database.all("tasks_waiting")]

    def forget_old(self) -> None:
        """Removes what nobody asked about for a week."""
        self._database.do("forget_tasks", self._now() - TASKS_KEPT_S)

    def _known(self, task: str) -> Row:
        row = self._database.one("task", task)
        if row is None:
            raise Problem("engine.task_unknown")
        return row
