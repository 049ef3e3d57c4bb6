"""Which drawn body belongs to a register line."""

from hashlib import sha256


def body_of(nik: str) -> int:
    """Seed of the fingers, irises and face that come with a NIK, 0 to 2**62."""
    return int.from_bytes(sha256(b"rekam drawn body" + nik.encode()).digest()[:8], "big") >> 2
