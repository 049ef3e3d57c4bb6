"""Times as SBI writes them, ``2026-03-01T08:15:30Z``."""

from datetime import UTC, datetime


def written(moment: datetime) -> str:
    """A time in UTC, whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_moment(text: str) -> datetime:
    """A time with a zone; one without is UTC.

    Raises:
        ValueError: If it is no ISO 8601 time.
    """
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def skew_s(text: str, now: datetime) -> int:
    """Device time minus station time, whole seconds.

    Raises:
        ValueError: If ``text`` is no ISO 8601 time.
    """
    return round((read_moment(text) - now).total_seconds())
