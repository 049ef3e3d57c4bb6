"""Work that many bring at once and one does for all: one commit instead of many that wait for each other."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Brought(Generic[Item, Result]):
    item: Item
    future: "Future[Result]" = field(default_factory=Future)


class Gathering(Generic[Item, Result]):
    """Whoever comes first works for all who came meanwhile.

    Args:
        work: From items to their results, all or nothing; a failure is then looked for item by item, so that one
            bad item fails alone.
        most: Items done together.
    """

    def __init__(self, work: Callable[[Sequence[Item]], Sequence[Result]], *, most: int) -> None:
        self._work = work
        self._most = most
        self._waiting: list[_Brought[Item, Result]] = []
        self._list = Lock()
        self._turn = Lock()

    def bring(self, item: Item) -> Result:
        """The result for one item, when the work that held it is done.

        Raises:
            Exception: What ``work`` raises for this item alone.
        """
        (mine,) = self.bring_all([item])
        return mine.result()

    def bring_all(self, items: Sequence[Item]) -> "list[Future[Result]]":
        """As :meth:`bring` for several items of one caller; what became of each, in their order."""
        mine: list[_Brought[Item, Result]] = [_Brought(item) for item in items]
        with self._list:
            self._waiting.extend(mine)
        for one in mine:
            # Whoever waited here finds the own item done by the one before, or does it with all that came since.
            while not one.future.done():
                with self._turn:
                    if not one.future.done():
                        self._do(self._taken())
        return [one.future for one in mine]

    def _taken(self) -> list[_Brought[Item, Result]]:
        with self._list:
            taken, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
            return taken

    def _do(self, together: list[_Brought[Item, Result]]) -> None:
        try:
            results = self._work([one.item for one in together])
        except Exception as failure:  # noqa: BLE001 - carried to whoever brought the item
            if len(together) == 1:
                together[0].future.set_exception(failure)
                return
            for one in together:
                self._do([one])
        except BaseException as failure:
            for one in together:
                one.future.set_exception(failure)
            raise
        else:
            for one, result in zip(together, results, strict=True):
                one.future.set_result(result)
