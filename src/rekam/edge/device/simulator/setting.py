"""What can be changed while the simulator runs."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from rekam.biometric import Eye, FingerPosition
from rekam.edge.device.sbi import PLACE, sub_type
from rekam.edge.device.simulator.wrong import WrongAnswer
from rekam.problem import Problem

Kind = Literal["Finger", "Iris", "Face"]
Status = Literal["Ready", "Busy", "Not Ready", "Not Registered"]
KINDS: tuple[Kind, ...] = ("Finger", "Iris", "Face")


class Sitter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whoever sits before the devices; the same sitter always looks the same.

    Attributes:
        person: Seed of the person's fingers, eyes and face.
        sex: ``L`` or ``P``, for the portrait.
        age: Years, for the portrait.
        birth_year: Year of birth, for the portrait; ``None`` = not given.
        wear: How worn the fingers are, 0-1.
        eye_opening: How wide the eyes are open, 0-1; ``None`` = as people do.
        other_hand: Shows the fingers of the other hand than asked for.
    """

    person: Annotated[int, Meta(ge=0, le=2**63 - 1)] = 1
    sex: Literal["L", "P"] = "L"
    age: Annotated[int, Meta(ge=0, le=120)] = 30
    birth_year: Annotated[int, Meta(ge=1880, le=2200)] | None = None
    wear: Annotated[float, Meta(ge=0, le=1)] = 0.0
    eye_opening: Annotated[float, Meta(ge=0, le=1)] | None = None
    other_hand: bool = False


class Settings(Sitter, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The state of the simulator, in addition to who sits there.

    Attributes:
        missing: Sub-type words of fingers and eyes that are not there, ``Left IndexFinger``, ``Right``.
        quality: 0-100. From ``degrade.CLEAN`` on pictures are as drawn; below they get worse.
        delay_ms: Added to every capture, milliseconds.
        status: Status word of each kind of device.
        broken: Kinds whose component is broken.
        wrong_answer: What is wrong with every capture answer.
        clock_skew_s: Added to the devices' clock, seconds.
        defocus: Blur of eyes and faces, pixels (standard deviation).
        eye_off: How far an eye stands off the middle, picture widths; positive = to the right.
        head_tilt: Degrees by which the head leans.
        side_light: How much of the light is missing on one side of the face, 0-1.
        clutter: How much stands behind the sitter, 0-1.
        first_attempt: Number of the next capture of each place, see ``Subject``.
    """

    missing: tuple[str, ...] = ()
    quality: Annotated[int, Meta(ge=0, le=100)] = 90
    delay_ms: Annotated[int, Meta(ge=0, le=600_000)] = 0
    status: dict[Kind, Status] = msgspec.field(default_factory=lambda: dict.fromkeys(KINDS, "Ready"))
    broken: tuple[Kind, ...] = ()
    wrong_answer: WrongAnswer = WrongAnswer.NONE
    clock_skew_s: Annotated[int, Meta(ge=-(10**9), le=10**9)] = 0
    defocus: Annotated[float, Meta(ge=0, le=20)] = 0.0
    eye_off: Annotated[float, Meta(ge=-0.5, le=0.5)] = 0.0
    head_tilt: Annotated[float, Meta(ge=-45, le=45)] = 0.0
    side_light: Annotated[float, Meta(ge=0, le=1)] = 0.0
    clutter: Annotated[float, Meta(ge=0, le=1)] = 0.0
    first_attempt: Annotated[int, Meta(ge=0, le=10**9)] = 1

    def sitter(self) -> Sitter:
        """Who sits before the devices."""
        return Sitter(
            person=self.person,
            sex=self.sex,
            age=self.age,
            birth_year=self.birth_year,
            wear=self.wear,
            eye_opening=self.eye_opening,
            other_hand=self.other_hand,
        )


def changed(settings: Settings, changes: dict[str, Any]) -> Settings:
    """Settings with some of them replaced.

    ``status`` may be one word for all devices or a mapping that names some of them; ``missing`` may hold finger
    positions and eyes as well as their words.

    Raises:
        Problem: ``device.setting_invalid``.
    """
    merged = {**msgspec.to_builtins(settings), **changes}
    status = changes.get("status", {})
    merged["status"] = (
        {**settings.status, **status} if isinstance(status, dict) else dict.fromkeys(KINDS, status)
    )
    try:
        merged["missing"] = tuple(map(_word, merged["missing"]))
        new = msgspec.convert(merged, Settings)
    except (msgspec.ValidationError, TypeError) as error:
        raise Problem("device.setting_invalid", reason=str(error)[:200]) from error
    if strange := [word for word in new.missing if word not in PLACE]:
        raise Problem("device.setting_invalid", reason=f"missing: {strange[0][:80]}")
    return new


def _word(place: Any) -> Any:
    return sub_type(place) if isinstance(place, FingerPosition | Eye) else place
