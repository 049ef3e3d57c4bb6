from enum import Enum


class NoCertificate(Enum):
    """Why a child has no birth certificate yet, as an office or a village found out; the value is stored."""

    PARENTS_UNMARRIED_ON_PAPER = "parents_unmarried_on_paper"
    NO_BIRTH_LETTER = "no_birth_letter"
    PARENTS_WITHOUT_CARD = "parents_without_card"
    PARENTS_UNKNOWN = "parents_unknown"
    NOT_APPLIED = "not_applied"
    ISSUED_ELSEWHERE = "issued_elsewhere"
    MOVED = "moved"
    DOUBLE = "double"
    NOT_FOUND = "not_found"
