"""An encounter as OSIA writes it, and back."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from rekam.engine.encounter import Encounter
from rekam.engine.osia.reading import Read
from rekam.problem import Problem

_OURS = frozenset(
    {"encounterId", "status", "encounterType", "galleries", "createdDate", "updatedDate", "biographicData",
     "contextualData", "biometricData"}
)  # fmt: skip
_BUFFERS = frozenset({"image", "template"})
ACTIVE, INACTIVE = "ACTIVE", "INACTIVE"


def encounter_from(person: str, encounter: str, body: Mapping[str, Any], read: Read) -> Encounter:
    """What is kept of a request's body: everything but the pictures, which are the registry's.

    Raises:
        Problem: ``engine.encounter_id_differs`` when the body names another encounter than the path.
    """
    if body.get("encounterId", encounter) != encounter:
        raise Problem("engine.encounter_id_differs")
    said = {
        "biographic": body.get("biographicData"),
        "contextual": body.get("contextualData"),
        "items": [
            {name: value for name, value in item.items() if name not in _BUFFERS}
            for item in body["biometricData"]
        ],
        "osia": {name: value for name, value in body.items() if name not in _OURS},
    }
    return Encounter(
        person,
        encounter,
        read.template,
        tuple(body["galleries"]),
        body["encounterType"],
        body["status"] == ACTIVE,
        said,
    )


def record_of(encounter: Encounter) -> dict[str, Any]:
    """The encounter as an answer; of its biometrics what was said about them (`readTemplate` gives features)."""
    said = encounter.said
    record = {
        "encounterId": encounter.encounter,
        "status": ACTIVE if encounter.active else INACTIVE,
        "encounterType": encounter.kind,
        "createdDate": _moment(encounter.created),
        "updatedDate": _moment(encounter.updated),
        "galleries": list(encounter.galleries),
        "biometricData": said.get("items", []),
        **said.get("osia", {}),
    }
    for name, key in (("biographicData", "biographic"), ("contextualData", "contextual")):
        if said.get(key) is not None:
            record[name] = said[key]
    return record


def ids_of(encounter: Encounter, read: Read | None = None) -> dict[str, Any]:
    """The ids of an encounter, with what became of its biometrics."""
    ids: dict[str, Any] = {"personId": encounter.person, "encounterId": encounter.encounter}
    if read is not None:
        ids["others"] = {"searchable": read.template is not None, "unreadable": read.told()}
    return ids


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()
