from collections.abc import Sequence

from rekam.abis.engine import Engine
from rekam.abis.person_template import PersonTemplate
from rekam.biometric import Modality
from rekam.biometric.interchange.cbeff_reader import read_cbeff
from rekam.biometric.interchange.cbeff_samples import read_samples
from rekam.problem import Problem


def person_of(document: bytes, engine: Engine) -> tuple[PersonTemplate, Sequence[str]]:
    """The template of the person in a CBEFF document, and the names of the items that gave no features.

    Raises:
        Problem: ``biometric.cbeff_…`` for no such document, ``mosip.no_biometrics`` where no record holds a
            picture of a finger or an eye (infants: nothing to tell people apart by), ``mosip.quality`` where no picture gives features that can be compared.
    """
    read = read_samples(read_cbeff(document))
    if all(sample.modality is Modality.FACE for sample in read.samples):
        raise Problem("mosip.no_biometrics")
    extraction = engine.extract(read.samples)
    template = extraction.template
    if not template.fingers and not template.irises:
        raise Problem("mosip.quality")
    poor = [
        f"{modality.value} {place.name}" for modality, place in extraction.unreadable if place is not None
    ]
    return template, [name for name, _ in read.unreadable] + poor
