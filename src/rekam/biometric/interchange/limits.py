from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a record may claim before its reader refuses it.

    Attributes:
        octets: Longest record, octets. A ten-print card at 500 ppi as WSQ is about 1 MB.
        representations: Most representations in one record.
        side: Longest side of a picture, pixels. A four-finger platen is 1600 x 1500 at 500 ppi.
        least_rate: Least sampling rate of a minutiae record, pixels per centimetre (100 ppi).
        elements: Most elements side by side in a record of nested elements (ISO/IEC 39794, chip data).
    """

    octets: int = 4_000_000
    representations: int = 20
    side: int = 4096
    least_rate: int = 39
    elements: int = 256


USUAL = Limits()
"""Fits every sensor that a recording station uses."""
