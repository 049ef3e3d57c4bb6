from enum import StrEnum


class Subject(StrEnum):
    """What a statement counts; only statements of one subject are compared."""

    RECORDING = "recording"
    BIRTH = "birth"
    CHILD_CARD = "child_card"
    PRINTING = "printing"
    DEVICE = "device"
