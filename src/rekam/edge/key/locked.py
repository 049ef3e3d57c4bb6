"""A signing key that only its owner's password opens (argon2id, then AES-256-GCM)."""

import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rekam.edge.key.password import COST, PasswordCost
from rekam.edge.key.signing import Ed25519Signer
from rekam.packet import cbor
from rekam.problem import Problem

_SALT, _NONCE, _KEY, _SEED = 16, 12, 32, 32  # bytes
_MEMORY_KIB_MOST = 1_048_576
"""A damaged row shall not take all the laptop's memory."""


def cost_of(password_hash: str) -> PasswordCost:
    """The cost that stands in a password's hash: the key costs a guesser as much."""
    from argon2 import extract_parameters

    found = extract_parameters(password_hash)
    return PasswordCost(found.time_cost, found.memory_cost, found.parallelism)


def lock_key(signer: Ed25519Signer, password: str, *, owner: str, cost: PasswordCost = COST) -> bytes:
    """The private key, unreadable without the password.

    Args:
        signer: The key.
        password: Its owner's.
        owner: Account name; it opens only under the same one.
        cost: What one try costs.
    """
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    key = _derive(password, salt, cost)
    sealed = AESGCM(key).encrypt(nonce, signer.seed, _bound(owner))
    return cbor.encode(
        {
            "salt": salt,
            "rounds": cost.rounds,
            "memory_kib": cost.memory_kib,
            "lanes": cost.lanes,
            "sealed": nonce + sealed,
        }
    )


def unlock_key(locked: bytes, password: str, *, owner: str) -> Ed25519Signer:
    """The key that `lock_key` locked.

    Raises:
        Problem: ``account.own_key_locked``: another password, another owner, or damaged bytes.
    """
    try:
        match cbor.decode(locked):
            case {
                "salt": bytes(salt),
                "rounds": int(rounds),
                "memory_kib": int(memory),
                "lanes": int(lanes),
                "sealed": bytes(sealed),
            } if memory <= _MEMORY_KIB_MOST:
                key = _derive(password, salt, PasswordCost(rounds, memory, lanes))
                seed = AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound(owner))
            case _:
                raise Problem("account.own_key_locked")
    except (cbor.Unreadable, InvalidTag, ValueError) as error:
        raise Problem("account.own_key_locked") from error
    return Ed25519Signer(seed)


def _derive(password: str, salt: bytes, cost: PasswordCost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    text = unicodedata.normalize("NFKC", password).encode()
    return hash_secret_raw(text, salt, cost.rounds, cost.memory_kib, cost.lanes, _KEY, Type.ID)


def _bound(owner: str) -> bytes:
    return f"rekam own key\x00{owner}".encode()
