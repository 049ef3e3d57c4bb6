"""A request that keeps to the contract."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from rekam.engine.osia.contract import Operation, Parameter
from rekam.engine.osia.schema import ASKED, complaint
from rekam.problem import Problem

_INTEGER = re.compile(r"-?\d+\Z", re.ASCII)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\Z", re.ASCII)
MOST_DIGITS = 400
"""Characters of a number in the query; a double has at most 310 digits before its point."""
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Call:
    """What a client asks, checked.

    Attributes:
        operation: What it asks for.
        values: Parameters of path and query by name; those not given are absent.
        body: The JSON it sent, ``None`` without one.
        accept: The ``Accept`` header in small letters.
    """

    operation: Operation
    values: Mapping[str, Any]
    body: Any = None
    accept: str = ""

    def text(self, name: str) -> str:
        """A text parameter that the contract requires."""
        value: str = self.values[name]
        return value


def checked_call(
    operation: Operation,
    path: Mapping[str, str],
    query: bytes,
    *,
    body: bytes = b"",
    media_type: str = "",
    accept: str = "",
) -> Call:
    """The call that a request is.

    Raises:
        Problem: ``engine.parameter_bad``, ``engine.parameter_missing``, ``engine.body_not_json`` or
            ``engine.body_bad`` where the request breaks the contract.
    """
    given: dict[str, str] = dict(path)
    known = {one.name for one in operation.parameters if one.place == "query"}
    for name, value in _pairs(query):
        if name in known and name in given:
            raise Problem("engine.parameter_bad", name=name, reason="repeated")
        given[name] = value
    values = {}
    for one in operation.parameters:
        if one.name in given:
            values[one.name] = _value(one, given[one.name])
        elif one.required:
            raise Problem("engine.parameter_missing", name=one.name)
    return Call(operation, values, _body(operation, body, media_type), accept.lower())


def _pairs(query: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError as error:
        raise Problem("engine.parameter_bad", name="?", reason="not UTF-8") from error


def _value(parameter: Parameter, text: str) -> Any:
    value: Any = text
    if parameter.type in ("integer", "number"):
        shape = _INTEGER if parameter.type == "integer" else _NUMBER
        if len(text) > MOST_DIGITS or shape.match(text) is None:
            raise Problem("engine.parameter_bad", name=parameter.name, reason=parameter.type)
        value = int(text) if parameter.type == "integer" else float(text)
    wrong = complaint(ASKED, parameter.pointer, value)
    if wrong is not None:
        raise Problem("engine.parameter_bad", name=parameter.name, reason=wrong[1])
    return value


def _body(operation: Operation, body: bytes, media_type: str) -> Any:
    if operation.body is None:
        return None
    if not body and not operation.body_required:
        return None
    if media_type.partition(";")[0].strip().lower() != JSON:
        raise Problem("engine.body_not_json", reason=f"Content-Type: {JSON}")
    try:
        value = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise Problem("engine.body_not_json", reason=str(error)) from error
    wrong = complaint(ASKED, operation.body, value)
    if wrong is not None:
        raise Problem("engine.body_bad", field=wrong[0], reason=wrong[1])
    return value
