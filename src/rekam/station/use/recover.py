"""A forgotten password, set anew with a code that the office reads out by telephone."""

from rekam.account import Account, new_challenge, recovery_code, same_code
from rekam.account.parameters import PASSWORD_LETTERS_LEAST, RECOVERY_TRIES
from rekam.edge.key import cost_of, hash_password
from rekam.edge.store.station import OwnKeyBook, Recoveries
from rekam.problem import Problem
from rekam.station.recovery_secret import RECOVERY_SECRET
from rekam.station.station import Station
from rekam.station.use.sign_in import unfit


def ask_recovery(station: Station, name: str) -> str:
    """A question to read to the office; asking again makes a new one and the old one void.

    Raises:
        Problem: ``account.recovery_unknown``, ``account.recovery_no_secret``, ``account.revoked`` or
            ``account.expired``: a new password would not help.
    """
    account = _fit(station, name)
    challenge = new_challenge(station.random(5))
    now = station.now()
    with station.store.database.write():
        Recoveries(station.store.database).ask(account.name, challenge, at=now)
        station.store.journal.write(now, account.name, "recovery_asked")
    return challenge


def answer_recovery(station: Station, name: str, code: str, password: str, again: str) -> None:
    """Sets the new password; the question is used up, and so is the old own key: nobody can open it any more.

    Raises:
        Problem: ``account.password_short``, ``account.password_differs``, ``account.recovery_not_asked``,
            ``account.recovery_used_up``, ``account.recovery_code_wrong`` and those of `ask_recovery`.
    """
    account = _fit(station, name)
    recoveries = Recoveries(station.store.database)
    asked = recoveries.find(account.name)
    if asked is None:
        raise Problem("account.recovery_not_asked")
    if password != again:
        raise Problem("account.password_differs")
    if len(password) < PASSWORD_LETTERS_LEAST:
        raise Problem("account.password_short", least=PASSWORD_LETTERS_LEAST)
    secret = _secret(station)
    expected = recovery_code(
        secret, station=station.papers.station, account=account.name, challenge=asked.challenge
    )
    if not same_code(expected, code):
        _count(station, account.name, asked.tries + 1)
    hashed = hash_password(password, cost=cost_of(account.password_hash))
    now = station.now()
    with station.store.database.write():
        recoveries.end(account.name)
        station.store.accounts.recover(account.name, hashed)
        OwnKeyBook(station.store.database).remove(account.name)
        station.store.journal.write(now, account.name, "password_recovered", account.name)
    station.own_keys.lock(account.name)


def open_question(station: Station, name: str) -> str | None:
    """The question that was asked for a name and not answered yet."""
    asked = Recoveries(station.store.database).find(name.strip())
    return asked.challenge if asked else None


def _count(station: Station, name: str, tries: int) -> None:
    recoveries = Recoveries(station.store.database)
    now = station.now()
    with station.store.database.write():
        station.store.journal.write(now, name, "recovery_failed", name)
        if tries >= RECOVERY_TRIES:
            recoveries.end(name)
        else:
            recoveries.count_try(name)
    if tries >= RECOVERY_TRIES:
        raise Problem("account.recovery_used_up")
    raise Problem("account.recovery_code_wrong", left=RECOVERY_TRIES - tries)


def _fit(station: Station, name: str) -> Account:
    known = station.store.accounts.find(name.strip())
    if known is None:
        raise Problem("account.recovery_unknown")
    why_not = unfit(station, known.account)
    if why_not is not None:
        raise why_not
    _secret(station)
    return known.account


def _secret(station: Station) -> bytes:
    secret = station.store.settings.read(RECOVERY_SECRET, bytes)
    if secret is None:
        raise Problem("account.recovery_no_secret", station=station.papers.station)
    return secret
