"""What a village's own register (OpenSID) writes about a card: eight codes for all that a recording can be.

Codes are those of OpenSID's list ``status_rekam`` (packed list ``status_rekam_opensid``); its column ``ktp_el`` says
1 *belum* or 2 *KTP-EL*, and follows from the first as in its table ``tweb_status_ktp``.
"""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from rekam.registry.status import Status


class VillageStatus(IntEnum):
    """Code of OpenSID's column ``status_rekam``."""

    NOT_OBLIGED = 1
    NOT_RECORDED = 2
    RECORDED = 3
    CARD_PRINTED = 4
    PRINT_READY_RECORD = 5
    CARD_SHIPPED = 6
    SENT_FOR_CARD_PRINTING = 7
    CARD_ISSUED = 8


OF_STATUS: Mapping[Status, VillageStatus] = MappingProxyType(
    {
        Status.UNREGISTERED: VillageStatus.NOT_RECORDED,
        Status.BIO_CAPTURED: VillageStatus.RECORDED,
        Status.PROCESSING: VillageStatus.RECORDED,
        Status.SENT_FOR_ENROLLMENT: VillageStatus.RECORDED,
        Status.RECEIVED_AT_CENTRAL: VillageStatus.RECORDED,
        # A failed or refused recording has to be made again: the village must see the person as not recorded.
        Status.ENROLL_FAILURE_AT_REGIONAL: VillageStatus.NOT_RECORDED,
        Status.ENROLL_FAILURE_AT_CENTRAL: VillageStatus.NOT_RECORDED,
        Status.SEARCH_FAILURE_AT_CENTRAL: VillageStatus.RECORDED,
        Status.REQUEST_VALIDATION: VillageStatus.RECORDED,
        Status.ADJUDICATE_RECORD: VillageStatus.RECORDED,
        Status.DUPLICATE_RECORD: VillageStatus.RECORDED,
        Status.DUPLICATE_ONE_TO_ONE: VillageStatus.RECORDED,
        Status.DUPLICATE_ONE_TO_MANY: VillageStatus.RECORDED,
        Status.PRINT_READY_RECORD: VillageStatus.PRINT_READY_RECORD,
        Status.SENT_FOR_CARD_PRINTING: VillageStatus.SENT_FOR_CARD_PRINTING,
        Status.CARD_PRINTED: VillageStatus.CARD_PRINTED,
        Status.CARD_SHIPPED: VillageStatus.CARD_SHIPPED,
        Status.CARD_ISSUED: VillageStatus.CARD_ISSUED,
        Status.AT_CENTRE_ALREADY: VillageStatus.RECORDED,
        Status.QUARANTINED: VillageStatus.RECORDED,
        Status.IN_COURIER_TRANSIT: VillageStatus.RECORDED,
        Status.REFUSED: VillageStatus.NOT_RECORDED,
    }
)
"""Every status of the registry has one code; duplicates are recorded, and get no card."""


def village_status(*, obliged: bool, recorded_before: bool, status: Status | None) -> VillageStatus:
    """The code of one resident.

    Args:
        obliged: Wajib KTP on the data cut.
        recorded_before: Recorded before this system began to count; its card's whereabouts are not known here.
        status: Of the recording that counts; ``None`` = there is none.
    """
    if status is not None and OF_STATUS[status] is not VillageStatus.NOT_RECORDED:
        return OF_STATUS[status]
    if recorded_before:
        return VillageStatus.RECORDED
    return VillageStatus.NOT_RECORDED if obliged else VillageStatus.NOT_OBLIGED


def village_card(code: VillageStatus) -> int:
    """OpenSID's column ``ktp_el``: 2 once a person is recorded, else 1."""
    return 1 if code <= VillageStatus.NOT_RECORDED else 2
