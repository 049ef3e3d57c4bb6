from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rekam.engine.osia.call import Call
from rekam.engine.osia.reading import Read, read_items
from rekam.engine.service import IdentificationService

_ITEMS = ("biometricData", "biometricData1", "biometricData2")


@dataclass(frozen=True, slots=True)
class Work:
    """One call being answered.

    Attributes:
        service: What answers it.
        call: What is asked.
        new_id: Makes the ids that the client leaves to us.
    """

    service: IdentificationService
    call: Call
    new_id: Callable[[], str]
    _reads: dict[str, Read] = field(default_factory=dict)

    def prepare(self) -> None:
        """Does the slow part ahead, so that a transaction need not wait for it.

        Raises:
            Problem: As ``read_items``.
        """
        for name in _ITEMS:
            if isinstance(self.call.body, dict) and name in self.call.body:
                self.read(name)

    def read(self, name: str = "biometricData") -> Read:
        """The features of the body's items, read once.

        Raises:
            Problem: As ``read_items``.
        """
        if name not in self._reads:
            self._reads[name] = read_items(self.call.body[name], self.service.describer)
        return self._reads[name]

    def text(self, name: str) -> str:
        """A text parameter that the contract requires."""
        return self.call.text(name)

    @property
    def values(self) -> Mapping[str, Any]:
        """Parameters of path and query by name."""
        return self.call.values
