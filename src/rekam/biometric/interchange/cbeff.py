"""CBEFF XML (ISO/IEC 19785-3, OASIS patron format) as MOSIP uses it: a person's records in one document.

Read-then-write leaves a document byte-identical; of a document in which some records were exchanged, the others
keep their bytes. What is not understood is kept with them.
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "http://standards.iso.org/iso-iec/19785/-3/ed-2/"
ORGANIZATION = "Mosip"
"""What MOSIP writes where the standard has the number of the format owner (257, ISO/IEC JTC 1/SC 37)."""

_HEAD = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<BIR xmlns="{NAMESPACE}">\n'
    "<BIRInfo><Integrity>false</Integrity></BIRInfo>\n"
)
_TAIL = "</BIR>\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bir:
    """One biometric information record: one finger, eye or face.

    Attributes:
        type: ``Finger``, ``Iris``, ``Face``, or what another system writes.
        subtype: ``Right IndexFinger``, ``Left``; empty for a face.
        bdb: The biometric data block, octets as they came; empty where nothing was captured.
        format_owner: Owner of the format of ``bdb``.
        format_type: 7 finger image, 2 finger minutiae, 8 face image, 9 iris image (IBIA register).
        created: When, as the document has it (xs:dateTime).
        level: ``Raw``, ``Intermediate`` or ``Processed``.
        purpose: ``Enroll``, ``Verify``, ``Identify`` and others.
        quality: 0-100; ``None`` where the document has none.
        index: UUID of the record.
        security: The security block (SB), octets.
        damaged: Whether the document has something that is no octets in the place of ``bdb``.
        others: MOSIP's further entries: ``EXCEPTION``, ``RETRIES``, ``SPEC_VERSION`` and others.
    """

    type: str
    subtype: str = ""
    bdb: bytes = b""
    format_owner: str = ORGANIZATION
    format_type: str = ""
    created: str = ""
    level: str = "Raw"
    purpose: str = "Enroll"
    quality: int | None = None
    index: str = ""
    security: bytes = b""
    damaged: bool = False
    others: Mapping[str, str] = field(default_factory=dict)

    @property
    def excepted(self) -> bool:
        """Whether this says that the item could not be captured."""
        return self.others.get("EXCEPTION", "").lower() == "true"


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as it was read: what lay between it and the record before, and its own octets."""

    bir: Bir
    before: bytes
    octets: bytes


@dataclass(frozen=True, slots=True)
class Cbeff:
    """The records of one person.

    Attributes:
        birs: In the order of the document.
        head: Octets before the first record, of a document that was read; ``None`` of a new one.
        tail: Octets after the last record.
        kept: The records as they were read; a record that stands in ``birs`` unchanged is written as it was.
    """

    birs: tuple[Bir, ...]
    head: bytes | None = None
    tail: bytes | None = None
    kept: tuple[Kept, ...] = field(default=(), compare=False, repr=False)

    def encode(self) -> bytes:
        """The document, UTF-8."""
        known = {id(one.bir): one for one in self.kept}
        # Inside a document of others the namespace is said again: its own records may have none, or a prefix.
        space = "" if self.head is None else f' xmlns="{NAMESPACE}"'
        parts = [_HEAD.encode() if self.head is None else self.head]
        for bir in self.birs:
            one = known.get(id(bir))
            parts.append(one.before + one.octets if one else _written(bir, space).encode())
        parts.append(_TAIL.encode() if self.tail is None else self.tail)
        return b"".join(parts)


def _written(bir: Bir, space: str) -> str:
    info = (
        _element("Index", bir.index)
        + f"<Format>{_element('Organization', bir.format_owner)}{_element('Type', bir.format_type)}</Format>"
        + _element("CreationDate", bir.created)
        + _element("Type", bir.type)
        + _element("Subtype", bir.subtype)
        + _element("Level", bir.level)
        + _element("Purpose", bir.purpose)
        + ("" if bir.quality is None else f"<Quality>{_element('Score', str(bir.quality))}</Quality>")
    )
    entries = "".join(
        f"<entry key={quoteattr(key)}>{escape(value)}</entry>" for key, value in bir.others.items()
    )
    version = "<Major>1</Major><Minor>1</Minor>"
    return (
        f"<BIR{space}><Version>{version}</Version><CBEFFVersion>{version}</CBEFFVersion>"
        "<BIRInfo><Integrity>false</Integrity></BIRInfo>"
        f"<BDBInfo>{info}</BDBInfo>"
        + _element("BDB", b64encode(bir.bdb).decode())
        + _element("SB", b64encode(bir.security).decode())
        + (f"<others>{entries}</others>" if entries else "")
        + "</BIR>\n"
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""
