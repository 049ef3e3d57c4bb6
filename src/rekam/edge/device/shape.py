"""Checks answers and requests against the given SBI schemas."""

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


@cache
def _validator(schema: str) -> "Validator":
    # jsonschema takes a sixth of a second to import: the station's first page does not wait for it
    from jsonschema import Draft201909Validator

    text = files(__package__).joinpath("contract", f"{schema}.json").read_text("utf-8")
    return Draft201909Validator(json.loads(text))


def misfit(schema: str, value: Any) -> str | None:
    """Where ``value`` first breaks ``schema``, as a path like ``biometrics/0/hash``; ``None`` if it fits."""
    error = next(iter(_validator(schema).iter_errors(value)), None)
    if error is None:
        return None
    return "/".join(str(step) for step in error.absolute_path) or "(root)"
