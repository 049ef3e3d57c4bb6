"""What the checks within a person catch and what they accuse wrongly, on fingers of FVC.

    python benchmarks/abis_within.py ../shared/data/fvc2002

A "person" is the ten fingers of one set laid at the ten places, a "recording" one impression of each. So ten fingers
of ten people stand for one person's: real pictures, made-up people.
"""

import json
import sys
from itertools import product
from pathlib import Path

from rekam.abis import FingerTemplate, extract_finger
from rekam.abis.within.placement import Swap, mirror, placement
from rekam.abis.within.same_finger import same_fingers
from rekam.abis.within.watch import FingerWatch
from rekam.biometric import FingerPosition
from rekam.edge.store.picture_folder import read_sets

Recording = dict[FingerPosition, FingerTemplate]


def recordings(folder: Path) -> dict[str, list[Recording]]:
    return {
        name: [
            {
                place: extract_finger(sets[finger][impression])
                for place, finger in zip(FingerPosition, sorted(sets), strict=True)
            }
            for impression in sorted(next(iter(sets.values())))
        ]
        for name, sets in sorted(read_sets(folder).items())
    }


def rate(found: list[bool]) -> dict[str, float]:
    return {"share": sum(found) / len(found), "of": len(found)}


def main() -> None:
    people = recordings(Path(sys.argv[1]))
    sets = list(people)
    every = [(name, number) for name in sets for number in range(len(people[name]))]
    clean = [people[name][number] for name, number in every]
    twice, swapped, straight, foreign, lent = [], [], [], [], []
    for (name, number), place in product(every, FingerPosition):
        own, again = people[name][number], people[name][(number + 1) % 8]
        other = FingerPosition(place % 10 + 1)
        pair = {place, other}
        found = same_fingers({**own, other: again[place]})
        twice.append(any({one.one, one.other} == pair for one in found))
        stranger = people[sets[(sets.index(name) + 1) % len(sets)]][number][place]
        if number:
            foreign.append(place in placement({**own, place: stranger}, people[name][0]).foreign)
    for name, number in every:
        if number:
            straight.append(placement(people[name][number], people[name][0]))
            turned = {mirror(place): finger for place, finger in people[name][number].items()}
            swapped.append(placement(turned, people[name][0]).swap is Swap.HANDS)
    watch = FingerWatch()
    watch.add("operator", people[sets[0]][0])
    strangers = [people[name][number] for name, number in every if name != sets[0]]
    for number, place in product(range(1, 8), FingerPosition):
        kept = {**strangers[number], FingerPosition.LEFT_RING: people[sets[0]][number][place]}
        lent.append(any(hit.position is FingerPosition.LEFT_RING for hit in watch.hits(kept)))
    print(
        json.dumps(
            {
                "same finger twice, caught": rate(twice),
                "recordings wrongly told to hold a finger twice": rate(
                    [bool(same_fingers(one)) for one in clean]
                ),
                "hands swapped, caught": rate(swapped),
                "recordings wrongly told to be swapped": rate([one.swap is not None for one in straight]),
                "another person's finger, caught": rate(foreign),
                "recordings wrongly told to hold a foreign finger": rate(
                    [bool(one.foreign) for one in straight]
                ),
                "operator's finger, caught": rate(lent),
                "recordings wrongly told to hold an operator's finger": rate(
                    [bool(watch.hits(one)) for one in strangers]
                ),
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
