"""Signing in while the line is gone, and a supervisor's word at the operator's screen."""

from rekam.account import Account, Act, may
from rekam.account.parameters import OFFLINE_DAYS
from rekam.edge.key import verify_password
from rekam.edge.store.station import KnownAccount
from rekam.problem import Problem
from rekam.station.station import Station

DAY_S = 86_400
FREE_TRIES = 5
"""Wrong passwords in a row before waiting begins."""
FIRST_WAIT_S = 10
LONGEST_WAIT_S = 300
"""Seconds; the wait doubles with each further wrong password, and never locks a station for good."""


def sign_in(station: Station, name: str, password: str) -> Account:
    """The account of a name and password.

    Raises:
        Problem: ``account.wrong_password``, ``account.too_many_tries``, ``account.revoked``,
            ``account.expired``, ``account.offline_too_long`` or ``account.not_permitted``.
    """
    account = _known(station, name, password)
    if not may(account, Act.RECORD, station.papers.region):
        raise Problem("account.not_permitted", place=station.papers.place)
    station.own_keys.unlock(account, password, at=station.now())
    station.store.journal.write(station.now(), account.name, "signed_in")
    return account


def account_of(station: Station, name: str) -> Account | None:
    """The account of somebody who is signed in, unless it was revoked or has run out since."""
    known = station.store.accounts.find(name)
    if known is None or unfit(station, known.account) is not None:
        station.own_keys.lock(name)
        return None
    return known.account


def unfit(station: Station, account: Account) -> Problem | None:
    """Why an account may not be used here now; dates count by the time that is certain, not by the clock."""
    if not account.active:
        return Problem("account.revoked")
    if account.valid_until and station.time.earliest() > account.valid_until:
        return Problem("account.expired")
    days = offline_days(station)
    if days is not None and station.time.offline_s() > days * DAY_S:
        return Problem("account.offline_too_long", days=days)
    return None


def offline_days(station: Station) -> int | None:
    """Days that this station may go without the centre's word; ``None`` = without end."""
    policy = station.policy
    days = policy.offline_days if policy else OFFLINE_DAYS
    return days or None


def approve(station: Station, operator: Account, name: str, password: str) -> Account:
    """A supervisor's approval, given with name and password.

    Raises:
        Problem: ``station.supervisor_wrong``, ``station.supervisor_is_operator``, ``account.too_many_tries``.
    """
    if name.strip() == operator.name:
        raise Problem("station.supervisor_is_operator")
    try:
        supervisor = _known(station, name, password)
    except Problem as problem:
        if problem.code == "account.too_many_tries":
            raise
        raise Problem("station.supervisor_wrong") from problem
    if not may(supervisor, Act.APPROVE_EXCEPTION, station.papers.region):
        raise Problem("station.supervisor_wrong")
    return supervisor


def _known(station: Station, name: str, password: str) -> Account:
    accounts, now = station.store.accounts, station.now()
    known = accounts.find(name.strip())
    if known is None:
        raise Problem("account.wrong_password")
    wait = _wait_s(known, now)
    if wait > 0:
        raise Problem("account.too_many_tries", seconds=wait)
    if not verify_password(known.account.password_hash, password):
        accounts.count_failure(known.account.name, now)
        station.store.journal.write(now, known.account.name, "sign_in_failed")
        raise Problem("account.wrong_password")
    why_not = unfit(station, known.account)
    if why_not is not None:
        raise why_not
    if known.failures:
        accounts.forget_failures(known.account.name)
    return known.account


def _wait_s(known: KnownAccount, now: int) -> int:
    """Seconds still to wait after wrong passwords; a clock set back does not lengthen it."""
    if known.failures < FREE_TRIES:
        return 0
    whole = min(LONGEST_WAIT_S, FIRST_WAIT_S << min(known.failures - FREE_TRIES, 10))
    return max(0, min(whole, known.failed_at + whole - now))
