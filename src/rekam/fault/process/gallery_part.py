"""A gallery folder at work in a process of its own."""

import random
from pathlib import Path

from rekam.edge.store.gallery_files import GalleryFiles
from rekam.edge.store.gallery_files.feature import FEATURES
from rekam.fault.gallery.people import enrolment_of, reference_of, template_of
from rekam.fault.process.line import Line

PEOPLE = 40
"""Numbers of people who come and go."""
BATCH_MOST = 6
EARLY = "acknowledge-early"
"""Control: says that a change is done before it is begun."""


def warm() -> None:
    """Makes the people that every child will want, and loads the compiled code."""
    for number in range(PEOPLE):
        template_of(number, 0)
    for one in FEATURES:
        one.of(template_of(0, 0))


def churn(line: Line, *, folder: str, seed: str, present: list[int], control: str = "") -> None:
    """Changes a gallery until it is killed. Says ``will …`` before each change and ``did`` after it.

    ``will put NUMBER:CAPTURE …``, ``will remove NUMBER``, ``will compact``, ``will checkpoint``.
    """
    chance, here = random.Random(seed), set(present)  # noqa: S311 - chance, not secrets
    capture = 0
    with GalleryFiles(Path(folder)) as files:
        line.say("open", len(files))
        while True:
            act = chance.choices(("put", "remove", "compact", "checkpoint"), (10, 5, 1, 1))[0]
            act = "checkpoint" if act == "remove" and not here else act
            capture += 1
            if act == "put":
                numbers = chance.sample(range(PEOPLE), chance.randint(1, BATCH_MOST))
                line.say("will", act, *(f"{number}:{capture}" for number in numbers))
                _early(line, control)
                files.put_all([(reference_of(number), enrolment_of(number, capture)) for number in numbers])
                here.update(numbers)
            elif act == "remove":
                number = chance.choice(sorted(here))
                line.say("will", act, number)
                _early(line, control)
                files.remove(reference_of(number))
                here.discard(number)
            else:
                line.say("will", act)
                _early(line, control)
                files.compact() if act == "compact" else files.checkpoint()
            if not control:
                line.say("did")


def _early(line: Line, control: str) -> None:
    if control == EARLY:
        line.say("did")
