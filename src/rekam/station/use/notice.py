"""What the office and the clock have to say on the first page."""

from dataclasses import dataclass

from rekam.account.parameters import WARN_DAYS
from rekam.packet import Instruction
from rekam.station.station import Station
from rekam.station.trusted_time import ClockState, ClockWord
from rekam.station.use.sign_in import DAY_S, offline_days


@dataclass(frozen=True, slots=True)
class Notices:
    """Sentences above the day's work.

    Attributes:
        clock: The clock, when it is wrong.
        offline_left: Days until nobody can sign in any more, when they are few; ``None`` otherwise.
        account_ends: Unix seconds when the reader's own account ends, when that is near; ``None`` otherwise.
        instructions: Of the office.
    """

    clock: ClockState | None
    offline_left: int | None
    account_ends: int | None
    instructions: tuple[Instruction, ...]


def notices(station: Station, valid_until: int) -> Notices:
    """What to say now.

    Args:
        station: The station.
        valid_until: End of the reader's account, Unix seconds; 0 = none.
    """
    policy, state = station.policy, station.time.state()
    warn = policy.warn_days if policy else WARN_DAYS
    days = offline_days(station)
    left = None if days is None else days - station.time.offline_s() // DAY_S
    now = max(station.now(), state.earliest)
    return Notices(
        clock=state if state.word is ClockWord.WRONG else None,
        offline_left=max(0, left) if left is not None and left <= warn else None,
        account_ends=valid_until if valid_until and valid_until - now <= warn * DAY_S else None,
        instructions=policy.instructions if policy else (),
    )
