"""Birth certificates of children, the child identity card, and who turns 17."""

from rekam.operations.birth.age import (
    birthday,
    is_child,
    leaves_on,
    may_hold_child_card,
    needs_card_on,
    newest_birth,
)
from rekam.operations.birth.card import check_card, valid_until
from rekam.operations.birth.certificate import Certificate, check_certificate, number_key
from rekam.operations.birth.count import BirthCount, count_children, summed
from rekam.operations.birth.published import PublishedBirths, published_of
from rekam.operations.birth.reason import NoCertificate
from rekam.operations.birth.target import still_needed, target_of
from rekam.operations.birth.turning import (
    Born,
    Turning,
    by_month,
    everywhere,
    months_from,
    next_election,
    turned,
    turning_until,
    window_end,
)

__all__ = [
    "BirthCount",
    "Born",
    "Certificate",
    "NoCertificate",
    "PublishedBirths",
    "Turning",
    "birthday",
    "by_month",
    "check_card",
    "check_certificate",
    "count_children",
    "everywhere",
    "is_child",
    "leaves_on",
    "may_hold_child_card",
    "months_from",
    "needs_card_on",
    "newest_birth",
    "next_election",
    "number_key",
    "published_of",
    "still_needed",
    "summed",
    "target_of",
    "turned",
    "turning_until",
    "valid_until",
    "window_end",
]
