"""The station's devices, with a client that is made when they are first asked: a page needs none."""

from collections.abc import Callable, Iterable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from rekam.biometric import Modality
from rekam.biometric.sample import Place

if TYPE_CHECKING:
    from rekam.edge.device.captured import Captured
    from rekam.edge.device.info import DeviceInfo
    from rekam.station.bench import Bench


class LateBench:
    """A bench like any other.

    Args:
        make: Makes the client, once.
    """

    def __init__(self, make: "Callable[[], Bench]") -> None:
        self._make = make
        self._made: Bench | None = None
        self._making = Lock()

    def discover(self) -> "tuple[DeviceInfo, ...]":
        """As the devices say."""
        return self._bench.discover()

    def info(self) -> "tuple[DeviceInfo, ...]":
        """As the devices say."""
        return self._bench.info()

    def capture(
        self,
        modality: Modality,
        places: Sequence[Place] = (None,),
        *,
        exceptions: Iterable[Place] = (),
        timeout_s: float = 30.0,
    ) -> "tuple[Captured, ...]":
        """As the devices say."""
        return self._bench.capture(modality, places, exceptions=exceptions, timeout_s=timeout_s)

    def preview(self, modality: Modality, places: Sequence[Place] = (None,)) -> bytes:
        """As the devices say."""
        return self._bench.preview(modality, places)

    @property
    def _bench(self) -> "Bench":
        with self._making:
            if self._made is None:
                self._made = self._make()
            return self._made
