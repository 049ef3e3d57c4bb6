"""How a person with real prints and the impression shown travel in the one number the devices take."""

SLOTS = 100
"""Impressions that one person's number leaves room for."""


def sitter_number(person: int, impression: int) -> int:
    """What the devices are told: who sits there, showing which impression."""
    return person * SLOTS + impression


def sitting(number: int) -> tuple[int, int]:
    """Person and impression of a number."""
    return divmod(number, SLOTS)
