"""What a class of tampering is."""

from collections.abc import Callable, Mapping
from typing import TypeVar

Thing = TypeVar("Thing")
Classes = Mapping[str, tuple[Callable[[], Thing], str]]
"""By name: makes the forged thing, and the code of the problem that has to refuse it."""
