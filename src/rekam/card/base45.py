"""Base45 of RFC 9285: bytes in the alphanumeric mode of a QR code."""

from rekam.problem import Problem

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}


def encode(content: bytes) -> str:
    """Two bytes become three letters, a last single byte two (RFC 9285 section 4)."""
    letters: list[str] = []
    for start in range(0, len(content), 2):
        pair = content[start : start + 2]
        rest = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            rest, value = divmod(rest, 45)
            letters.append(ALPHABET[value])
    return "".join(letters)


def decode(text: str) -> bytes:
    """The bytes behind the letters.

    Raises:
        Problem: ``card.code_unreadable`` for a foreign letter, length or value.
    """
    content = bytearray()
    for start in range(0, len(text), 3):
        group = text[start : start + 3]
        size = len(group) - 1
        if size == 0 or any(letter not in _VALUE for letter in group):
            raise Problem("card.code_unreadable")
        value = sum(_VALUE[letter] * 45**power for power, letter in enumerate(group))
        if value >= 256**size:
            raise Problem("card.code_unreadable")
        content += value.to_bytes(size, "big")
    return bytes(content)
