"""One published statement: a place, a day, its figures and its words."""

from dataclasses import dataclass, field
from datetime import date

from rekam.operations.statement.note import Note
from rekam.operations.statement.reading import Reading
from rekam.operations.statement.subjects import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One row of a table of statements.

    Attributes:
        id: What the table calls it, else its number from 1.
        line: Line of the file, the title being line 1.
        day: Day that it speaks of; ``None`` = not said.
        code: Dotted region code; empty = the nation.
        place: What comparisons go by: the code, or the name where there is no code.
        name: Name of the place as printed.
        subject: What is counted.
        population: Residents.
        obliged: Residents obliged to hold a card (or the children, the devices: the whole).
        recorded: Those recorded (with certificate, …: the part).
        missing: Those not yet.
        percent: The printed percentage.
        men: Men among them, where the table has the column.
        women: Women among them.
        source: Where it was printed.
        words: Remark and wording as printed.
        note: What was read out of ``words``.
    """

    id: str | int
    line: int
    day: date | None = None
    code: str = ""
    place: str = ""
    name: str = ""
    subject: Subject = Subject.RECORDING
    population: Reading | None = None
    obliged: Reading | None = None
    recorded: Reading | None = None
    missing: Reading | None = None
    percent: Reading | None = None
    men: Reading | None = None
    women: Reading | None = None
    source: str = ""
    words: str = ""
    note: Note = field(default_factory=Note)
