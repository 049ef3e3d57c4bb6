"""Insert, identify, delete: first all that takes long, then one transaction."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rekam.abis import parameters as engine_parameters
from rekam.abis.person_template import PersonTemplate
from rekam.engine.encounter import Encounter
from rekam.engine.mosip.answer import candidates
from rekam.engine.mosip.failure import Failure
from rekam.engine.mosip.parameters import CANDIDATES, ENCOUNTER, GALLERY
from rekam.engine.mosip.person import person_of
from rekam.engine.mosip.request import Operation, Request
from rekam.engine.mosip.share import DataShare
from rekam.engine.service import IdentificationService

Change = Callable[[], None]
"""What is still to be done inside the transaction; may raise a `Problem` and has then changed nothing."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A job that only has to be written down: what the answer says beside success, and what changes."""

    more: dict[str, Any] | None = None
    change: Change | None = None


class Jobs:
    """The three operations over the engine's service; one at a time.

    Args:
        service: Keeps and searches the references.
        share: Gives the biometrics.
    """

    def __init__(self, service: IdentificationService, share: DataShare) -> None:
        self._service = service
        self._share = share

    def prepare(self, request: Request) -> Prepared | Failure:
        """Everything but the change itself; changes nothing.

        Raises:
            Problem: For which `failure_of` knows the API's reason, or of the store.
        """
        match request.operation:
            case Operation.INSERT:
                return self._insert(request)
            case Operation.IDENTIFY:
                return self._identify(request)
            case _:
                return self._delete(request)

    def count(self) -> int:
        """References that can be searched."""
        return self._service.count(GALLERY)[0]

    def _insert(self, request: Request) -> Prepared | Failure:
        if self._find(request.reference) is not None:
            return Failure.REFERENCE_EXISTS
        template, unreadable = self._fetched(request.url)
        if not request.reference:
            return Failure.NO_REFERENCE
        said = {"unreadable": list(unreadable)} if unreadable else {}
        new = Encounter(request.reference, ENCOUNTER, template, (GALLERY,), GALLERY, said=said)

        def keep() -> None:
            self._service.put(new)

        return Prepared(change=keep)

    def _delete(self, request: Request) -> Prepared:
        return Prepared(change=lambda: self._service.delete(request.reference, ENCOUNTER))

    def _identify(self, request: Request) -> Prepared | Failure:
        template = self._probe(request)
        others = tuple(reference for reference in request.gallery if reference != request.reference)
        if template is None or any(self._find(reference) is None for reference in others):
            return Failure.REFERENCE_UNKNOWN
        searched = len(others) if request.gallery else self.count() - bool(request.reference)
        if not searched:
            return Prepared(candidates([], 1))
        matches = self._service.search(
            template,
            gallery=GALLERY,
            limit=request.most or CANDIDATES,
            threshold=_threshold(searched, request.fpir),
            persons=others if request.gallery else None,
            accept=lambda one: one.person != request.reference,
        )
        return Prepared(candidates(matches, searched))

    def _probe(self, request: Request) -> PersonTemplate | None:
        """Who is searched for: a reference if one is given, whatever the URL says (ABIS API 0.9, identify)."""
        if not request.reference:
            return self._fetched(request.url)[0]
        known = self._find(request.reference)
        return None if known is None else known.template

    def _fetched(self, url: str) -> tuple[PersonTemplate, tuple[str, ...]]:
        template, unreadable = person_of(self._share.fetch(url), self._service.engine)
        return template, tuple(unreadable)

    def _find(self, reference: str) -> Encounter | None:
        return self._service.encounters.find(reference, ENCOUNTER) if reference else None


def _threshold(searched: int, fpir: float | None) -> float:
    """Least score of a match, nats: among N strangers a score above log(N / FPIR) has at most that rate."""
    people = max(searched, engine_parameters.GALLERY_LEAST)
    return math.log(people) - math.log(fpir or engine_parameters.ADJUDICATE_FPIR)
