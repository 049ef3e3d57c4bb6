"""Founding a demo: database, register, accounts, one enrolled station with its roster."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from rekam.account import ROLE_WORDS, Account, Role
from rekam.centre.centre import Centre
from rekam.centre.enrolment import enrol_station
from rekam.centre.main import HINTS
from rekam.centre.pages.desk import Hint
from rekam.centre.printing import count_stock
from rekam.centre.updates import updates_of
from rekam.demo.home import Home
from rekam.edge.key import hash_password
from rekam.edge.store.centre.accounts import put_account
from rekam.edge.store.centre.birth_cut import ListedChild, list_children
from rekam.edge.store.centre.cards import BLANK
from rekam.edge.store.centre.register import ListedResident, load_cut
from rekam.operations.birth import is_child
from rekam.person import name_key
from rekam.person.biodata import Biodata
from rekam.place import Gazetteer
from rekam.population import Population, with_mothers
from rekam.population.parameters import REFERENCE_DAY
from rekam.station.provisioning import Provisioning, load_roster, provision

CUT = "DKB Semester I 2017"
STATION = "stasiun-1"
BLANKS = 500
"""Blank cards that a district gets; the usual monthly delivery."""

_ACCOUNTS = (
    ("operator", "Operator Percontohan", Role.OPERATOR, 8),
    ("penyelia", "Penyelia Percontohan", Role.SUPERVISOR, 8),
    ("dinas", "Kepala Dinas Percontohan", Role.REGENCY, 5),
    ("provinsi", "Provinsi Percontohan", Role.PROVINCE, 2),
    ("pusat", "Pusat Percontohan", Role.CENTRE, 0),
    ("ajudikator1", "Ajudikator Satu", Role.ADJUDICATOR, 0),
    ("ajudikator2", "Ajudikator Dua", Role.ADJUDICATOR, 0),
)
"""Name, full name, role, and how many letters of the station's district code its territory has."""


def password_of(name: str) -> str:
    """The password of a demonstration account: printed at the start, good for nothing else."""
    return f"rekam-{name}"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the parts answer."""

    centre: str
    line: str
    portal: str


def say(text: str) -> None:
    """Progress for the person who waits; standard output belongs to the report."""
    sys.stderr.write(f"rekam: {text}\n")
    sys.stderr.flush()


def found(
    home: Home,
    centre: Centre,
    gazetteer: Gazetteer,
    population: Population,
    extra: Iterable[Biodata],
    district: str,
    addresses: Addresses,
) -> bool:
    """Everything that stands before the first resident comes; a home that is founded is left as it is.

    Returns:
        Whether it was founded now.
    """
    if home.founded.exists():
        return False
    started = time.monotonic()
    children: list[ListedChild] = []
    loaded = load_cut(
        centre.store.database,
        CUT,
        REFERENCE_DAY,
        _lines(population, extra, children, _counter(started)),
        name_key=name_key,
        now=centre.now(),
    )
    list_children(centre.store.database, children)
    say(f"{loaded:,} penduduk buatan dimuat / invented residents loaded ({time.monotonic() - started:.0f} s)")
    accounts = _make_accounts(home, centre, gazetteer, district)
    _enrol(home, centre, gazetteer, district, accounts, addresses)
    count_stock(centre, district, BLANK, BLANKS, actor="demo")
    home.founded.write_text(msgspec.json.encode({"district": district}).decode())
    return True


def _lines(
    population: Population,
    extra: Iterable[Biodata],
    children: list[ListedChild],
    count: Callable[[], None],
) -> Iterator[ListedResident]:
    """Every resident, the children too; what the cut says of children beside it is put into ``children``."""
    for biodata in extra:
        yield ListedResident(biodata, obliged=True, recorded=False)
    for regency in population.regencies():
        for resident, mother in with_mothers(population.residents(regency, ages="all")):
            count()
            if is_child(resident.biodata.birth_date, REFERENCE_DAY):
                children.append(ListedChild(resident.biodata.nik, mother, resident.certificate))
            yield ListedResident(resident.biodata, resident.obliged, resident.recorded)


def _counter(started: float) -> Callable[[], None]:
    seen = 0

    def count() -> None:
        nonlocal seen
        seen += 1
        if seen % 200_000 == 0:
            say(f"{seen:,} penduduk / residents, {time.monotonic() - started:.0f} s")

    return count


def _make_accounts(home: Home, centre: Centre, gazetteer: Gazetteer, district: str) -> tuple[Account, ...]:
    accounts = tuple(
        Account(name, full_name, role, district[:letters], hash_password(password_of(name)))
        for name, full_name, role, letters in _ACCOUNTS
    )
    with centre.store.database.transaction() as connection:
        for account in accounts:
            put_account(connection, account)
    hints = tuple(
        Hint(
            a.name,
            password_of(a.name),
            ROLE_WORDS[a.role][0],
            gazetteer.path(a.territory) if a.territory else "Indonesia",
        )
        for a in accounts
    )
    (home.centre / HINTS).write_bytes(msgspec.json.encode(hints))
    return accounts


def _enrol(
    home: Home,
    centre: Centre,
    gazetteer: Gazetteer,
    district: str,
    accounts: tuple[Account, ...],
    addresses: Addresses,
) -> None:
    papers = Provisioning(
        station=STATION,
        region=district,
        place=gazetteer.path(district),
        centre_url=addresses.line,
        ask_at=addresses.portal,
        centre_key=centre.keys.public,
        recipients=centre.keys.recipients,
        accounts=tuple(a for a in accounts if a.role in {Role.OPERATOR, Role.SUPERVISOR}),
        update_root=updates_of(home.centre, centre.now).begin(),
    )
    public_key = provision(home.station, papers, at=centre.now())
    name = f"Kantor {gazetteer.path(district).split(',')[0]}"
    bundle = enrol_station(centre, STATION, district, name, public_key, actor="demo")
    load_roster(home.station, bundle.roster.version, bundle.roster.residents, at=centre.now())
