from dataclasses import dataclass
from typing import Any

import msgspec

from rekam.edge.device.sbi import SPEC_VERSION, error


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back to the caller: body and HTTP status."""

    body: bytes
    status: int = 200


def json_reply(value: Any, status: int = 200) -> Reply:
    """A reply with a JSON body."""
    return Reply(msgspec.json.encode(value), status)


def refused(code: str) -> Reply:
    """A capture that failed, with an SBI error code."""
    item = {"specVersion": SPEC_VERSION, "data": "", "hash": "", "error": error(code)}
    return json_reply({"biometrics": [item]})
