import itertools
import logging
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from queue import PriorityQueue
from threading import Event, Thread

from rekam.engine.osia.answer import Answer, kept_to, refusal
from rekam.engine.osia.call import Call
from rekam.engine.osia.callback import Callbacks
from rekam.engine.osia.operations import OPERATIONS, changes
from rekam.engine.osia.tasks import Tasks
from rekam.engine.osia.work import Work
from rekam.engine.parameters import CALLBACK_TRIES_S, TASK_THREADS
from rekam.engine.service import IdentificationService
from rekam.problem import Problem

log = logging.getLogger("rekam.engine")

_STOP = ""


class Runner:
    """Does the tasks that were promised and delivers their results, the urgent ones first.

    What was promised before a kill is done after it: the deed and its result are one transaction, so nothing
    is done twice; a result may be delivered twice, which its task id tells.

    Args:
        service: What answers.
        tasks: What was promised.
        callbacks: How results are delivered.
        new_id: Makes ids.
        tries_s: Seconds to wait before each try of a delivery.
        threads: Tasks at the same time.
    """

    def __init__(
        self,
        service: IdentificationService,
        tasks: Tasks,
        callbacks: Callbacks,
        new_id: Callable[[], str],
        *,
        tries_s: Sequence[float] = CALLBACK_TRIES_S,
        threads: int = TASK_THREADS,
    ) -> None:
        self._service, self._tasks, self._callbacks, self._new_id = service, tasks, callbacks, new_id
        self._tries_s = tries_s
        self._count = itertools.count()
        self._queue: PriorityQueue[tuple[int, int, str]] = PriorityQueue()
        self._stopping = Event()
        self._threads = [
            Thread(target=self._run, name=f"engine-task-{number}", daemon=True) for number in range(threads)
        ]

    def start(self) -> None:
        """Begins with what is still to do."""
        self._tasks.forget_old()
        for priority, task in self._tasks.waiting():
            self.wake(task, priority)
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ends after the tasks in hand; the others wait on the disk."""
        self._stopping.set()
        for thread in self._threads:
            if thread.is_alive():
                self._queue.put((-100, next(self._count), _STOP))
        for thread in self._threads:
            if thread.is_alive():
                thread.join()

    def wake(self, task: str, priority: int = 0) -> None:
        """Has a task done, or its result delivered."""
        self._queue.put((-priority, next(self._count), task))

    def _run(self) -> None:
        while not self._stopping.is_set():
            task = self._queue.get()[2]
            if task == _STOP:
                return
            try:
                self.attend(task)
            except Exception:
                # The task stays on the disk as it was; the next start takes it up again.
                log.exception("task %s is left for later", task)

    def attend(self, task: str) -> None:
        """Does a task if it is not done, and delivers its result if it is not delivered."""
        call = self._tasks.call(task)
        if call is not None:
            self._do(task, call)
        result = self._tasks.result(task)
        while result is not None and not self._stopping.wait(self._pause(result.tried)):
            if self._callbacks.deliver(
                result.url,
                transaction=result.transaction,
                task=task,
                body=result.body,
                media_type=result.media_type,
            ):
                self._tasks.delivered(task)
            else:
                self._tasks.undelivered(task, last=result.tried + 1 >= len(self._tries_s))
            result = self._tasks.result(task)

    def _pause(self, tried: int) -> float:
        return self._tries_s[min(tried, len(self._tries_s) - 1)]

    def _do(self, task: str, call: Call) -> None:
        work = Work(self._service, call, self._new_id)
        try:
            work.prepare()
            together = self._service.write() if changes(call.operation.name) else nullcontext()
            with together:
                self._tasks.finish(task, kept_to(call.operation, OPERATIONS[call.operation.name](work)))
        except Problem as problem:
            if problem.row.http >= 500:
                raise
            self._tasks.finish(task, refusal(problem, call.operation))
        except Exception:
            log.exception("task %s of %s failed", task, call.operation.name)
            self._tasks.finish(task, refused_by_mistake())


def refused_by_mistake() -> Answer:
    """The answer to a mistake of ours, which stands in the log."""
    return refusal(Problem("engine.failed"))
