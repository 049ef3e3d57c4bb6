from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CbeffLimits:
    """What a CBEFF document may claim before its reader refuses it.

    Attributes:
        octets: Longest document, octets. Ten fingers, two irises and a face as WSQ and JPEG 2000 are 0.7 MB in
            base64, uncompressed at 500 ppi about 9 MB.
        records: Most BIRs. A person has 13; exceptions and several captures of one item add to that.
        elements: Most elements. A BIR of MOSIP has about 30.
        depth: Deepest nesting. The type of a quality algorithm stands six deep.
        text: Longest text outside BDB and SB, characters. MOSIP keeps a signed token in ``others``.
    """

    octets: int = 24_000_000
    records: int = 64
    elements: int = 8_000
    depth: int = 10
    text: int = 200_000


USUAL = CbeffLimits()
"""Fits a full set of uncompressed pictures."""
