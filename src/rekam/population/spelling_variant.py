import re

import numpy as np

from rekam.person import name_key

_SWAPS = tuple(
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in (
        ("u", "oe"),
        ("oe", "u"),
        ("iy", "i"),
        ("i(?=[aou])", "iy"),
        ("y$", "i"),
        ("i$", "y"),
        ("mm", "m"),
        ("(?<=[aiu])m(?=[aiu])", "mm"),
        ("z", "s"),
        ("sy", "s"),
        ("^s(?=[aeiou])", "sy"),
        ("f", "p"),
        ("v", "f"),
        ("kh", "h"),
        ("dh", "d"),
        ("(?<=[ai])d$", "t"),
        ("q", "k"),
        ("c(?=[aiu])", "tj"),
        ("j(?=[aiou])", "dj"),
        ("^muhammad$", "Mohamad"),
        ("^muh?ammad$", "Moch."),
        ("^ahmad$", "Achmad"),
        ("(?<=[aiueo])n(?=[aiueo])", "nn"),
        ("(?<=[aiueo])t(?=[aiueo])", "tt"),
        ("(?<=^s)l", "el"),
        ("h$", ""),
    )
)
"""How one word is written another way; a swap counts only if the key of the name stays."""


def variant_spelling(name: str, rng: np.random.Generator) -> str:
    """Another plausible spelling of the same name: Sumiati for Sumiyati.

    Args:
        name: A name.
        rng: Random stream.

    Returns:
        A name with the same `name_key`, written otherwise; the name itself only where no
        spelling family fits, as for "Ox".
    """
    key = name_key(name)
    words = name.split()
    variants: list[str] = []
    for at, one in enumerate(words):
        for pattern, by in _SWAPS:
            swapped = pattern.sub(by, one, count=1)
            if swapped != one:
                cased = swapped[:1].upper() + swapped[1:] if one[:1].isupper() else swapped
                variant = " ".join([*words[:at], cased.upper() if one.isupper() else cased, *words[at + 1 :]])
                if variant != name and name_key(variant) == key:
                    variants.append(variant)
    return variants[int(rng.integers(len(variants)))] if variants else name
