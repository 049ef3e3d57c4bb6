"""Searching a region with typing errors among all of Indonesia, beside one plain pass over the same names."""

import time

from rapidfuzz import fuzz, process

from rekam.edge.packed import gazetteer
from rekam.place import Level

TEXTS = ("bnagko", "kec. bangko, merangin", "rantau panjang merangin", "suka mju", "muaro jmbi")


def main() -> None:
    gaz = gazetteer()
    names = [
        region.name
        for province in gaz.provinces()
        for level in (Level.REGENCY, Level.DISTRICT, Level.VILLAGE)
        for region in gaz.within(province.code, level)
    ]
    for text in TEXTS:
        gaz.search(text)
        began = time.perf_counter()
        gaz.search(text)
        ours = time.perf_counter() - began
        began = time.perf_counter()
        process.extract(text, names, scorer=fuzz.ratio, limit=10)
        plain = time.perf_counter() - began
        print(
            f"{text:28} {ours * 1000:6.1f} ms  one plain pass over {len(names)} names {plain * 1000:6.1f} ms"
        )


if __name__ == "__main__":
    main()
