"""The operations of ``abis.yaml``, read from the file as it came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import yaml

_FILE = Path(__file__).parent / "abis.yaml"
_METHODS = frozenset({"get", "post", "put", "delete", "patch"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value in the path or the query.

    Attributes:
        name: As in the contract.
        place: ``path`` or ``query``.
        required: Whether it has to be given.
        type: JSON type: ``string``, ``integer`` or ``number``.
        pointer: Where its schema stands in the contract.
    """

    name: str
    place: str
    required: bool
    type: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the contract.

    Attributes:
        name: Its ``operationId``.
        method: In capitals.
        segments: Parts of its path; ``{personId}`` is a parameter.
        scopes: What a token has to carry.
        parameters: Of path and query.
        body: Pointer to the schema of the request's body, if it has one.
        body_required: Whether the body has to be given.
        answers: Documented status to the pointer of each media type's schema.
    """

    name: str
    method: str
    segments: tuple[str, ...]
    scopes: frozenset[str]
    parameters: tuple[Parameter, ...]
    body: str | None
    body_required: bool
    answers: Mapping[int, Mapping[str, str]]

    def path_values(self, segments: Sequence[str]) -> dict[str, str] | None:
        """The path parameters if the path is this operation's."""
        if len(segments) != len(self.segments):
            return None
        values = {}
        for own, given in zip(self.segments, segments, strict=True):
            if own.startswith("{") and given:
                values[own[1:-1]] = given
            elif own != given:
                return None
        return values


@dataclass(frozen=True, slots=True)
class Contract:
    """The whole file.

    Attributes:
        document: What it says.
        operations: Every operation in its order.
    """

    document: Mapping[str, Any]
    operations: tuple[Operation, ...]

    def at(self, segments: Sequence[str]) -> list[tuple[Operation, dict[str, str]]]:
        """The operations of a path with the values in it; a path in plain words wins over one with parameters."""
        found = [
            (one, values) for one in self.operations if (values := one.path_values(segments)) is not None
        ]
        fewest = min((len(values) for _, values in found), default=0)
        return [(one, values) for one, values in found if len(values) == fewest]


def segments_of(raw_path: bytes) -> tuple[str, ...]:
    """Parts of a request's path; an encoded slash divides nothing.

    Raises:
        UnicodeDecodeError: If a part is no UTF-8.
    """
    return tuple(unquote_to_bytes(part).decode("utf-8") for part in raw_path.split(b"/")[1:])


@cache
def abis_contract() -> Contract:
    """OSIA ABIS 1.6.0 (Secure Identity Alliance), byte for byte as published."""
    document: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return Contract(
        document,
        tuple(
            _operation(path, method, told)
            for path, item in document["paths"].items()
            for method, told in item.items()
            if method in _METHODS
        ),
    )


def _operation(path: str, method: str, told: Mapping[str, Any]) -> Operation:
    here = f"/paths/{_step(path)}/{method}"
    body = told.get("requestBody")
    return Operation(
        told["operationId"],
        method.upper(),
        tuple(path.split("/")[1:]),
        frozenset(scope for way in told["security"] for scopes in way.values() for scope in scopes),
        tuple(
            Parameter(
                one["name"],
                one["in"],
                bool(one.get("required")),
                one["schema"].get("type", "string"),
                f"{here}/parameters/{number}/schema",
            )
            for number, one in enumerate(told["parameters"])
        ),
        f"{here}/requestBody/content/{_step('application/json')}/schema" if body else None,
        bool(body and body.get("required")),
        {
            int(status): {
                media: f"{here}/responses/{status}/content/{_step(media)}/schema"
                for media in answer.get("content", {})
            }
            for status, answer in told["responses"].items()
        },
    )


def _step(name: str) -> str:
    """A name as one step of a JSON pointer (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")
