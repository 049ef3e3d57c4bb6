"""What every page has at hand."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from starlette.requests import Request

from rekam.account import Account
from rekam.centre.centre import Centre
from rekam.edge.store.centre.overview import Overview
from rekam.edge.store.centre.store import CentreStore
from rekam.edge.store.centre.targets import RECORDED, TargetRow
from rekam.edge.web import Shell, language_of
from rekam.place import Gazetteer
from rekam.problem import Problem
from rekam.registry import Owner, Status
from rekam.registry.words import OWNER_WORDS, STATUS_WORDS

WIB = timedelta(hours=7)
SESSION_ACCOUNT = "akun"


@dataclass(frozen=True, slots=True)
class Hint:
    """An account shown on the sign-in page of a demonstration, password and all; never elsewhere."""

    name: str
    password: str
    role: str
    place: str


@dataclass(frozen=True, slots=True)
class Desk:
    """Store, names and clock behind the pages.

    Attributes:
        centre: The open centre.
        gazetteer: Regions.
        shell: Renders.
        hints: Demonstration accounts; empty in service.
    """

    centre: Centre
    gazetteer: Gazetteer
    shell: Shell
    hints: tuple[Hint, ...] = ()

    @property
    def store(self) -> CentreStore:
        """What the centre keeps."""
        return self.centre.store

    def now(self) -> int:
        """Unix seconds."""
        return self.centre.now()

    @property
    def overview(self) -> Overview:
        """Sums over a territory."""
        return Overview(self.store.database)

    def account(self, request: Request) -> Account | None:
        """Who is signed in, read anew so that a revocation works at once."""
        return account_of(self.store, request, self.now())

    def reader(self, request: Request) -> Account:
        """Who is signed in; asked before a page looks for what somebody may not even know to exist.

        Raises:
            Problem: ``account.sign_in_needed``.
        """
        account = self.account(request)
        if account is None:
            raise Problem("account.sign_in_needed")
        return account

    @property
    def today(self) -> date:
        """Today in WIB."""
        return (datetime.fromtimestamp(self.now(), UTC) + WIB).date()

    def target_of(self, place: str) -> TargetRow:
        """The recording target that holds for a place; without one everybody by the last day of this year.

        That is the minister's term in both articles. A target that nobody set has the number 0.
        """
        assumed = TargetRow(0, "", RECORDED, 1.0, date(self.today.year, 12, 31), "", "", 0)
        return self.store.targets.valid(place) or assumed

    @property
    def target(self) -> date:
        """Last day of the nation's target."""
        return self.target_of("").by_day


def account_of(store: CentreStore, request: Request, now: int) -> Account | None:
    """The active account in the session cookie."""
    name = request.session.get(SESSION_ACCOUNT)
    account = store.accounts.account(name) if isinstance(name, str) else None
    if account is None or not account.active or (account.valid_until and account.valid_until < now):
        return None
    return account


def status_words(request: Request, status: Status) -> str:
    """A status in the reader's language."""
    words = STATUS_WORDS[status]
    return words.en if language_of(request) == "en" else words.id


def owner_words(request: Request, owner: Owner | None) -> str:
    """Whose turn it is, in the reader's language."""
    if owner is None:
        return ""
    words = OWNER_WORDS[owner]
    return words.en if language_of(request) == "en" else words.id
