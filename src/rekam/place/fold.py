import re
import unicodedata

_APOSTROPHES = re.compile("['’‘`´]")
_OTHER = re.compile(r"[^a-z0-9]+")


def fold(name: str) -> str:
    """A name for comparing: small letters and digits, single blanks, no accents.

    >>> fold("Regapu’u,  Lama")
    'regapuu lama'
    """
    text = name.lower()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _OTHER.sub(" ", _APOSTROPHES.sub("", text)).strip()


def tight(name: str) -> str:
    """`fold` without blanks, so that Tanjungpauh and Tanjung Pauh are one."""
    return fold(name).replace(" ", "")
