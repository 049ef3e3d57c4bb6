import pytest

from rekam.problem import Problem
from rekam.registry import read_receipt_code, receipt_code


def test_no_bits_are_zeros_and_all_bits_are_zs():
    assert receipt_code(bytes(32)) == "00000-00000"
    assert receipt_code(b"\xff" * 32) == "ZZZZZ-ZZZZZ"


def test_the_code_is_crockfords_base_32_of_the_first_fifty_bits():
    # 0x0123456789AB -> bits 00000 00100 10001 10100 01010 11001 11100 01001 10101 011xx
    assert receipt_code(bytes.fromhex("0123456789ABC0") + bytes(25)) == "04HMA-SW9NF"


def test_only_the_first_fifty_bits_count():
    assert receipt_code(b"\x00" * 6 + b"\x3f" + b"\xff" * 25) == "00000-00000"


@pytest.mark.parametrize("typed", ["04hma-sw9nf", "O4HMASW9NF", " 04HMA SW9NF ", "04HMA--SW9NF"])
def test_what_people_type_is_understood(typed):
    assert read_receipt_code(typed) == "04HMA-SW9NF"


def test_one_is_read_where_l_or_i_was_written():
    assert read_receipt_code("LI111-11111") == "11111-11111"


@pytest.mark.parametrize("typed", ["", "04HMA", "04HMA-SW9NFX", "04HMA-SW9NU", "é4HMA-SW9NF"])
def test_what_cannot_be_a_code_is_named(typed):
    with pytest.raises(Problem, match=r"registry\.receipt_code"):
        read_receipt_code(typed)
