"""What the station asks of its devices; `rekam.edge.device.DeviceBench` answers it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from rekam.biometric import Modality
from rekam.biometric.sample import Place

if TYPE_CHECKING:
    from rekam.edge.device.captured import Captured
    from rekam.edge.device.info import DeviceInfo


class Bench(Protocol):
    """The devices of one station."""

    def discover(self) -> "tuple[DeviceInfo, ...]":
        """Who is there, unsigned and quick."""

    def info(self) -> "tuple[DeviceInfo, ...]":
        """The signed state of every device; what is wrong with one stands in its ``problem``."""

    def capture(
        self,
        modality: Modality,
        places: Sequence[Place] = (None,),
        *,
        exceptions: Iterable[Place] = (),
        timeout_s: float = 30.0,
    ) -> "tuple[Captured, ...]":
        """What one sub-device shows at once.

        Raises:
            Problem: ``device.*`` or ``biometric.*``; nothing was captured.
        """

    def preview(self, modality: Modality, places: Sequence[Place] = (None,)) -> bytes:
        """One JPEG frame of what the device sees now.

        Raises:
            Problem: ``device.*``.
        """
