from dataclasses import dataclass

from rekam.abis.person_template import PersonTemplate

EXTRACTOR = "finger 1, iris 4"
"""Name and number of the extractors of today; a template made by others is due for re-extraction."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What the engine keeps of one enrolled person.

    Attributes:
        template: All that is compared.
        galleries: Names of the galleries the person belongs to; may be none.
        extractor: What made the template, as in ``EXTRACTOR`` at that time.
    """

    template: PersonTemplate
    galleries: frozenset[str] = frozenset()
    extractor: str = EXTRACTOR
