"""Days as tables write them."""

import re
from datetime import date, timedelta

MONTHS = {
    word: number
    for number, words in enumerate(
        ("januari january jan", "februari february feb pebruari", "maret march mar", "april apr", "mei may", "juni june jun", "juli july jul",
         "agustus august agu agt aug", "september sep sept", "oktober october okt oct", "november nov nopember", "desember december des dec"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip


EPOCH = date(1899, 12, 30)
"""Day 0 of a workbook: 43025 is 17 October 2017."""


class NotADayError(ValueError):
    """The text says something, and it is no day."""


def day_of(text: str) -> date | None:
    """The day of a cell: 2017-10-17, 17/10/2017, 17-10-2017, 17 Oktober 2017, Oktober 2017 (its first day), 2017-10.

    Raises:
        NotADayError: For anything else that is not empty.
    """
    text = " ".join(text.split())
    if text in {"", "-", "?"} or re.fullmatch(r"(?:19|20)\d\d", text):
        # A year alone orders nothing: its figures are checked, and not compared by day.
        return None
    if re.fullmatch(r"[2-6]\d{4}", text):
        return EPOCH + timedelta(days=int(text))
    text = re.sub(r"[T ]\d{2}:\d{2}(?::\d{2})?.*$", "", text)
    for pattern, order in (
        (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", (1, 2, 3)),
        (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", (3, 2, 1)),
        (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})", (3, 2, 1)),
        (r"(\d{4})[-/](\d{1,2})", (1, 2, 0)),
    ):
        match = re.fullmatch(pattern, text)
        if match:
            year, month, day = (int(match[place]) if place else 1 for place in order)
            year += 2000 if year < 100 else 0
            return _day(year, month, day)
    match = re.fullmatch(r"(?:(?:\w+,? )?(\d{1,2}) )?([A-Za-z]+)\.? (\d{4})", text)
    if match and match[2].lower() in MONTHS:
        return _day(int(match[3]), MONTHS[match[2].lower()], int(match[1] or 1))
    raise NotADayError(text)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotADayError(f"{year}-{month}-{day}") from error
