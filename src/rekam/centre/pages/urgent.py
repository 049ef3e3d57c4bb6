"""What matters today: each ledger offers its own, the first page shows the heaviest three."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Urgent:
    """One thing to do.

    Attributes:
        weight: Residents who wait because of it, about; the first page sorts by this.
        words: Indonesian sentence with places for ``values``, known to the catalogue.
        values: What stands in the places; numbers and times already in the reader's form.
        href: Where it is seen and done.
        call: Whom to call: name, post and telephone as one line; empty = nobody is entered for it.
    """

    weight: float
    words: str
    href: str
    values: Mapping[str, object] = field(default_factory=dict)
    call: str = ""
