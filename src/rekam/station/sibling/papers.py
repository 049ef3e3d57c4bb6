"""What the regency office writes into a station's papers about the others beside it."""

import msgspec

from rekam.edge.key import Ed25519Verifier, import_public
from rekam.problem import Problem
from rekam.station.sibling.parameters import SECRET_BYTES_LEAST

_ANYWHERE = ("", "0.0.0.0", "::")  # noqa: S104 - refused, never bound


class Sibling(msgspec.Struct, frozen=True):
    """Another station of the same office.

    Attributes:
        station: Its id.
        letter: What its queue numbers begin with.
        key: Its public signing key.
        address: Where it listens in the office network, ``host:port``.
    """

    station: str
    letter: str
    key: bytes
    address: str


class SharedOffice(msgspec.Struct, frozen=True):
    """What one station knows of its office.

    Attributes:
        letter: What its own queue numbers begin with.
        listen: Its own address in the office network, ``host:port``.
        secret: Under which residents are compared without being named; the same at every station of the office.
            It opens and signs nothing.
        siblings: The others.
    """

    letter: str
    listen: str
    secret: bytes
    siblings: tuple[Sibling, ...]


def check_office(office: SharedOffice) -> None:
    """Refuses papers with which two stations could not work.

    Raises:
        Problem: ``station.provisioning_unreadable``, or ``packet.public_key_unreadable``.
    """
    letters = [office.letter, *(one.letter for one in office.siblings)]
    wrong = [letter for letter in letters if len(letter) != 1 or not "A" <= letter <= "Z"]
    if wrong or len(set(letters)) < len(letters):
        raise Problem("station.provisioning_unreadable", reason="office letters")
    if len(office.secret) < SECRET_BYTES_LEAST:
        raise Problem("station.provisioning_unreadable", reason="office secret")
    for address in (office.listen, *(one.address for one in office.siblings)):
        host_and_port(address)
    for one in office.siblings:
        verifier_of(one)


def host_and_port(address: str) -> tuple[str, int]:
    """The two parts of an address; "everywhere" is none.

    Raises:
        Problem: ``station.provisioning_unreadable``.
    """
    host, _, port = address.rpartition(":")
    if host in _ANYWHERE or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65_536:
        raise Problem("station.provisioning_unreadable", reason="office address")
    return host, int(port)


def verifier_of(sibling: Sibling) -> Ed25519Verifier:
    """The key that its messages are checked with.

    Raises:
        Problem: ``packet.public_key_unreadable``.
    """
    key = import_public(sibling.key)
    if not isinstance(key, Ed25519Verifier):
        raise Problem("packet.public_key_unreadable")
    return key
