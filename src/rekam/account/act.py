from enum import Enum


class Act(Enum):
    """Everything that a signed-in person can do, named as the audit line names it."""

    RECORD = "record"
    APPROVE_EXCEPTION = "approve_exception"
    CORRECT_BIODATA = "correct_biodata"
    SEE_ROSTER = "see_roster"
    SEE_OUTBOX = "see_outbox"
    SEND_NOW = "send_now"
    SEE_SUMMARY = "see_summary"
    SEE_COVERAGE = "see_coverage"
    SEE_MISSING_PEOPLE = "see_missing_people"
    SEE_JOURNEY = "see_journey"
    SEE_RECORDING = "see_recording"
    ADJUDICATE = "adjudicate"
    PRINT_CARD = "print_card"
    HAND_OVER_CARD = "hand_over_card"
    SUSPEND_CONNECTION = "suspend_connection"
    RESTORE_CONNECTION = "restore_connection"
    SEE_AUDIT = "see_audit"
    KEEP_ACCOUNTS = "keep_accounts"
