"""Numbers, dates and times in the form that each language writes them.

Babel is loaded at the first number or date: the sign-in page of a station has none and does not wait for it.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from rekam.problem import Language

ZONES = {"WIB": ZoneInfo("Asia/Jakarta"), "WITA": ZoneInfo("Asia/Makassar"), "WIT": ZoneInfo("Asia/Jayapura")}
"""The three zones of the country by the name that stands behind a time."""


def number(value: float, language: Language = "id") -> str:
    """2454206 -> ``2.454.206`` (Indonesian) or ``2,454,206`` (English)."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=language)


def percent(fraction: float | None, language: Language = "id", digits: int = 2) -> str:
    """0.885 -> ``88,50 %``; a fraction that does not exist (nothing to count) is a dash."""
    if fraction is None:
        return "–"
    from babel.numbers import format_percent

    pattern = "#,##0." + "0" * digits + " %"
    return format_percent(fraction, format=pattern, locale=language)


def day(value: date, language: Language = "id") -> str:
    """``17 Oktober 2017``."""
    from babel.dates import format_date

    return format_date(value, format="d MMMM y", locale=language)


def moment(value: datetime | float, language: Language = "id", zone: str = "WIB") -> str:
    """``17 Oktober 2017 09.14 WIB``; numbers are unix seconds."""
    from babel.dates import format_datetime

    when = _aware(value).astimezone(ZONES[zone])
    clock = "HH.mm" if language == "id" else "HH:mm"
    return format_datetime(when, format=f"d MMMM y {clock}", locale=language) + f" {zone}"


def clock(value: datetime | float, language: Language = "id", zone: str = "WIB") -> str:
    """``09.14.22 WIB``."""
    separator = "." if language == "id" else ":"
    return _aware(value).astimezone(ZONES[zone]).strftime(f"%H{separator}%M{separator}%S") + f" {zone}"


def span(seconds: float, language: Language = "id") -> str:
    """A length of time in its largest fitting unit: ``3 hari``, ``2 jam``, ``5 menit``, ``40 detik``."""
    units = (("hari", "days", 86400), ("jam", "hours", 3600), ("menit", "minutes", 60))
    for indonesian, english, length in units:
        if seconds >= length:
            count = int(seconds // length)
            name = indonesian if language == "id" else english
            return f"{count} {name if language == 'id' or count != 1 else english[:-1]}"
    return f"{max(0, int(seconds))} {'detik' if language == 'id' else 'seconds'}"


def _aware(value: datetime | float) -> datetime:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    return datetime.fromtimestamp(value, UTC)
