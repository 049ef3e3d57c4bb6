"""Which function answers which operation of the contract."""

from collections.abc import Callable, Mapping

from rekam.engine.osia import galleries, persons, searches
from rekam.engine.osia.answer import Answer
from rekam.engine.osia.work import Work

Deed = Callable[[Work], Answer]

OPERATIONS: Mapping[str, Deed] = {
    "createEncounterNoIds": persons.create_encounter_no_ids,
    "createEncounterNoId": persons.create_encounter_no_id,
    "createEncounter": persons.create_encounter,
    "readAllEncounters": persons.read_all_encounters,
    "readEncounter": persons.read_encounter,
    "updateEncounter": persons.update_encounter,
    "deleteEncounter": persons.delete_encounter,
    "mergeEncounter": persons.merge_encounter,
    "moveEncounter": persons.move_encounter,
    "updateEncounterStatus": persons.update_encounter_status,
    "updateEncounterGalleries": persons.update_encounter_galleries,
    "readTemplate": persons.read_template,
    "deleteAll": persons.delete_all,
    "identify": searches.identify,
    "identifyFromId": searches.identify_from_id,
    "identifyFromEncounterId": searches.identify_from_encounter_id,
    "verifyFromId": searches.verify_from_id,
    "verifyFromBio": searches.verify_from_bio,
    "readGalleries": galleries.read_galleries,
    "readGalleryContent": galleries.read_gallery_content,
}
"""Every operation that may be asked to answer later; the two about tasks stand in `rekam.engine.osia.tasks`."""

SEARCHES = frozenset(
    {"identify", "identifyFromId", "identifyFromEncounterId", "verifyFromId", "verifyFromBio"}
)
"""They change nothing and take long: they run outside a transaction. So do those that begin with ``read``."""


def changes(name: str) -> bool:
    """Whether an operation changes what is kept."""
    return name not in SEARCHES and not name.startswith("read")
