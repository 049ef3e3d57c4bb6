"""Requests in, answers out: each request is done once, in order, and answered at least once."""

import logging
from collections.abc import Callable

from rekam.engine.mosip.answer import failed, succeeded
from rekam.engine.mosip.failure import Failure, failure_of, is_of_request
from rekam.engine.mosip.jobs import Jobs, Prepared
from rekam.engine.mosip.journal import Job, Journal
from rekam.engine.mosip.parameters import FORGET_AT_ONCE, ROUND
from rekam.engine.mosip.queue import Delivery, MessageQueue
from rekam.engine.mosip.request import JOBS, Operation, Refusal, Request, read_request
from rekam.engine.mosip.share import DataShare
from rekam.engine.service import IdentificationService
from rekam.problem import Problem

log = logging.getLogger("rekam.engine.mosip")


class MosipAbis:
    """An ABIS for MOSIP. One thread calls `turn`; the service may have other users.

    A message is taken over into the journal before the queue may forget it. What a request changes and its answer
    are one transaction. A request that comes again gets the answer it had; it is never done twice.

    Args:
        service: Keeps and searches the references.
        share: Gives the biometrics behind a URL.
        queue: Where requests come from and answers go.
        now: Unix seconds.
    """

    def __init__(
        self,
        service: IdentificationService,
        share: DataShare,
        queue: MessageQueue,
        now: Callable[[], float],
    ) -> None:
        self._service = service
        self._jobs = Jobs(service, share)
        self._journal = Journal(service.encounters.database)
        self._now = now
        self.queue = queue
        self._journal.forget(int(now()))

    def turn(self, wait_s: float = 0.0) -> bool:
        """Sends what is unsent, takes what has come, does one job; whether there is more to do at once.

        Args:
            wait_s: How long to wait for a message when no job is waiting.

        Raises:
            Problem: ``mosip.queue_failed``: connect again and go on; nothing is lost. Any other is of the store:
                stop.
        """
        self._send()
        waiting = self._journal.next() is not None
        for _ in range(ROUND):
            delivery = self.queue.take(0.0 if waiting else wait_s)
            if delivery is None:
                break
            self._receive(delivery)
            waiting = True
        job = self._journal.next()
        if job is not None:
            self._work(job)
            self._send()
        return waiting

    def _receive(self, delivery: Delivery) -> None:
        request = read_request(delivery.body)
        match request:
            case Refusal():
                answer: bytes | None = failed(request, request.failure, self._now())
            case Request() if request.operation in JOBS:
                answer = self._take_over(request, delivery)
            case _:
                answer = self._probe(request)
        if answer is not None:
            self.queue.send(answer, is_text=delivery.is_text)
        self.queue.done(delivery)

    def _take_over(self, request: Request, delivery: Delivery) -> bytes | None:
        """Into the journal; an answer only if the name of the request was used for another one."""
        known = self._journal.of(request.request_id)
        if known is None:
            self._journal.add(
                request.request_id, delivery.body, is_text=delivery.is_text, now=int(self._now())
            )
        elif read_request(known.body) != request:
            return failed(request, Failure.STRUCTURE, self._now())
        elif known.answer is not None:
            self._journal.set_sent(known, sent=False)
        return None

    def _probe(self, request: Request) -> bytes:
        match request.operation:
            case Operation.PENDING_JOBS:
                more = {"jobscount": str(self._journal.pending())}
            case Operation.REFERENCE_COUNT:
                more = {"count": str(self._jobs.count())}
            case _:
                more = {}
        return succeeded(request, self._now(), more)

    def _work(self, job: Job) -> None:
        request = read_request(job.body)
        if isinstance(request, Refusal):  # taken over by a program that read requests in another way
            self._journal.answer(job, failed(request, request.failure, self._now()), int(self._now()))
            return
        prepared = self._prepared(request)
        with self._service.write():
            answer = self._conclude(request, prepared)
            self._journal.answer(job, answer, int(self._now()))
        if job.number % FORGET_AT_ONCE == 0:
            self._journal.forget(int(self._now()))

    def _prepared(self, request: Request) -> Prepared | Failure:
        try:
            return self._jobs.prepare(request)
        except Problem as problem:
            if not is_of_request(problem):
                raise
            log.warning("%s refused: %s", request.operation, problem.code)
            return failure_of(problem)
        except Exception:  # a mistake of ours with this message must not stop the ones behind it
            log.exception("%s failed", request.operation)
            return Failure.UNEXPECTED

    def _conclude(self, request: Request, prepared: Prepared | Failure) -> bytes:
        if isinstance(prepared, Failure):
            return failed(request, prepared, self._now())
        try:
            if prepared.change is not None:
                prepared.change()
        except Problem as problem:
            if not is_of_request(problem):
                raise
            return failed(request, failure_of(problem), self._now())
        return succeeded(request, self._now(), prepared.more)

    def _send(self) -> None:
        while unsent := self._journal.unsent(ROUND):
            for job in unsent:
                assert job.answer is not None
                self.queue.send(job.answer, is_text=job.is_text)
                self._journal.set_sent(job, sent=True)
