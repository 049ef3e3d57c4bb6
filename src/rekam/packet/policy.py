"""What an office orders of a station: who may sign in, for how long, to whom recordings are sealed.

A policy is signed by itself, so that an answer, a disk or a telephone line may bring it. A station follows the
one with the highest version that it has seen and never goes back.
"""

from dataclasses import asdict, dataclass

from rekam.packet import cbor, envelope
from rekam.packet.envelope import Message
from rekam.packet.fields import IDENTIFIER, KIND, PRINTABLE, Fields
from rekam.packet.key import Signer, Verifiers
from rekam.packet.parameters import (
    FORMAT,
    POLICY_ACCOUNTS_MOST,
    POLICY_BYTES_MOST,
    POLICY_INSTRUCTIONS_MOST,
    PUBLIC_KEY_BYTES_MOST,
    RECIPIENTS_MOST,
)
from rekam.problem import Problem

_UNREADABLE = "packet.policy_unreadable"
_DAYS_MOST = 3_660
_LOCK_S_MOST = 86_400


@dataclass(frozen=True, slots=True)
class PolicyAccount:
    """An account as a station keeps it; the fields of `rekam.account.Account`, the role as text."""

    name: str
    full_name: str
    role: str
    territory: str
    password_hash: str
    valid_until: int
    active: bool


@dataclass(frozen=True, slots=True)
class Instruction:
    """A sentence of the office for the station's first page.

    Attributes:
        number: Its number at the centre.
        since: Unix seconds.
        words: What to do, as the office wrote it.
    """

    number: int
    since: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StationPolicy:
    """Orders for one station.

    Attributes:
        station: Id of the station.
        version: Rises with every change.
        issued_at: Unix seconds of the centre's clock.
        accounts: Accounts of the station, revoked ones too. One that is not named stays as it was.
        instructions: Sentences for the first page.
        recipients: Public sealing keys that recordings are sealed to from now on; empty = as before.
        offline_days: Days without a word of the centre after which nobody can sign in; 0 = no end.
        warn_days: Days before that from which the station says so.
        lock_s: Seconds without a click after which the page locks; 0 = the station's own.
    """

    station: str
    version: int
    issued_at: int
    accounts: tuple[PolicyAccount, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    recipients: tuple[bytes, ...] = ()
    offline_days: int = 0
    warn_days: int = 0
    lock_s: int = 0

    def orders(self) -> bytes:
        """The policy without version and date: equal for two that order the same."""
        return cbor.encode(_orders(self))


def sign_policy(policy: StationPolicy, signer: Signer) -> bytes:
    """The signed policy (COSE_Sign1).

    Raises:
        Problem: ``packet.policy_unreadable``, ``packet.message_too_large``: what no station would read is not
            sent.
    """
    payload = cbor.encode(
        {
            "format": FORMAT,
            "station": policy.station,
            "version": policy.version,
            "issued_at": policy.issued_at,
            **_orders(policy),
        }
    )
    _policy(Fields.of(payload, _UNREADABLE))
    signed = envelope.sign(payload, Message.POLICY, signer)
    envelope.take_apart(signed, Message.POLICY, limit=POLICY_BYTES_MOST)
    return signed


def read_policy(signed: bytes, verifiers: Verifiers, *, station: str) -> StationPolicy:
    """Reads and checks a policy.

    Args:
        signed: Bytes from outside.
        verifiers: The centre's public key or keys.
        station: The station that reads it.

    Raises:
        Problem: ``packet.message_too_large``, ``packet.envelope_unreadable``, ``packet.message_type``,
            ``packet.key_unknown``, ``packet.signature_bad``, ``packet.format_unknown``,
            ``packet.policy_unreadable``, ``packet.policy_other_station``.
    """
    taken = envelope.take_apart(signed, Message.POLICY, limit=POLICY_BYTES_MOST)
    taken.check(verifiers)
    policy = _policy(Fields.of(taken.payload, _UNREADABLE))
    if policy.station != station:
        raise Problem("packet.policy_other_station", station=policy.station)
    return policy


def _orders(policy: StationPolicy) -> dict[str, object]:
    return {
        "accounts": [asdict(account) for account in policy.accounts],
        "instructions": [asdict(one) for one in policy.instructions],
        "recipients": list(policy.recipients),
        "offline_days": policy.offline_days,
        "warn_days": policy.warn_days,
        "lock_s": policy.lock_s,
    }


def _policy(fields: Fields) -> StationPolicy:
    fields.format()
    return StationPolicy(
        station=fields.text("station", shape=IDENTIFIER),
        version=fields.whole("version", low=1),
        issued_at=fields.time("issued_at"),
        accounts=tuple(_account(one) for one in fields.inners("accounts", most=POLICY_ACCOUNTS_MOST)),
        instructions=tuple(
            _instruction(one) for one in fields.inners("instructions", most=POLICY_INSTRUCTIONS_MOST)
        ),
        recipients=fields.octet_list(
            "recipients", items=RECIPIENTS_MOST, most=PUBLIC_KEY_BYTES_MOST, least=1
        ),
        offline_days=fields.whole("offline_days", high=_DAYS_MOST),
        warn_days=fields.whole("warn_days", high=_DAYS_MOST),
        lock_s=fields.whole("lock_s", high=_LOCK_S_MOST),
    )


def _account(fields: Fields) -> PolicyAccount:
    return PolicyAccount(
        name=fields.text("name", shape=PRINTABLE),
        full_name=fields.text("full_name"),
        role=fields.text("role", shape=KIND),
        territory=fields.text("territory", limit=20),
        password_hash=fields.text("password_hash"),
        valid_until=fields.time("valid_until"),
        active=fields.flag("active"),
    )


def _instruction(fields: Fields) -> Instruction:
    return Instruction(fields.whole("number"), fields.time("since"), fields.text("words"))
