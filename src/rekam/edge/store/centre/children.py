"""Children one by one: who they are, their certificate, why they have none, their card."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds

_SQL = statements("birth")


@dataclass(frozen=True, slots=True)
class Child:
    """A child of the newest data cut.

    Attributes:
        mother: As the family card tells it; empty = not known.
        recorded: Whether a recording for the KTP-el is here already.
        certified_before: Had a certificate on the cut.
        certificate_id: The certificate noted here; ``None`` = none.
    """

    nik: str
    name: str
    birth_date: date
    village: str
    mother: str
    address: str
    rt: str
    rw: str
    marital_status: str
    recorded: bool
    certified_before: bool
    certificate_id: int | None

    @property
    def certified(self) -> bool:
        """Whether the child has a birth certificate."""
        return self.certified_before or self.certificate_id is not None


@dataclass(frozen=True, slots=True)
class NotedCertificate:
    """A certificate that an office noted."""

    certificate_id: int
    nik: str
    number: str
    issued_on: date
    office: str
    source: str
    noted_at: int
    noted_by: str


@dataclass(frozen=True, slots=True)
class NotedReason:
    """Why a child has none: value of a `NoCertificate`."""

    nik: str
    reason: str
    remark: str
    source: str
    noted_at: int
    noted_by: str


@dataclass(frozen=True, slots=True)
class ChildCard:
    """A child identity card (KIA)."""

    card_id: int
    nik: str
    issued_on: date
    valid_until: date
    source: str
    noted_at: int
    noted_by: str


class Children:
    """Reads children.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def child(self, nik: str) -> Child | None:
        """The child with a NIK."""
        return self._database.row(Child, _SQL["child"], nik=nik)

    def missing(self, territory: str, *, skipped: int, limit: int) -> list[Child]:
        """Children without a certificate, by village and name."""
        return self._database.rows(
            Child, _SQL["children_missing"], skipped=skipped, limit=limit, **bounds(territory)
        )

    def named(self, key: str, territory: str, *, limit: int) -> list[Child]:
        """Children whose name key begins with ``key`` (`rekam.person.name_key`), with and without a certificate."""
        return self._database.rows(Child, _SQL["children_named"], key=key, limit=limit, **bounds(territory))

    def turning(self, territory: str, *, last: date, limit: int) -> list[Child]:
        """Who was not obliged at the cut, is not recorded and was born by a day."""
        return self._database.rows(Child, _SQL["turning"], last=last, limit=limit, **bounds(territory))

    def certificate(self, nik: str) -> NotedCertificate | None:
        """The certificate noted for a child."""
        return self._database.row(NotedCertificate, _SQL["certificate_of"], nik=nik)

    def reasons_now(self, niks: Iterable[str]) -> dict[str, NotedReason]:
        """The newest reason of each of some children, by NIK."""
        rows = self._database.rows(NotedReason, _SQL["reasons_now"], niks=list(niks))
        return {row.nik: row for row in rows}

    def card(self, nik: str) -> ChildCard | None:
        """The card of a child that is valid longest."""
        return self._database.row(ChildCard, _SQL["card_of"], nik=nik)
