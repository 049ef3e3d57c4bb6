"""Which device certificates a station believes."""

from collections.abc import Callable

Trust = Callable[[str, str], bool]
"""Takes a signer and a certificate thumbprint (SHA-256, upper-case hexadecimal); true = believed.

The signer is the device id, and ``<device id>/digital-id`` for the digital id, which the trust module of an L1 device
signs with a key of its own.
"""


def only(*thumbprints: str) -> Trust:
    """Believes these certificates and no other."""
    known = frozenset(thumbprint.upper() for thumbprint in thumbprints)
    return lambda _signer, thumbprint: thumbprint in known


def first_use() -> Trust:
    """Believes the certificate that a device shows first, and from then on no other for that signer."""
    pins: dict[str, str] = {}
    # setdefault is atomic: two pages that meet a new device at once agree on one certificate
    return lambda signer, thumbprint: pins.setdefault(signer, thumbprint) == thumbprint
