"""Each class of tampering is refused by its own name. Forgers with and without the station's key."""

import pytest

from rekam.fault.tampering import CATALOGUE, refusal_of
from rekam.fault.tampering.forger import (
    OPENER,
    REGISTERED,
    SEALED,
    STRANGER,
    first,
    recording,
    second,
)
from rekam.packet import Link, check_next, decode_recording, open_packet, read_manifest
from rekam.problem import Problem
from rekam.problem.table import TABLE

NAMED = [(subject, name) for subject, one in CATALOGUE.items() for name in one.classes]


def test_the_untouched_packets_are_taken_in() -> None:
    manifest = read_manifest(first().manifest, REGISTERED.get)
    assert decode_recording(open_packet(manifest, first().body, OPENER)) == recording()
    assert len(first().body) == 3 * SEALED, "the table of bodies needs three full chunks"
    following = read_manifest(second().manifest, REGISTERED.get)
    assert check_next(following, Link(1, manifest.hash)).sequence == 2


@pytest.mark.parametrize("name", CATALOGUE)
def test_the_untouched_one_is_accepted(name: str) -> None:
    assert refusal_of(CATALOGUE[name], CATALOGUE[name].honest()) is None


@pytest.mark.parametrize(("subject", "name"), NAMED)
def test_a_tampered_one_is_refused_by_its_name(subject: str, name: str) -> None:
    forge, expected = CATALOGUE[subject].classes[name]
    forged = forge()
    assert forged != CATALOGUE[subject].honest()
    assert refusal_of(CATALOGUE[subject], forged) == expected
    assert expected in TABLE


def test_there_are_at_least_two_hundred_classes() -> None:
    assert len(NAMED) >= 200
    forged = [forge() for one in CATALOGUE.values() for forge, _ in one.classes.values()]
    distinct = {
        (subject, bytes(b"".join(made)) if isinstance(made, tuple) else made)
        for (subject, _), made in zip(NAMED, forged, strict=True)
    }
    assert len(distinct) >= 200, "two names for the same bytes are one class"


def test_a_packet_not_sealed_to_the_opener_says_so() -> None:
    manifest = read_manifest(first().manifest, REGISTERED.get)
    with pytest.raises(Problem) as caught:
        open_packet(manifest, first().body, STRANGER)
    assert caught.value == Problem("packet.recipient_unknown", key=STRANGER.key_id)
