from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameToken:
    """One word of names and how often it was seen.

    Attributes:
        token: Small letters.
        women: Women bearing it.
        men: Men bearing it.
    """

    token: str
    women: int
    men: int
