"""Passwords as argon2id hashes."""

import argon2
import pytest

from rekam.edge.key import PasswordCost, hash_password, is_outdated, verify_password

QUICK = PasswordCost(rounds=1, memory_kib=64, lanes=1)


def test_the_password_is_known_again_and_another_is_not() -> None:
    hashed = hash_password("rahasia besar", cost=QUICK)
    assert verify_password(hashed, "rahasia besar")
    assert not verify_password(hashed, "rahasia Besar")
    assert not verify_password(hashed, "")


def test_the_hash_is_argon2id_and_salted() -> None:
    one, two = hash_password("x", cost=QUICK), hash_password("x", cost=QUICK)
    assert one.startswith("$argon2id$v=19$m=64,t=1,p=1$")
    assert one != two
    assert "rahasia" not in hash_password("rahasia", cost=QUICK)


def test_the_usual_cost_is_the_second_choice_of_rfc_9106() -> None:
    cost = PasswordCost()
    assert (cost.rounds, cost.memory_kib, cost.lanes) == (3, 64 * 1024, 4)


def test_an_older_cost_is_noticed() -> None:
    hashed = hash_password("x", cost=QUICK)
    assert is_outdated(hashed)
    assert not is_outdated(hashed, cost=QUICK)


def test_two_spellings_of_one_letter_are_one_password() -> None:
    assert verify_password(hash_password("caf\u00e9", cost=QUICK), "cafe\u0301")


def test_a_damaged_hash_is_not_a_wrong_password() -> None:
    with pytest.raises(argon2.exceptions.InvalidHashError):
        verify_password("not a hash", "x")
