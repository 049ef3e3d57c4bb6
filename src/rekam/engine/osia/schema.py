"""Values against the schemas of the contract."""

import base64
import binascii
import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

from jsonschema import Draft7Validator, FormatChecker
from jsonschema.protocols import Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from rekam.engine.osia.contract import abis_contract

ASKED, ANSWERED = "osia:asked", "osia:answered"
"""The contract as it binds the client and as it binds us: what is ``readOnly`` need not be sent."""
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*\Z")
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:(?P<second>\d\d)(?P<part>\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)\Z", re.ASCII
)
_MOST_WORDS = 200
"""Characters of a reason; a message quotes the value, and that may be a picture."""


def complaint(side: str, pointer: str, value: Any) -> tuple[str, str] | None:
    """Where and why a value breaks its schema; ``None`` when it keeps to it.

    Args:
        side: ``ASKED`` or ``ANSWERED``.
        pointer: Of the schema in the contract.
        value: As JSON gives it.
    """
    for error in _validator(side, pointer).iter_errors(value):
        where = "/".join(str(step) for step in error.absolute_path)
        return where or "-", str(error.validator) if len(error.message) > _MOST_WORDS else error.message
    return None


@cache
def _validator(side: str, pointer: str) -> Validator:
    return Draft7Validator({"$ref": f"{side}#{pointer}"}, registry=_registry(), format_checker=_formats())


@cache
def _registry() -> Registry[Any]:
    document = abis_contract().document
    told: list[tuple[str, Any]] = [(ANSWERED, document), (ASKED, _without_read_only(document))]
    return Registry().with_resources([(name, DRAFT7.create_resource(one)) for name, one in told])


def _without_read_only(value: Any) -> Any:
    """The same with ``readOnly`` properties no longer required (OpenAPI 3.0.0, Schema Object)."""
    if isinstance(value, list):
        return [_without_read_only(one) for one in value]
    if not isinstance(value, dict):
        return value
    told = {name: _without_read_only(one) for name, one in value.items()}
    if isinstance(told.get("required"), list) and isinstance(told.get("properties"), dict):
        of_us = {name for name, one in told["properties"].items() if one.get("readOnly")}
        told["required"] = [name for name in told["required"] if name not in of_us]
    return told


@cache
def _formats() -> FormatChecker:
    checker = FormatChecker(formats=())
    tests: dict[str, Callable[[Any], bool]] = {
        "uri": lambda text: _URI.match(text) is not None,
        "date-time": _is_moment,
        "byte": _is_base64,
    }
    for name, test in tests.items():
        checker.checks(name)(lambda value, test=test: not isinstance(value, str) or test(value))
    for name, bits in (("int32", 31), ("int64", 63)):
        checker.checks(name)(
            lambda value, most=2**bits: not isinstance(value, int | float) or -most <= value < most
        )
    return checker


def _is_moment(text: str) -> bool:
    """RFC 3339 section 5.6; a leap second is one."""
    found = _MOMENT.match(text)
    if found is None:
        return False
    try:
        whole = text.replace(found["part"] or "", "").upper()
        datetime.fromisoformat(whole.replace(":60Z", ":59Z") if found["second"] == "60" else whole)
    except ValueError:
        return False
    return True


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True
