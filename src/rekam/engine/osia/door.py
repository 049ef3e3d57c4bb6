"""The interface itself: every request against the contract, every answer too."""

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import anyio
from anyio import CapacityLimiter
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from rekam.edge.clock import now as clock_now
from rekam.edge.key.bearer import TokenKey
from rekam.engine.osia.answer import Answer, kept_to, refusal
from rekam.engine.osia.call import Call, checked_call
from rekam.engine.osia.callback import Callbacks
from rekam.engine.osia.contract import Operation, abis_contract, segments_of
from rekam.engine.osia.operations import OPERATIONS
from rekam.engine.osia.runner import Runner, refused_by_mistake
from rekam.engine.osia.tasks import Tasks
from rekam.engine.osia.work import Work
from rekam.engine.parameters import MOST_BODY_BYTES, REQUEST_THREADS
from rekam.engine.service import IdentificationService
from rekam.problem import Problem

log = logging.getLogger("rekam.engine")


def random_id() -> str:
    """An id that nobody can guess."""
    return str(uuid.uuid4())


@dataclass
class Door:
    """An ASGI application that answers the operations of OSIA ABIS 1.6.0.

    Args:
        service: What answers.
        key: Whose tokens are believed; ``None`` = everybody may ask everything, for tests only.
        callbacks: Where results may be sent.
        now: Unix seconds.
        new_id: Makes the ids that clients leave to us.
    """

    service: IdentificationService
    key: TokenKey | None
    callbacks: Callbacks = field(default_factory=Callbacks)
    now: Callable[[], int] = clock_now
    new_id: Callable[[], str] = random_id

    def __post_init__(self) -> None:
        self.tasks = Tasks(self.service.encounters, self.now)
        self.runner = Runner(self.service, self.tasks, self.callbacks, self.new_id)
        self._limiter = CapacityLimiter(REQUEST_THREADS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        request = Request(scope, receive)
        headers: dict[str, str] = {}
        try:
            operation, path = self._operation(request, headers)
        except Problem as problem:
            answer = refusal(problem)
        else:
            try:
                answer = await self._answer(request, operation, path)
            except ClientDisconnect:
                return
        response = Response(
            answer.body(), answer.status, headers, answer.media_type if answer.content is not None else None
        )
        await response(scope, receive, send)

    def _operation(self, request: Request, headers: dict[str, str]) -> tuple[Operation, dict[str, str]]:
        """The operation that a request is for, with the values in its path."""
        raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
        try:
            found = abis_contract().at(segments_of(raw.partition(b"?")[0]))
        except UnicodeDecodeError as error:
            raise Problem("engine.parameter_bad", name="?", reason="not UTF-8") from error
        if not found:
            raise Problem("engine.path_unknown")
        for operation, path in found:
            if operation.method == request.method:
                return operation, path
        headers["Allow"] = ", ".join(sorted(operation.method for operation, _ in found))
        raise Problem("engine.method_unknown", method=request.method, known=headers["Allow"])

    async def _answer(self, request: Request, operation: Operation, path: dict[str, str]) -> Answer:
        try:
            self._check_token(operation, request.headers.get("authorization", ""))
            body = await _whole_body(request)
            limiter = self._limiter
            return await anyio.to_thread.run_sync(self._deed, request, operation, path, body, limiter=limiter)
        except Problem as problem:
            if problem.row.http >= 500:
                log.error("%s: %s", operation.name, problem)  # noqa: TRY400 - the problem says it all
            return refusal(problem, operation)
        except ClientDisconnect:
            raise
        except Exception:
            log.exception("%s failed", operation.name)
            return refused_by_mistake()

    def _deed(self, request: Request, operation: Operation, path: dict[str, str], body: bytes) -> Answer:
        call = checked_call(
            operation,
            path,
            request.scope["query_string"],
            body=body,
            media_type=request.headers.get("content-type", ""),
            accept=request.headers.get("accept", ""),
        )
        if operation.name not in OPERATIONS:
            return kept_to(operation, self._of_task(call))
        if "callback" in call.values:
            return kept_to(operation, self._later(call))
        return kept_to(operation, OPERATIONS[operation.name](Work(self.service, call, self.new_id)))

    def _later(self, call: Call) -> Answer:
        self.callbacks.check(call.text("callback"))
        task = self.new_id()
        self.tasks.take(task, call)
        self.runner.wake(task, int(call.values.get("priority", 0)))
        return Answer(202, {"taskId": task})

    def _of_task(self, call: Call) -> Answer:
        task = call.text("taskId")
        if call.operation.name == "readTaskStatus":
            return Answer(200, self.tasks.state(task))
        if self.tasks.again(task):
            self.runner.wake(task)
        return Answer(204)

    def _check_token(self, operation: Operation, header: str) -> None:
        """The contract documents 403 alone, so it stands for a missing token as well.

        Raises:
            Problem: ``engine.token_missing``, ``engine.token_bad``, ``engine.scope_missing``.
        """
        if self.key is None:
            return
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Problem("engine.token_missing")
        bearer = self.key.read(token.strip(), now=self.now())
        missing = sorted(operation.scopes - bearer.scopes)
        if missing:
            raise Problem("engine.scope_missing", scope=", ".join(missing))


async def _whole_body(request: Request) -> bytes:
    told: Any = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > MOST_BODY_BYTES:
        raise Problem("engine.body_too_large", most=MOST_BODY_BYTES)
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BODY_BYTES:
            raise Problem("engine.body_too_large", most=MOST_BODY_BYTES)
        parts.append(part)
    return b"".join(parts)
