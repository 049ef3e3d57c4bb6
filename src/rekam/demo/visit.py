from typing import Literal

import msgspec

Kind = Literal["ordinary", "second_identity", "one_hand", "wrong_nik", "finger_first", "finger_again"]


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """One resident's turn at the counter.

    Attributes:
        nik: Whom the roster knows.
        person: Seed of the body that comes (or number of the person in a folder of prints).
        kind: What is special about it.
        sex: ``L`` or ``P``.
        age: Years, for the portrait.
        birth_year: Likewise.
        capture: Number of the first capture of each finger and eye, so that two visits of one body differ.
    """

    nik: str
    person: int
    kind: Kind
    sex: Literal["L", "P"]
    age: int
    birth_year: int
    capture: int = 1


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What the scripted operator does, in order.

    Attributes:
        station: The station's folder.
        simulator: Address of the devices.
        done: File to write at the end.
        operator: Account and password.
        supervisor: Account and password.
        visits: In their order.
        fingers: Whether the prints come from a folder; then nothing but fingers and face is captured.
    """

    station: str
    simulator: str
    device_port: int
    done: str
    operator: tuple[str, str]
    supervisor: tuple[str, str]
    visits: tuple[Visit, ...]
    fingers: bool = False


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """How one visit ended.

    Attributes:
        nik: Of the visit.
        kind: Of the visit.
        packet_id: Hexadecimal; empty when nothing was recorded.
        refused: Problem codes of a refusal at the counter.
    """

    nik: str
    kind: Kind
    packet_id: str
    refused: tuple[str, ...] = ()
