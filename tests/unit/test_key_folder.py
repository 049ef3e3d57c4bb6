"""Keys on disk: closed to others, whole or absent, never overwritten, never another key by accident."""

import json
import os
import stat
from pathlib import Path

import pytest

from rekam.edge.key import Ed25519Signer, HybridOpener, KeyFolder, export_public, import_public
from rekam.packet import cbor
from rekam.problem import Problem


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "keys"


def test_ed25519_signs_as_in_rfc_8032() -> None:
    # RFC 8032 section 7.1, test 2.
    signer = Ed25519Signer(bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    public = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    signature = (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    assert signer.verifier.public.hex() == public
    assert signer.sign(b"\x72").hex() == signature
    assert signer.verifier.verify(b"\x72", bytes.fromhex(signature))
    assert not signer.verifier.verify(b"\x73", bytes.fromhex(signature))
    assert not signer.verifier.verify(b"\x72", b"")


def test_the_key_id_is_the_start_of_the_hash_of_the_public_key() -> None:
    signer = Ed25519Signer(bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    # printf 3d40...660c | xxd -r -p | sha256sum
    assert signer.key_id == signer.verifier.key_id == "39f713d0a644253f"


def test_keys_come_back_after_a_restart(folder: Path) -> None:
    keys = KeyFolder(folder)
    signer, opener = keys.create_signer("station"), keys.create_opener("centre")
    again = KeyFolder(folder)
    assert again.signer("station") == signer
    assert again.verifier("station") == signer.verifier
    assert again.opener("centre") == opener
    assert again.recipient("centre") == opener.recipient
    assert again.has_signer("station")
    assert not again.has_signer("centre")
    assert again.has_opener("centre")
    wrapped = again.recipient("centre").wrap(b"k" * 32, b"context")
    assert again.opener("centre").unwrap(wrapped, b"context") == b"k" * 32


def test_another_context_or_key_does_not_unwrap(folder: Path) -> None:
    keys = KeyFolder(folder)
    opener, other = keys.create_opener("centre"), keys.create_opener("other")
    wrapped = opener.recipient.wrap(b"k" * 32, b"context")
    assert len(wrapped) == 32 + 1_136
    for who, what, context in (
        (opener, wrapped, b"other"),
        (other, wrapped, b"context"),
        (opener, b"", b"context"),
    ):
        with pytest.raises(Problem) as caught:
            who.unwrap(what, context)
        assert caught.value == Problem("packet.unwrap_failed", key=who.key_id)


def test_folder_and_files_are_closed_to_others_whatever_the_umask(folder: Path) -> None:
    before = os.umask(0)
    try:
        keys = KeyFolder(folder)
        keys.create_signer("station")
        keys.create_opener("centre")
    finally:
        os.umask(before)
    assert mode(folder) == 0o700
    assert {mode(file) for file in folder.iterdir()} == {0o600}
    assert sorted(file.name for file in folder.iterdir()) == [
        "centre.seal",
        "centre.seal.pub",
        "station.sign",
        "station.sign.pub",
    ]


def test_a_key_is_never_overwritten(folder: Path) -> None:
    keys = KeyFolder(folder)
    signer = keys.create_signer("station")
    with pytest.raises(Problem) as caught:
        keys.create_signer("station")
    assert caught.value == Problem("packet.key_exists", name="station")
    assert keys.signer("station") == signer
    assert not list(folder.glob(".*"))


def test_what_a_crash_left_does_not_stand_in_the_way(folder: Path) -> None:
    keys = KeyFolder(folder)
    (folder / ".station.sign.new").write_bytes(b"half a key")
    signer = keys.create_signer("station")
    (folder / "station.sign.pub").unlink()
    assert keys.verifier("station") == signer.verifier


@pytest.mark.parametrize("bits", [0o640, 0o604, 0o660, 0o644])
def test_a_key_open_to_others_is_not_used(folder: Path, bits: int) -> None:
    keys = KeyFolder(folder)
    keys.create_signer("station")
    (folder / "station.sign").chmod(bits)
    with pytest.raises(Problem) as caught:
        keys.signer("station")
    assert caught.value == Problem("packet.key_open_to_others", name="station.sign", mode=f"{bits:04o}")


def test_a_folder_open_to_others_is_not_used(folder: Path) -> None:
    KeyFolder(folder)
    folder.chmod(0o750)
    with pytest.raises(Problem) as caught:
        KeyFolder(folder)
    assert caught.value == Problem("packet.key_open_to_others", name="keys", mode="0750")


def test_a_missing_key_says_so(folder: Path) -> None:
    keys = KeyFolder(folder)
    for ask in (keys.signer, keys.opener, keys.verifier, keys.recipient):
        with pytest.raises(Problem) as caught:
            ask("station")
        assert caught.value == Problem("packet.key_missing", name="station")


@pytest.mark.parametrize("name", ["../station", "", ".hidden", "a/b", "a\x00"])
def test_a_name_that_is_a_path_is_no_key(folder: Path, name: str) -> None:
    with pytest.raises(Problem) as caught:
        KeyFolder(folder).create_signer(name)
    assert caught.value.code == "packet.key_missing"


@pytest.mark.parametrize("use", ["sign", "seal"])
def test_every_flipped_bit_in_a_secret_key_file_is_noticed(folder: Path, use: str) -> None:
    """Also those bits that the public half, and with it the key id, does not depend on."""
    keys = KeyFolder(folder)
    keys.create_signer("centre")
    keys.create_opener("centre")
    path = folder / f"centre.{use}"
    read = keys.signer if use == "sign" else keys.opener
    content = path.read_bytes()
    for at in range(len(content) * 8):
        flipped = bytearray(content)
        flipped[at // 8] ^= 1 << at % 8
        path.write_bytes(flipped)
        with pytest.raises(Problem) as caught:
            read("centre")
        assert caught.value == Problem("packet.key_unreadable", name="centre")


@pytest.mark.parametrize("content", [b"", b"x", b"\xa0", b"\x80"])
def test_a_file_that_is_no_key_is_refused(folder: Path, content: bytes) -> None:
    keys = KeyFolder(folder)
    keys.create_opener("centre")
    (folder / "centre.seal").write_bytes(content)
    with pytest.raises(Problem) as caught:
        keys.opener("centre")
    assert caught.value == Problem("packet.key_unreadable", name="centre")


def test_a_key_of_the_other_kind_is_refused(folder: Path) -> None:
    keys = KeyFolder(folder)
    keys.create_opener("centre")
    (folder / "centre.seal").rename(folder / "centre.sign")
    with pytest.raises(Problem) as caught:
        keys.signer("centre")
    assert caught.value.code == "packet.key_unreadable"


def test_public_keys_travel_as_text(folder: Path) -> None:
    signer, opener = Ed25519Signer(b"1" * 32), HybridOpener(b"4" * 96)
    keys = KeyFolder(folder)
    keys.import_public("station", export_public(signer.verifier))
    keys.import_public("centre", export_public(opener.recipient))
    assert keys.verifier("station") == signer.verifier
    assert keys.recipient("centre") == opener.recipient
    assert json.loads(export_public(signer.verifier))["key_id"] == signer.key_id
    with pytest.raises(Problem) as caught:
        keys.signer("station")
    assert caught.value.code == "packet.key_missing"


def test_an_imported_key_is_kept_once(folder: Path) -> None:
    keys = KeyFolder(folder)
    mine, other = Ed25519Signer(b"1" * 32).verifier, Ed25519Signer(b"2" * 32).verifier
    keys.import_public("centre", export_public(mine))
    assert keys.import_public("centre", export_public(mine)) == mine
    with pytest.raises(Problem) as caught:
        keys.import_public("centre", export_public(other))
    assert caught.value.code == "packet.key_exists"
    assert keys.verifier("centre") == mine


GOOD = json.loads(export_public(Ed25519Signer(b"1" * 32).verifier))
SEALING = json.loads(export_public(HybridOpener(b"4" * 96).recipient))


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"[" * 100_000,
        b"{}",
        json.dumps({**GOOD, "suite": "RSA"}).encode(),
        json.dumps({**GOOD, "suite": []}).encode(),
        json.dumps({**GOOD, "key_id": "0" * 16}).encode(),
        json.dumps({**GOOD, "public": "*"}).encode(),
        json.dumps({**GOOD, "public": 5}).encode(),
        json.dumps({**GOOD, "public": "AAAA"}).encode(),
        json.dumps({**GOOD, "suite": SEALING["suite"]}).encode(),
        json.dumps({**SEALING, "suite": GOOD["suite"]}).encode(),
        json.dumps({**SEALING, "public": "/" * 1_620 + "/w=="}).encode(),
    ],
)
def test_a_text_that_is_no_public_key_is_refused(text: bytes) -> None:
    with pytest.raises(Problem) as caught:
        import_public(text)
    assert caught.value.code == "packet.public_key_unreadable"


def test_secrets_are_not_shown() -> None:
    for key in (Ed25519Signer(b"Q" * 32), HybridOpener(b"Q" * 96)):
        assert "QQQ" not in repr(key)
        assert "QQQ" not in str(key)
        assert key.key_id in repr(key)


def test_a_secret_key_of_an_earlier_program_has_no_sum_and_is_read(folder: Path) -> None:
    keys = KeyFolder(folder)
    made = keys.create_opener("centre")
    file = folder / "centre.seal"
    values = cbor.decode(file.read_bytes())
    del values["sum"]
    file.write_bytes(cbor.encode(values))

    assert keys.opener("centre").seed == made.seed

    file.write_bytes(cbor.encode({**values, "other": 1}))
    with pytest.raises(Problem, match=r"packet\.key_unreadable"):
        keys.opener("centre")
