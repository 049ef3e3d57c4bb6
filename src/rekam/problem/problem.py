from typing import Literal

from rekam.problem.table import TABLE

Language = Literal["id", "en"]
Detail = str | int | float


class Problem(Exception):  # noqa: N818 - a problem is what the person has, in the words of RFC 9457
    """A named, bilingual failure; raised, returned in lists, or shown on a page.

    Args:
        code: A code of the problem table, for example ``person.nik_length``.
        details: The values that the sentence needs. Never personal data beyond what the
            person who made the mistake typed just now.

    Raises:
        KeyError: If the code is not in the table (a mistake of the programmer).
    """

    def __init__(self, code: str, /, **details: Detail) -> None:
        self.row = TABLE[code]
        self.code = code
        self.details = details
        super().__init__(f"{code}: {self.say('en')}")

    def say(self, language: Language = "id") -> str:
        """The sentence in the given language, details filled in."""
        template = self.row.id if language == "id" else self.row.en
        return template.format_map(self.details)

    def as_json(self) -> dict[str, object]:
        """The problem as an API body (in the manner of RFC 9457)."""
        return {
            "code": self.code,
            "id": self.say("id"),
            "en": self.say("en"),
            "details": dict(self.details),
        }

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problem) and (self.code, self.details) == (other.code, other.details)

    def __hash__(self) -> int:
        return hash((self.code, tuple(sorted(self.details.items()))))

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (self.code, self.details))


def _rebuild(code: str, details: dict[str, Detail]) -> Problem:
    return Problem(code, **details)
