"""Gaps, breaks and forks of a station's chain."""

import os
from functools import cache

import pytest

from rekam.edge.key import Ed25519Signer, HybridOpener
from rekam.packet import START, Link, Manifest, check_chain, check_next, read_manifest, seal
from rekam.problem import Problem

SIGNER = Ed25519Signer(b"1" * 32)
RECIPIENT = HybridOpener(b"4" * 96).recipient


@cache
def link(sequence: int, previous: bytes, station: str = "S-1", operator: str = "budi") -> Manifest:
    packet = seal(
        b"x",
        station=station,
        sequence=sequence,
        previous=previous,
        kind="recording",
        region="15",
        captured_at=0,
        sealed_at=0,
        operator=operator,
        recipients=[RECIPIENT],
        signer=SIGNER,
        random=os.urandom,
    )
    return read_manifest(packet.manifest, lambda _: SIGNER.verifier)


@cache
def chain(size: int = 5) -> tuple[Manifest, ...]:
    links: list[Manifest] = []
    for sequence in range(1, size + 1):
        links.append(link(sequence, links[-1].hash if links else START))
    return tuple(links)


def test_a_whole_chain_is_sound_in_any_order_and_with_repeats() -> None:
    assert check_chain(chain()).sound
    assert check_chain([*reversed(chain()), chain()[2]]).sound
    assert check_chain([]).sound


def test_missing_numbers_are_named_as_ranges() -> None:
    one, _, _, four, five = chain()
    assert check_chain([one, four, five]).gaps == ((2, 3),)
    assert check_chain([five]).gaps == ((1, 4),)
    assert check_chain([one, four, five]).problems("S-1") == [
        Problem("packet.chain_gap", station="S-1", first=2, last=3)
    ]


def test_another_predecessor_is_a_break() -> None:
    stray = link(3, b"z" * 32)
    report = check_chain([*chain()[:2], stray])
    assert (report.gaps, report.breaks, report.forks) == ((), (3,), ())


def test_a_first_manifest_that_names_a_predecessor_is_a_break() -> None:
    assert check_chain([link(1, b"z" * 32)]).breaks == (1,)


def test_two_manifests_of_one_number_are_a_fork() -> None:
    other = link(2, chain()[0].hash, operator="ani")
    report = check_chain([*chain(), other])
    assert (report.gaps, report.breaks, report.forks) == ((), (), (2,))


def test_a_check_goes_on_where_the_last_one_stood() -> None:
    two = chain()[1]
    stood = Link(2, two.hash)
    assert check_chain(chain()[2:], after=stood).sound
    assert check_chain(chain(), after=stood).sound
    assert check_chain(chain()[3:], after=stood).gaps == ((3, 3),)
    assert check_chain(chain()[2:], after=Link(2, b"z" * 32)).breaks == (3,)


def test_the_manifests_of_two_stations_are_two_chains() -> None:
    with pytest.raises(ValueError, match="stations"):
        check_chain([chain()[0], link(1, START, station="S-2")])


def test_the_next_link_moves_the_chain_and_a_repeat_does_not() -> None:
    at = Link()
    for manifest in chain():
        at = check_next(manifest, at)
    assert at == Link(5, chain()[4].hash)
    assert check_next(chain()[4], at) == at


def test_what_does_not_follow_is_refused_by_name() -> None:
    at = Link(2, chain()[1].hash)
    wrong = {
        "packet.chain_gap": chain()[3],
        "packet.chain_fork": link(2, chain()[0].hash, operator="ani"),
        "packet.chain_break": link(3, b"z" * 32),
    }
    for code, manifest in wrong.items():
        with pytest.raises(Problem) as caught:
            check_next(manifest, at)
        assert caught.value.code == code
