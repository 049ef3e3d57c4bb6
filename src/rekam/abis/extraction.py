"""One person's samples made into a template, every item by itself."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from rekam.abis.face.describer import FaceDescriber
from rekam.abis.face.template import FaceTemplate
from rekam.abis.finger.extractor import extract_finger
from rekam.abis.finger.template import FingerTemplate
from rekam.abis.iris.extractor import extract_iris
from rekam.abis.iris.template import IrisTemplate
from rekam.abis.person_template import PersonTemplate
from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition, Modality, Sample
from rekam.biometric.picture import decode_colour, decode_grey
from rekam.problem import Problem

Item = tuple[Modality, FingerPosition | Eye | None]
"""Kind and place of one captured item."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What came out of the samples of one person.

    Attributes:
        template: All that could be read; its parts may all be empty.
        unreadable: The problem of each item that gave no features; a failure to enrol is never silent.
    """

    template: PersonTemplate
    unreadable: Mapping[Item, Problem] = field(default_factory=dict)


def extract_person(
    samples: Sequence[Sample], *, describer: FaceDescriber | None = None, workers: int = 1
) -> Extraction:
    """The template of a person; signatures are passed over.

    The items of a person are independent and nearly all of the work is outside the interpreter's lock.

    Args:
        samples: In any order; of two of one item the later one counts.
        describer: For portraits; ``None`` = they are passed over.
        workers: Threads to share the items among.
    """
    wanted = {Modality.FINGER, Modality.IRIS} | ({Modality.FACE} if describer is not None else set())
    readable = [sample for sample in samples if sample.modality in wanted]
    with ThreadPoolExecutor(max(workers, 1)) as pool:
        found = list(pool.map(lambda sample: _features(sample, describer), readable))
    fingers: dict[FingerPosition, FingerTemplate] = {}
    irises: dict[Eye, IrisTemplate] = {}
    face: FaceTemplate | None = None
    unreadable: dict[Item, Problem] = {}
    for sample, features in zip(readable, found, strict=True):
        match sample.place, features:
            case _, Problem() as problem:
                unreadable[sample.modality, sample.place] = problem
            case FingerPosition() as position, FingerTemplate() as finger:
                fingers[position] = finger
            case Eye() as eye, IrisTemplate() as iris:
                irises[eye] = iris
            case _, FaceTemplate() as described:
                face = described
    return Extraction(PersonTemplate(fingers, irises, face), unreadable)


def _features(
    sample: Sample, describer: FaceDescriber | None
) -> FingerTemplate | IrisTemplate | FaceTemplate | Problem:
    try:
        match sample.place:
            case FingerPosition() as position:
                return extract_finger(FingerImage(position, decode_grey(sample.content)))
            case Eye() as eye:
                return extract_iris(EyeImage(eye, decode_grey(sample.content)))
            case None:
                assert describer is not None
                return describer.describe(FaceImage(decode_colour(sample.content)))
    except Problem as problem:
        return problem
