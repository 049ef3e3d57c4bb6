"""Why ABIS refuses: the eighteen reasons of the API, and which of our problems is which."""

from collections.abc import Mapping
from enum import StrEnum

from rekam.problem import Problem


class Failure(StrEnum):
    """Values of ``failureReason`` (MOSIP ABIS API 0.9, "Failure Reasons")."""

    UNKNOWN = "1"
    ABORTED = "2"
    UNEXPECTED = "3"
    STRUCTURE = "4"
    NO_REFERENCE = "5"
    NO_REQUEST_ID = "6"
    NOT_FETCHED = "7"
    NO_URL = "8"
    NO_REQUEST_TIME = "9"
    REFERENCE_EXISTS = "10"
    NO_DATA = "11"
    REFERENCE_UNKNOWN = "12"
    VERSION = "13"
    ID = "14"
    REQUEST_TIME = "15"
    CBEFF_FORMAT = "16"
    URL_EXPIRED = "17"
    QUALITY = "18"


_FAILURE: Mapping[str, Failure] = {
    "biometric.cbeff_unreadable": Failure.CBEFF_FORMAT,
    "biometric.cbeff_too_large": Failure.CBEFF_FORMAT,
    "engine.encounter_taken": Failure.REFERENCE_EXISTS,
    "engine.encounter_unknown": Failure.REFERENCE_UNKNOWN,
    "engine.person_unknown": Failure.REFERENCE_UNKNOWN,
    "mosip.no_biometrics": Failure.NO_DATA,
    "mosip.not_opened": Failure.NO_DATA,
    "mosip.quality": Failure.QUALITY,
    "mosip.share_expired": Failure.URL_EXPIRED,
    "mosip.share_failed": Failure.NOT_FETCHED,
    "mosip.share_not_allowed": Failure.NOT_FETCHED,
    "mosip.share_too_large": Failure.NOT_FETCHED,
}
"""MOSIP's compliance toolkit expects 11, not 16, where sealed data cannot be opened."""


_OF_REQUEST = frozenset({"abis", "biometric", "engine", "mosip"})


def is_of_request(problem: Problem) -> bool:
    """Whether the request is at fault or what it points to; else it is our disk, and nothing may be answered."""
    return problem.code.partition(".")[0] in _OF_REQUEST


def failure_of(problem: Problem) -> Failure:
    """The API's reason for a problem; 1 for one that the API has no word for."""
    return _FAILURE.get(problem.code, Failure.UNKNOWN)
