from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the problem table.

    Attributes:
        id: Indonesian sentence with ``{detail}`` places; says what is wrong and what to do.
        en: The same sentence in English, with the same places.
        http: Status that an HTTP answer carrying this problem has.
    """

    id: str
    en: str
    http: int = 422
