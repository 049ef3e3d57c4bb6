"""The short code that a resident carries away: the first fifty bits of the packet's id."""

from rekam.problem import Problem

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = {"O": "0", "I": "1", "L": "1"}
_LENGTH = 10
_BITS = 50


def receipt_code(packet_id: bytes) -> str:
    """The code in Crockford's base 32, ``7ZK3P-0Q9XW``.

    Args:
        packet_id: SHA-256 of the sealed body, 32 bytes.
    """
    number = int.from_bytes(packet_id[:7], "big") >> (56 - _BITS)
    letters = "".join(_ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(_LENGTH)))
    return f"{letters[:5]}-{letters[5:]}"


def read_receipt_code(text: str) -> str:
    """The code as a person types it, in its one written form.

    Small letters, missing or extra dashes and blanks, and O, I, L for 0 and 1 are understood.

    Raises:
        Problem: ``registry.receipt_code`` when it cannot be a code.
    """
    letters = "".join(_READ_AS.get(letter, letter) for letter in text.upper() if letter not in " -\t")
    if len(letters) != _LENGTH or any(letter not in _ALPHABET for letter in letters):
        raise Problem("registry.receipt_code", typed=text[:20])
    return f"{letters[:5]}-{letters[5:]}"
