"""Draft keys: what is destroyed cannot be opened again, not even with the file's old bytes gone missing."""

import os
import stat
from pathlib import Path

import pytest

from rekam.edge.key import DraftCipher, DraftKeys
from rekam.problem import Problem


def test_an_item_comes_back_after_a_restart(tmp_path: Path) -> None:
    sealed = DraftKeys(tmp_path / "drafts").create("d-1").encrypt(b"thumb", "finger-1")
    assert DraftKeys(tmp_path / "drafts").cipher("d-1").decrypt(sealed, "finger-1") == b"thumb"
    assert b"thumb" not in sealed
    assert len(sealed) == len(b"thumb") + 28


def test_an_item_opens_only_under_its_own_name_and_draft(tmp_path: Path) -> None:
    keys = DraftKeys(tmp_path / "drafts")
    cipher = keys.create("d-1")
    sealed = cipher.encrypt(b"thumb", "finger-1")
    same_key_other_draft = DraftCipher(cipher.key, "d-2")
    for who, what, label in (
        (cipher, sealed, "finger-2"),
        (same_key_other_draft, sealed, "finger-1"),
        (keys.create("d-2"), sealed, "finger-1"),
        (cipher, sealed[:-1], "finger-1"),
        (cipher, sealed[:11], "finger-1"),
        (cipher, b"", "finger-1"),
        (cipher, bytes([sealed[0] ^ 1]) + sealed[1:], "finger-1"),
    ):
        with pytest.raises(Problem) as caught:
            who.decrypt(what, label)
        assert caught.value == Problem("packet.draft_unreadable")


def test_the_same_item_never_gives_the_same_bytes(tmp_path: Path) -> None:
    cipher = DraftKeys(tmp_path / "drafts").create("d-1")
    assert len({cipher.encrypt(b"x", "a") for _ in range(100)}) == 100


def test_a_destroyed_key_is_overwritten_and_gone(tmp_path: Path) -> None:
    keys = DraftKeys(tmp_path / "drafts")
    secret = keys.create("d-1").key
    file = tmp_path / "drafts" / "d-1.draft"
    os.link(file, tmp_path / "witness")  # another name of the same blocks shows what was left in them
    keys.destroy("d-1")
    assert not file.exists()
    assert (tmp_path / "witness").read_bytes() == bytes(32) != secret
    with pytest.raises(Problem) as caught:
        keys.cipher("d-1")
    assert caught.value == Problem("packet.key_missing", name="d-1")
    keys.destroy("d-1")


def test_drafts_are_listed_and_never_overwritten(tmp_path: Path) -> None:
    keys = DraftKeys(tmp_path / "drafts")
    keys.create("d-2")
    keys.create("d-1")
    assert keys.drafts() == ("d-1", "d-2")
    with pytest.raises(Problem) as caught:
        keys.create("d-1")
    assert caught.value == Problem("packet.key_exists", name="d-1")
    assert keys.drafts() == ("d-1", "d-2")


def test_key_files_are_closed_and_of_the_right_length(tmp_path: Path) -> None:
    keys = DraftKeys(tmp_path / "drafts")
    keys.create("d-1")
    file = tmp_path / "drafts" / "d-1.draft"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_bytes(b"short")
    with pytest.raises(Problem) as caught:
        keys.cipher("d-1")
    assert caught.value == Problem("packet.key_unreadable", name="d-1")


def test_a_draft_whose_name_is_a_path_is_no_draft(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        DraftKeys(tmp_path / "drafts").create("../d-1")
    assert caught.value.code == "packet.key_missing"


def test_the_key_is_not_shown(tmp_path: Path) -> None:
    assert "QQQ" not in repr(DraftCipher(b"Q" * 32, "d-1"))
