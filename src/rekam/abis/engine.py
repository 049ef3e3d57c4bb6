"""The engine for those who build on it: enrol, search, verify."""

from collections.abc import Collection, Iterable, Sequence
from threading import RLock
from typing import TYPE_CHECKING

from rekam.abis.candidate import Candidate, best_first
from rekam.abis.comparison import Comparison, compare_people
from rekam.abis.enrolment import EXTRACTOR, Enrolment
from rekam.abis.extraction import Extraction, extract_person
from rekam.abis.face.describer import FaceDescriber
from rekam.abis.person_template import PersonTemplate
from rekam.abis.stock import MemoryStock, Stock
from rekam.abis.zone import zone_of
from rekam.biometric import Sample
from rekam.problem import Problem

if TYPE_CHECKING:
    from rekam.abis.explain.explanation import ExplainedItem


class Engine:
    """Enrolled people and the searches among them; safe to share between threads.

    What is enrolled is found by the next search; what is removed is not.

        engine = Engine()
        engine.enrol("siti", samples, galleries=["jambi"])
        engine.search(engine.extract(other_samples).template, gallery="jambi")

    Args:
        people: Enrolments of an earlier time, by reference; put into the stock first.
        stock: Where the people are; ``None`` = in memory.
        describer: For portraits; ``None`` = faces are passed over.
        workers: Threads for the extraction of one person.
    """

    def __init__(
        self,
        people: Iterable[tuple[str, Enrolment]] = (),
        *,
        stock: Stock | None = None,
        describer: FaceDescriber | None = None,
        workers: int = 1,
    ) -> None:
        self._stock: Stock = MemoryStock() if stock is None else stock
        self._describer = describer
        self._workers = workers
        self._turn = RLock()
        for reference, enrolment in people:
            self._stock.put(reference, enrolment)

    def __len__(self) -> int:
        return len(self._stock)

    def __contains__(self, reference: object) -> bool:
        return reference in self._stock

    def extract(self, samples: Sequence[Sample]) -> Extraction:
        """The template of a person's samples, and what could not be read; takes no turn."""
        return extract_person(samples, describer=self._describer, workers=self._workers)

    def enrol(
        self,
        reference: str,
        subject: PersonTemplate | Sequence[Sample],
        galleries: Collection[str] = (),
        *,
        extractor: str = EXTRACTOR,
    ) -> Extraction:
        """Enrol a person; found by the next search.

        Args:
            reference: Unique name, the caller's.
            subject: The person's samples, or a template made earlier.
            galleries: Names of galleries the person belongs to.
            extractor: What made the template, when one is given.

        Raises:
            Problem: ``abis.gallery_ref_taken`` if the reference is in use, ``abis.person_empty`` if nothing
                can be compared. Nothing is then changed.
        """
        known = isinstance(subject, PersonTemplate)
        extraction = Extraction(subject) if isinstance(subject, PersonTemplate) else self.extract(subject)
        made_by = extractor if known else EXTRACTOR
        with self._turn:
            if reference in self._stock:
                raise Problem("abis.gallery_ref_taken", ref=reference)
            self._put(reference, Enrolment(extraction.template, frozenset(galleries), made_by))
        return extraction

    def renew(
        self,
        reference: str,
        subject: PersonTemplate | Sequence[Sample] | None = None,
        galleries: Collection[str] | None = None,
    ) -> None:
        """Replace a person's template, or the galleries, or both; searches see the old or the new.

        Args:
            reference: Who.
            subject: New samples, or a template of today's extractor; ``None`` = the template stays.
            galleries: The new galleries; ``None`` = they stay.

        Raises:
            Problem: ``abis.gallery_ref_unknown``, ``abis.person_empty``.
        """
        template = subject
        if not (template is None or isinstance(template, PersonTemplate)):
            template = self.extract(template).template
        with self._turn:
            before = self._stock.enrolment(reference)
            after = Enrolment(
                before.template if template is None else template,
                before.galleries if galleries is None else frozenset(galleries),
                before.extractor if template is None else EXTRACTOR,
            )
            self._put(reference, after)

    def remove(self, reference: str) -> None:
        """Take a person out.

        Raises:
            Problem: ``abis.gallery_ref_unknown`` if nobody has the reference.
        """
        with self._turn:
            self._stock.remove(reference)

    def enrolment(self, reference: str) -> Enrolment:
        """What is kept of a person.

        Raises:
            Problem: ``abis.gallery_ref_unknown`` if nobody has the reference.
        """
        with self._turn:
            return self._stock.enrolment(reference)

    def galleries(self) -> list[str]:
        """Galleries that have somebody in them, in order."""
        with self._turn:
            return self._stock.galleries()

    def members(self, gallery: str | None = None) -> list[str]:
        """References of the people in a gallery, or of all, in the order in which they last came."""
        with self._turn:
            return self._stock.members(gallery)

    def outdated(self) -> list[str]:
        """References whose template another extractor made; ``renew`` them from their samples."""
        with self._turn:
            return self._stock.outdated(EXTRACTOR)

    def search(
        self, template: PersonTemplate, gallery: str | None = None, *, limit: int = 10
    ) -> list[Candidate]:
        """The people most like a template, best first.

        Args:
            template: Who is searched for; any of its parts may be missing.
            gallery: Only among its members; ``None`` = among all. A gallery without members has nobody.
            limit: Candidates at most.
        """
        with self._turn:
            return self._stock.search(template, gallery, limit)

    def search_among(
        self, template: PersonTemplate, references: Collection[str], *, limit: int = 10
    ) -> list[Candidate]:
        """The same among named people only, each compared precisely.

        Raises:
            Problem: ``abis.gallery_ref_unknown`` for a reference that nobody has.
        """
        people = [(reference, self.enrolment(reference).template) for reference in dict.fromkeys(references)]
        compared = ((reference, compare_people(template, other)) for reference, other in people)
        return best_first(
            (
                Candidate(reference, one.score, zone_of(one.score, len(people)), one.parts)
                for reference, one in compared
            ),
            limit,
        )

    def verify(self, a: PersonTemplate | str, b: PersonTemplate | str) -> Comparison:
        """Whether two are one person; each a template, or the reference of somebody enrolled.

        Raises:
            Problem: ``abis.gallery_ref_unknown``.
        """
        first, second = (self.enrolment(one).template if isinstance(one, str) else one for one in (a, b))
        return compare_people(first, second)

    def explain(self, a: Sequence[Sample], b: Sequence[Sample]) -> dict[str, "ExplainedItem"]:
        """Every item that both samples have, with its evidence and a picture of where they agree, by name."""
        from rekam.abis.explain.explanation import explain

        return explain(a, b)

    def _put(self, reference: str, enrolment: Enrolment) -> None:
        if not enrolment.template.fingers and not enrolment.template.irises:
            raise Problem("abis.person_empty")
        self._stock.put(reference, enrolment)
