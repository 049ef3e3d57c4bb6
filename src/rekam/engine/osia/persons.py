"""The operations of the tag CRUD: encounters of persons."""

import base64
from collections.abc import Iterator, Mapping
from typing import Any

from rekam.abis import PersonTemplate
from rekam.engine.encounter import Encounter
from rekam.engine.osia.answer import DONE, Answer
from rekam.engine.osia.features import Features, written
from rekam.engine.osia.picture import Place
from rekam.engine.osia.record import ACTIVE, INACTIVE, encounter_from, ids_of, record_of
from rekam.engine.osia.words import ALGORITHM, VENDOR, type_of
from rekam.engine.osia.work import Work
from rekam.problem import Problem


def create_encounter_no_ids(work: Work) -> Answer:
    """A new person with a first encounter."""
    return _create(work, work.new_id(), work.new_id())


def create_encounter_no_id(work: Work) -> Answer:
    """A new encounter of a person who may be new."""
    return _create(work, work.text("personId"), work.new_id())


def create_encounter(work: Work) -> Answer:
    """A new encounter with the client's ids."""
    return _create(work, work.text("personId"), work.text("encounterId"))


def _create(work: Work, person: str, encounter: str) -> Answer:
    read = work.read()
    kept = work.service.put(encounter_from(person, encounter, work.call.body, read))
    return Answer(200, ids_of(kept, read))


def read_all_encounters(work: Work) -> Answer:
    """The encounters of a person."""
    return Answer(200, [record_of(one) for one in work.service.read_all(work.text("personId"))])


def read_encounter(work: Work) -> Answer:
    """One encounter."""
    return Answer(200, record_of(_named(work)))


def update_encounter(work: Work) -> Answer:
    """Other content in the place of an encounter."""
    _named(work)
    read = work.read()
    new = encounter_from(work.text("personId"), work.text("encounterId"), work.call.body, read)
    return Answer(200, ids_of(work.service.update(new), read))


def delete_encounter(work: Work) -> Answer:
    """Removes an encounter."""
    work.service.delete(work.text("personId"), work.text("encounterId"))
    return DONE


def delete_all(work: Work) -> Answer:
    """Removes a person."""
    work.service.delete_person(work.text("personId"))
    return DONE


def merge_encounter(work: Work) -> Answer:
    """Makes two persons one."""
    work.service.merge(work.text("personIdTarget"), work.text("personIdSource"))
    return DONE


def move_encounter(work: Work) -> Answer:
    """Gives an encounter to another person."""
    work.service.move(work.text("personIdTarget"), work.text("personIdSource"), work.text("encounterId"))
    return DONE


def update_encounter_status(work: Work) -> Answer:
    """Lets searches see an encounter, or not."""
    _named(work)
    status = work.text("status")
    if status not in (ACTIVE, INACTIVE):
        raise Problem("engine.status_unknown")
    work.service.set_active(work.text("personId"), work.text("encounterId"), active=status == ACTIVE)
    return DONE


def update_encounter_galleries(work: Work) -> Answer:
    """Moves an encounter to other galleries."""
    work.service.set_galleries(work.text("personId"), work.text("encounterId"), tuple(work.call.body))
    return DONE


def read_template(work: Work) -> Answer:
    """The features of an encounter's fingers and eyes, in our own format or the one asked for."""
    return Answer(200, list(_computed(_named(work), work.values)))


def _named(work: Work) -> Encounter:
    return work.service.read(work.text("personId"), work.text("encounterId"))


def _computed(encounter: Encounter, asked: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What the query asks for; an instance that was named with its picture is not told apart any more."""
    template = encounter.template or PersonTemplate()
    held: list[tuple[str, Place | None, Features]] = [
        *((place.name.lower(), place, finger) for place, finger in template.fingers.items()),
        *((f"iris_{eye.name.lower()}", eye, iris) for eye, iris in template.irises.items()),
        *([("face", None, template.face)] if template.face is not None else []),
    ]
    for part, place, features in held:
        kind = type_of(part)
        found = written(features, place, asked.get("templateFormat"), encounter.created)
        if found is None or "instance" in asked:
            continue
        if all(kind[name] == asked[name] for name in kind if name in asked):
            yield kind | {
                "template": base64.b64encode(found[1]).decode(),
                "templateFormat": found[0],
                "algorithm": ALGORITHM,
                "vendor": VENDOR,
            }
