"""Whose turn it is in each status, until when, and who is told when the time is over."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from rekam.registry import parameters
from rekam.registry.status import Status


class Owner(Enum):
    """Who must act next."""

    STATION = "station"
    OFFICE = "office"
    PROVINCE = "province"
    CENTRE = "centre"
    ADJUDICATOR = "adjudicator"
    PRINTER = "printer"
    RESIDENT = "resident"
    MINISTRY = "ministry"


@dataclass(frozen=True, slots=True)
class Duty:
    """The turn that a status gives to somebody.

    Attributes:
        owner: Whose turn it is.
        hours: Time allowed, in hours since the status began.
        escalation: Who is told when the time is over.
    """

    owner: Owner
    hours: int
    escalation: Owner


_DUTIES = {
    Status.UNREGISTERED: Duty(Owner.OFFICE, parameters.SUMMON_HOURS, Owner.PROVINCE),
    Status.BIO_CAPTURED: Duty(Owner.STATION, parameters.SEAL_HOURS, Owner.OFFICE),
    Status.PROCESSING: Duty(Owner.STATION, parameters.ANNOUNCE_HOURS, Owner.OFFICE),
    Status.SENT_FOR_ENROLLMENT: Duty(Owner.STATION, parameters.UPLOAD_HOURS, Owner.OFFICE),
    Status.IN_COURIER_TRANSIT: Duty(Owner.OFFICE, parameters.COURIER_HOURS, Owner.PROVINCE),
    Status.RECEIVED_AT_CENTRAL: Duty(Owner.CENTRE, parameters.PROCESS_HOURS, Owner.MINISTRY),
    Status.QUARANTINED: Duty(Owner.CENTRE, parameters.QUARANTINE_HOURS, Owner.MINISTRY),
    Status.ENROLL_FAILURE_AT_REGIONAL: Duty(Owner.STATION, parameters.RECORD_AGAIN_HOURS, Owner.OFFICE),
    Status.ENROLL_FAILURE_AT_CENTRAL: Duty(Owner.STATION, parameters.RECORD_AGAIN_HOURS, Owner.OFFICE),
    Status.REFUSED: Duty(Owner.STATION, parameters.RECORD_AGAIN_HOURS, Owner.OFFICE),
    Status.SEARCH_FAILURE_AT_CENTRAL: Duty(Owner.CENTRE, parameters.SEARCH_AGAIN_HOURS, Owner.MINISTRY),
    Status.ADJUDICATE_RECORD: Duty(Owner.ADJUDICATOR, parameters.ADJUDICATE_HOURS, Owner.CENTRE),
    Status.REQUEST_VALIDATION: Duty(Owner.ADJUDICATOR, parameters.ADJUDICATE_HOURS, Owner.CENTRE),
    Status.DUPLICATE_RECORD: Duty(Owner.RESIDENT, parameters.CHOOSE_HOURS, Owner.OFFICE),
    Status.DUPLICATE_ONE_TO_ONE: Duty(Owner.RESIDENT, parameters.CHOOSE_HOURS, Owner.OFFICE),
    Status.DUPLICATE_ONE_TO_MANY: Duty(Owner.RESIDENT, parameters.CHOOSE_HOURS, Owner.OFFICE),
    Status.PRINT_READY_RECORD: Duty(Owner.PRINTER, parameters.PRINT_HOURS, Owner.OFFICE),
    Status.SENT_FOR_CARD_PRINTING: Duty(Owner.PRINTER, parameters.PRINT_JOB_HOURS, Owner.OFFICE),
    Status.CARD_PRINTED: Duty(Owner.OFFICE, parameters.SHIP_HOURS, Owner.PROVINCE),
    Status.CARD_SHIPPED: Duty(Owner.RESIDENT, parameters.COLLECT_HOURS, Owner.OFFICE),
}

DUTY: Mapping[Status, Duty] = MappingProxyType(_DUTIES)
"""Every status that is not final."""
