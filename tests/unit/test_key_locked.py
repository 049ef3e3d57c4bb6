import pytest

from rekam.edge.key import Ed25519Signer, PasswordCost, cost_of, hash_password, lock_key, unlock_key
from rekam.problem import Problem

CHEAP = PasswordCost(rounds=1, memory_kib=64, lanes=1)
SIGNER = Ed25519Signer(bytes(range(32)))


def refused(locked, password, owner="rina"):
    with pytest.raises(Problem) as caught:
        unlock_key(locked, password, owner=owner)
    return caught.value.code


def test_only_its_owner_with_the_password_opens_a_key():
    locked = lock_key(SIGNER, "rahasia", owner="rina", cost=CHEAP)

    assert unlock_key(locked, "rahasia", owner="rina").key_id == SIGNER.key_id
    assert SIGNER.seed not in locked
    assert refused(locked, "Rahasia") == "account.own_key_locked"
    assert refused(locked, "rahasia", owner="budi") == "account.own_key_locked"


def test_one_password_has_one_spelling_whatever_the_keyboard_sends():
    locked = lock_key(SIGNER, "caf\u00e9", owner="rina", cost=CHEAP)

    assert unlock_key(locked, "cafe\u0301", owner="rina").seed == SIGNER.seed


@pytest.mark.parametrize("damaged", [b"", b"\xa0", b"no key", bytes(200)])
def test_damaged_bytes_are_a_named_problem(damaged):
    assert refused(damaged, "rahasia") == "account.own_key_locked"


def test_every_flipped_byte_is_noticed():
    locked = lock_key(SIGNER, "rahasia", owner="rina", cost=CHEAP)
    sealed_at = locked.index(b"sealed") + len(b"sealed") + 2

    for at in range(sealed_at, sealed_at + 60, 7):
        broken = locked[:at] + bytes([locked[at] ^ 1]) + locked[at + 1 :]
        assert refused(broken, "rahasia") == "account.own_key_locked"


def test_a_key_costs_a_guesser_as_much_as_the_password():
    assert cost_of(hash_password("x", cost=CHEAP)) == CHEAP
