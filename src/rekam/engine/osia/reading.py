"""From ``biometricData`` to a template, every item by itself."""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from rekam.abis import FingerTemplate, IrisTemplate, PersonTemplate, extract_finger, extract_iris
from rekam.abis.face.describer import FaceDescriber
from rekam.abis.face.template import FaceTemplate
from rekam.biometric import Eye, EyeImage, FingerImage, FingerPosition
from rekam.engine.osia.features import Features, given
from rekam.engine.osia.picture import Place, image_of, place_of, portrait_of
from rekam.engine.osia.slap import HANDS, slap_of
from rekam.engine.parameters import MOST_ITEMS
from rekam.problem import Problem

Item = Mapping[str, Any]
_KEYS = ("biometricType", "biometricSubType", "instance")


@dataclass(frozen=True, slots=True)
class Read:
    """What came out of the items of one person.

    Attributes:
        template: All that could be read; ``None`` = nothing.
        unreadable: Each item that gave no features, with its problem; a failure to enrol is never silent.
    """

    template: PersonTemplate | None
    unreadable: tuple[tuple[Item, Problem], ...]

    def told(self) -> list[dict[str, Any]]:
        """The unreadable items as JSON, for the ``others`` of an answer."""
        return [
            {name: item[name] for name in _KEYS if name in item}
            | {"problem": problem.code, "message": problem.say("en")}
            for item, problem in self.unreadable
        ]


def read_items(items: Sequence[Item], describer: FaceDescriber | None = None) -> Read:
    """The template of the items; of two of one finger, eye or face the later one counts.

    The items are independent and nearly all of the work is outside the interpreter's lock, so every core takes
    some.

    Args:
        items: As the contract has them.
        describer: For portraits; ``None`` = they are not compared.

    Raises:
        Problem: ``engine.items_too_many``, or ``biometric.picture_too_large`` where a picture breaks the limits:
            such a request is refused whole.
    """
    if len(items) > MOST_ITEMS:
        raise Problem("engine.items_too_many", most=MOST_ITEMS)
    fingers: dict[FingerPosition, FingerTemplate] = {}
    irises: dict[Eye, IrisTemplate] = {}
    face: FaceTemplate | None = None
    unreadable: list[tuple[Item, Problem]] = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(lambda item: _features(item, describer), items):
            for item, place, features in found:
                match place, features:
                    case _, Problem() as problem:
                        unreadable.append((item, problem))
                    case FingerPosition() as position, FingerTemplate() as finger:
                        fingers[position] = finger
                    case Eye() as eye, IrisTemplate() as iris:
                        irises[eye] = iris
                    case _, FaceTemplate() as described:
                        face = described
    some = bool(fingers or irises or face)
    return Read(PersonTemplate(fingers, irises, face) if some else None, tuple(unreadable))


def _features(
    item: Item, describer: FaceDescriber | None
) -> list[tuple[Item, Place | None, Features | Problem]]:
    """What an item holds: one finger, eye or face, or the fingers of a slap."""
    try:
        if "encryption" in item:
            raise Problem("engine.item_encrypted")  # noqa: TRY301 - as for any other item that is not readable
        if item["biometricType"] == "FINGER" and item.get("biometricSubType") in HANDS and "image" in item:
            return [_of_slap(image) for image in slap_of(item)]
        if item["biometricType"] == "FACE" and describer is not None:
            return [(item, None, _face(item, describer))]
        place = place_of(item)
        return [(item, place, _read(item, place))]
    except Problem as problem:
        if problem.code == "biometric.picture_too_large":
            raise
        return [(item, None, problem)]


def _of_slap(image: FingerImage) -> tuple[Item, Place, Features | Problem]:
    item = {"biometricType": "FINGER", "biometricSubType": image.position.name}
    try:
        return item, image.position, extract_finger(image)
    except Problem as problem:
        return item, image.position, problem


def _face(item: Item, describer: FaceDescriber) -> Features:
    if item.get("biometricSubType", "PORTRAIT") != "PORTRAIT":
        raise Problem("engine.item_not_compared", type="FACE", subtype=item["biometricSubType"])
    if "image" in item:
        return describer.describe(portrait_of(item))
    return _template(item, None)


def _read(item: Item, place: Place) -> Features:
    if "image" in item:
        image = image_of(item, place)
        return extract_iris(image) if isinstance(image, EyeImage) else extract_finger(image)
    return _template(item, place)


def _template(item: Item, place: Place | None) -> Features:
    if "template" in item:
        return given(item, place)
    raise Problem("engine.item_empty")
