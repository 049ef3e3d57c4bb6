from enum import Enum


class Status(Enum):
    """Where a recording is, in Dukcapil's outward vocabulary and four answers that it blurred.

    The first eighteen are those of the regional dashboards (Banyumas 2017 counts "about 18"; the ministry's
    training deck of 2015 and OpenSID name them). The last four say what SENT FOR ENROLLMENT used to hide.
    """

    UNREGISTERED = "unregistered"
    BIO_CAPTURED = "bio_captured"
    PROCESSING = "processing"
    SENT_FOR_ENROLLMENT = "sent_for_enrollment"
    RECEIVED_AT_CENTRAL = "received_at_central"
    ENROLL_FAILURE_AT_REGIONAL = "enroll_failure_at_regional"
    ENROLL_FAILURE_AT_CENTRAL = "enroll_failure_at_central"
    SEARCH_FAILURE_AT_CENTRAL = "search_failure_at_central"
    REQUEST_VALIDATION = "request_validation"
    ADJUDICATE_RECORD = "adjudicate_record"
    DUPLICATE_RECORD = "duplicate_record"
    DUPLICATE_ONE_TO_ONE = "duplicate_one_to_one"
    DUPLICATE_ONE_TO_MANY = "duplicate_one_to_many"
    PRINT_READY_RECORD = "print_ready_record"
    SENT_FOR_CARD_PRINTING = "sent_for_card_printing"
    CARD_PRINTED = "card_printed"
    CARD_SHIPPED = "card_shipped"
    CARD_ISSUED = "card_issued"

    AT_CENTRE_ALREADY = "at_centre_already"
    QUARANTINED = "quarantined"
    IN_COURIER_TRANSIT = "in_courier_transit"
    REFUSED = "refused"


FINAL = frozenset({Status.CARD_ISSUED, Status.AT_CENTRE_ALREADY})
"""Nobody's turn any more; a replacement card begins a new turn."""

DUPLICATES = frozenset({Status.DUPLICATE_RECORD, Status.DUPLICATE_ONE_TO_ONE, Status.DUPLICATE_ONE_TO_MANY})
"""Judged to be a person who was recorded before; no card until the resident has chosen."""

CARDS = frozenset(
    {
        Status.PRINT_READY_RECORD,
        Status.SENT_FOR_CARD_PRINTING,
        Status.CARD_PRINTED,
        Status.CARD_SHIPPED,
        Status.CARD_ISSUED,
    }
)
"""A card may be printed or has been."""
