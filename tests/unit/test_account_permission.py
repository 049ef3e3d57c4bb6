import pytest

from rekam.account import Account, Act, Role, may, require
from rekam.problem import Problem


def account(role: Role, territory: str, *, active: bool = True) -> Account:
    return Account("x", "X", role, territory, "hash", active=active)


def test_a_territory_reaches_what_lies_inside_it_and_nothing_beside_it():
    merangin = account(Role.REGENCY, "15.02")

    assert may(merangin, Act.PRINT_CARD, "15.02")
    assert may(merangin, Act.PRINT_CARD, "15.02.07.2001")
    assert not may(merangin, Act.PRINT_CARD, "15.03.01")
    assert not may(merangin, Act.PRINT_CARD, "15")
    assert not may(merangin, Act.PRINT_CARD, "")


def test_a_code_that_only_begins_alike_is_not_inside():
    assert not may(account(Role.REGENCY, "15.0"), Act.PRINT_CARD, "15.02")


def test_nobody_but_an_adjudicator_decides_who_is_who():
    deciders = [role for role in Role if may(account(role, ""), Act.ADJUDICATE, "")]

    assert deciders == [Role.ADJUDICATOR]


def test_an_adjudicator_sees_no_list_of_people():
    blind = account(Role.ADJUDICATOR, "")

    assert not any(may(blind, act, "") for act in Act if act is not Act.ADJUDICATE)


def test_only_the_centre_cuts_and_restores_a_connection():
    for act in (Act.SUSPEND_CONNECTION, Act.RESTORE_CONNECTION):
        assert [role for role in Role if may(account(role, ""), act, "15.02")] == [Role.CENTRE]


def test_a_revoked_account_may_do_nothing():
    gone = account(Role.CENTRE, "", active=False)

    assert not any(may(gone, act, "") for act in Act)


def test_every_role_and_act_stands_in_the_table_or_is_denied():
    for role in Role:
        for act in Act:
            outside = account(role, "15.02")
            assert not may(outside, act, "11.01")


def test_refusal_is_a_named_problem():
    with pytest.raises(Problem) as caught:
        require(account(Role.OPERATOR, "15.02.01"), Act.PRINT_CARD, "15.02.01")
    assert caught.value.code == "account.not_permitted"

    with pytest.raises(Problem) as caught:
        require(None, Act.RECORD, "15.02.01")
    assert caught.value.code == "account.sign_in_needed"


def test_the_password_hash_never_shows_in_a_log_line():
    assert "hash" not in repr(account(Role.OPERATOR, "15"))
