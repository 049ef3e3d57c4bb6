"""A forgotten password without a line: the station asks, the office answers, both by telephone.

The code is cut from an HMAC under a secret that only this station and the centre share. It is good for one
question, one account and one station.
"""

import hmac
from base64 import b32encode
from hashlib import sha256

from rekam.account.parameters import RECOVERY_LETTERS

SECRET_BYTES = 32
_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_HEARD = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", "-": "", " ": "", ".": ""})


def recovery_context(station: str) -> bytes:
    """What a station's secret is bound to while it travels to the centre, wrapped."""
    return b"rekam recovery secret\0" + station.encode()


def new_challenge(random: bytes) -> str:
    """A question of eight letters without look-alikes.

    Args:
        random: At least 5 unpredictable bytes.
    """
    return b32encode(random[:5]).decode().translate(_CROCKFORD)[:RECOVERY_LETTERS]


def recovery_code(secret: bytes, *, station: str, account: str, challenge: str) -> str:
    """The answer of eight letters."""
    said = "\0".join(("rekam recovery", station, account, heard(challenge))).encode()
    return new_challenge(hmac.new(secret, said, sha256).digest())


def same_code(expected: str, typed: str) -> bool:
    """Whether the code that was heard is the right one, whatever spaces, dashes and letter case came with it."""
    return hmac.compare_digest(heard(expected).encode(), heard(typed).encode())


def heard(text: str) -> str:
    """One spelling for a code read aloud: O is 0, I and L are 1."""
    return text.strip().upper().translate(_HEARD)[:40]


def spaced(code: str) -> str:
    """In two groups, as it is read aloud."""
    return f"{code[:4]}-{code[4:]}"
