"""Identification as a service: encounters kept on disk, searched in memory."""

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import RLock

from rekam.abis.comparison import Comparison
from rekam.abis.engine import Engine
from rekam.abis.enrolment import EXTRACTOR, Enrolment
from rekam.abis.face.describer import FaceDescriber
from rekam.abis.person_template import PersonTemplate
from rekam.edge.clock import now as clock_now
from rekam.engine import find
from rekam.engine.encounter import Encounter, Match
from rekam.engine.encounters import Encounters
from rekam.engine.parameters import ALL, CANDIDATES
from rekam.problem import Problem


class IdentificationService:
    """What every interface of the engine does; safe to share between threads.

    A change is on the disk when its method returns, and the next search sees it. An inactive encounter, or one
    of which nothing could be read, is kept and not searched.

    Args:
        folder: Where the encounters are kept; made when absent.
        engine: Makes the engine of those who are searched; one in memory when not given.
        describer: For portraits; ``None`` = faces are not compared.
        now: Unix seconds.
    """

    def __init__(
        self,
        folder: Path,
        *,
        engine: Callable[[Iterator[tuple[str, Enrolment]]], Engine] | None = None,
        describer: FaceDescriber | None = None,
        now: Callable[[], int] = clock_now,
    ) -> None:
        self.describer = describer
        self.encounters = Encounters(folder)
        self._now = now
        self._turn = RLock()
        self._depth = 0
        self._after: list[tuple[str, Enrolment | None]] = []
        try:
            people = (
                (str(one.row), searched) for one in self.encounters.everyone() if (searched := _searched(one))
            )
            self.engine = Engine(people, describer=describer) if engine is None else engine(people)
        except BaseException:
            self.encounters.close()
            raise

    def close(self) -> None:
        """Lets the folder go."""
        self.encounters.close()

    @contextmanager
    def write(self) -> Iterator[None]:
        """Several changes as one: all are kept and then searched, or none; nested blocks join the outer."""
        with self._turn:
            self._depth += 1
            try:
                with self.encounters.write():
                    yield
                if self._depth == 1:
                    for reference, enrolment in self._after:
                        self._show(reference, enrolment)
            finally:
                self._depth -= 1
                if self._depth == 0:
                    self._after.clear()

    def put(self, new: Encounter) -> Encounter:
        """Keeps an encounter of a new or known person.

        Raises:
            Problem: ``engine.encounter_taken``, ``engine.gallery_reserved``.
        """
        _check_galleries(new.galleries)
        with self.write():
            if self.encounters.find(new.person, new.encounter) is not None:
                raise Problem("engine.encounter_taken")
            kept = self.encounters.add(new, self._now())
            self._note(kept)
        return kept

    def update(self, new: Encounter) -> Encounter:
        """Keeps other content in the place of an encounter.

        Raises:
            Problem: ``engine.encounter_unknown``, ``engine.gallery_reserved``.
        """
        _check_galleries(new.galleries)
        with self.write():
            row = self.read(new.person, new.encounter).row
            self.encounters.change(row, new, self._now())
            return self._again(row)

    def set_active(self, person: str, encounter: str, *, active: bool) -> None:
        """Lets searches see an encounter, or not.

        Raises:
            Problem: ``engine.encounter_unknown``.
        """
        with self.write():
            row = self.read(person, encounter).row
            self.encounters.set_active(row, active=active, now=self._now())
            self._again(row)

    def set_galleries(self, person: str, encounter: str, galleries: tuple[str, ...]) -> None:
        """Moves an encounter to other galleries.

        Raises:
            Problem: ``engine.encounter_unknown``, ``engine.gallery_reserved``.
        """
        _check_galleries(galleries)
        with self.write():
            row = self.read(person, encounter).row
            self.encounters.set_galleries(row, galleries, self._now())
            self._again(row)

    def delete(self, person: str, encounter: str) -> None:
        """Removes an encounter; a person without one is nobody.

        Raises:
            Problem: ``engine.encounter_unknown``.
        """
        with self.write():
            self._forget(self.read(person, encounter))

    def delete_person(self, person: str) -> None:
        """Removes a person with all encounters.

        Raises:
            Problem: ``engine.person_unknown``.
        """
        with self.write():
            for one in self.read_all(person):
                self._forget(one)

    def merge(self, target: str, source: str) -> None:
        """Gives all encounters of one person to another.

        Raises:
            Problem: ``engine.person_unknown``; ``engine.encounter_taken`` when both have one of the same name,
                and nothing is changed.
        """
        with self.write():
            self.read_all(target)
            for one in self.read_all(source):
                self._give(one, target)

    def move(self, target: str, source: str, encounter: str) -> None:
        """Gives one encounter to another person.

        Raises:
            Problem: ``engine.person_unknown``, ``engine.encounter_unknown``, ``engine.encounter_taken``.
        """
        with self.write():
            self.read_all(target)
            self._give(self.read(source, encounter), target)

    def read(self, person: str, encounter: str) -> Encounter:
        """One encounter.

        Raises:
            Problem: ``engine.encounter_unknown``.
        """
        found = self.encounters.find(person, encounter)
        if found is None:
            raise Problem("engine.encounter_unknown")
        return found

    def read_all(self, person: str) -> list[Encounter]:
        """The encounters of a person, in the order they came.

        Raises:
            Problem: ``engine.person_unknown``.
        """
        found = self.encounters.of(person)
        if not found:
            raise Problem("engine.person_unknown")
        return found

    def galleries(self) -> list[str]:
        """Names of all galleries."""
        return self.encounters.galleries()

    def members(self, gallery: str = ALL, *, limit: int = 1000, offset: int = 0) -> list[tuple[str, str]]:
        """Person and encounter of the members of a gallery, in the order they came.

        Raises:
            Problem: ``engine.gallery_unknown``.
        """
        self.check_gallery(gallery)
        return self.encounters.members(gallery, limit, offset)

    def check_gallery(self, gallery: str) -> None:
        """Refuses a gallery that nobody is in.

        Raises:
            Problem: ``engine.gallery_unknown``.
        """
        if gallery != ALL and not self.encounters.knows_gallery(gallery):
            raise Problem("engine.gallery_unknown")

    def count(self, gallery: str = ALL) -> tuple[int, int]:
        """How many persons and how many encounters there are, in a gallery or in all."""
        return self.encounters.count(gallery)

    def outdated(self) -> list[tuple[str, str]]:
        """Person and encounter whose template an earlier extractor made: update them from their pictures."""
        return [
            (one.person, one.encounter) for one in self.encounters.everyone() if one.extractor != EXTRACTOR
        ]

    def search(
        self,
        template: PersonTemplate,
        *,
        gallery: str = ALL,
        limit: int = CANDIDATES,
        threshold: float | None = None,
        persons: Collection[str] | None = None,
        accept: Callable[[Encounter], bool] | None = None,
    ) -> list[Match]:
        """The persons most like a template, the most like first.

        Args:
            template: Who is searched for; any of its parts may be missing.
            gallery: Only among its members.
            limit: Persons at most.
            threshold: Least summed log-likelihood ratio, nats; ``None`` = all that are not in zone ``UNIQUE``.
            persons: Only among these; each of their encounters is compared precisely. Unknown ones say nothing.
            accept: Only encounters for which it is true.

        Raises:
            Problem: ``engine.gallery_unknown``.
        """
        self.check_gallery(gallery)
        wanted = find.Wanted(limit, threshold, gallery, accept)
        if persons is None:
            return find.among_all(self.engine, self.encounters, template, wanted)
        with self._turn:
            return find.among(self.engine, self.encounters, template, wanted, persons)

    def verify(self, a: PersonTemplate, b: PersonTemplate) -> Comparison:
        """Whether two templates are of one person."""
        return self.engine.verify(a, b)

    def verify_person(
        self, template: PersonTemplate, person: str, *, gallery: str = ALL
    ) -> list[find.Verified]:
        """A template against each active encounter of a person, the strongest first.

        Raises:
            Problem: ``engine.gallery_unknown``, ``engine.person_unknown`` (also: not in that gallery).
        """
        self.check_gallery(gallery)
        return find.verified(self.engine, template, self.read_all(person), gallery)

    def _give(self, one: Encounter, target: str) -> None:
        try:
            self.encounters.give(one.row, target, self._now())
        except sqlite3.IntegrityError as error:
            raise Problem("engine.encounter_taken") from error

    def _again(self, row: int) -> Encounter:
        kept = self.encounters.by_row(row)
        assert kept is not None
        self._note(kept)
        return kept

    def _forget(self, one: Encounter) -> None:
        self.encounters.delete(one.row)
        self._note(replace(one, active=False))

    def _note(self, one: Encounter) -> None:
        self._after.append((str(one.row), _searched(one)))

    def _show(self, reference: str, enrolment: Enrolment | None) -> None:
        if enrolment is None:
            if reference in self.engine:
                self.engine.remove(reference)
        elif reference in self.engine:
            self.engine.renew(reference, enrolment.template, enrolment.galleries)
        else:
            self.engine.enrol(
                reference, enrolment.template, enrolment.galleries, extractor=enrolment.extractor
            )


def _searched(one: Encounter) -> Enrolment | None:
    if not one.active or one.template is None or not (one.template.fingers or one.template.irises):
        return None
    return Enrolment(one.template, frozenset(one.galleries), one.extractor)


def _check_galleries(galleries: Collection[str]) -> None:
    if ALL in galleries:
        raise Problem("engine.gallery_reserved")
