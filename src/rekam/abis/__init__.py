"""The identification engine: pictures to templates, templates to evidence, evidence to a decision.

Names are loaded when they are first used: a station that only asks for the quality of a finger does not pay
for the compiler of the matcher.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rekam.abis.candidate import Candidate, decide
    from rekam.abis.comparison import Comparison, compare_people
    from rekam.abis.engine import Engine
    from rekam.abis.enrolment import EXTRACTOR, Enrolment
    from rekam.abis.extraction import Extraction, extract_person
    from rekam.abis.finger.comparison import FingerComparison, compare_fingers, matched_pairs
    from rekam.abis.finger.extractor import extract_finger
    from rekam.abis.finger.quality import finger_quality
    from rekam.abis.finger.reading import FingerReading, read_finger
    from rekam.abis.finger.template import FingerTemplate
    from rekam.abis.gallery.gallery import Gallery
    from rekam.abis.iris.extractor import EyeParts, extract_iris, eye_parts, without_glints
    from rekam.abis.iris.matcher import compare_irises, iris_evidence
    from rekam.abis.iris.template import IrisTemplate
    from rekam.abis.iris.trace import IrisTrace, trace_iris
    from rekam.abis.person_template import PersonTemplate
    from rekam.abis.stock import MemoryStock, Stock
    from rekam.abis.zone import Zone, zone_of

_HOMES = {
    "candidate": ("Candidate", "decide"),
    "comparison": ("Comparison", "compare_people"),
    "engine": ("Engine",),
    "enrolment": ("EXTRACTOR", "Enrolment"),
    "extraction": ("Extraction", "extract_person"),
    "finger.comparison": ("FingerComparison", "compare_fingers", "matched_pairs"),
    "finger.extractor": ("extract_finger",),
    "finger.quality": ("finger_quality",),
    "finger.reading": ("FingerReading", "read_finger"),
    "finger.template": ("FingerTemplate",),
    "gallery.gallery": ("Gallery",),
    "iris.extractor": ("EyeParts", "extract_iris", "eye_parts", "without_glints"),
    "iris.matcher": ("compare_irises", "iris_evidence"),
    "iris.template": ("IrisTemplate",),
    "iris.trace": ("IrisTrace", "trace_iris"),
    "person_template": ("PersonTemplate",),
    "stock": ("MemoryStock", "Stock"),
    "zone": ("Zone", "zone_of"),
}

__all__ = [
    "EXTRACTOR",
    "Candidate",
    "Comparison",
    "Engine",
    "Enrolment",
    "Extraction",
    "EyeParts",
    "FingerComparison",
    "FingerReading",
    "FingerTemplate",
    "Gallery",
    "IrisTemplate",
    "IrisTrace",
    "MemoryStock",
    "PersonTemplate",
    "Stock",
    "Zone",
    "compare_fingers",
    "compare_irises",
    "compare_people",
    "decide",
    "extract_finger",
    "extract_iris",
    "extract_person",
    "eye_parts",
    "finger_quality",
    "iris_evidence",
    "matched_pairs",
    "read_finger",
    "trace_iris",
    "without_glints",
    "zone_of",
]


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(f"{__name__}.{home}"), name)
            globals()[name] = value
            return value
    raise AttributeError(name)
