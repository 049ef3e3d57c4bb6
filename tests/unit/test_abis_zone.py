import math

from rekam.abis import Candidate, Zone, decide, zone_of


def candidate(score: float, enrolled: int = 1) -> Candidate:
    return Candidate("a", score, zone_of(score, enrolled), {})


def test_the_adjudicator_sees_a_candidate_from_log_of_people_over_fpir():
    limit = math.log(10_000 / 1e-2)

    assert zone_of(limit - 0.001, 10) is Zone.UNIQUE
    assert zone_of(limit + 0.001, 10) is Zone.ADJUDICATE


def test_a_duplicate_needs_ten_thousand_times_stronger_evidence():
    limit = math.log(10_000 / 1e-6)

    assert zone_of(limit - 0.001, 10) is Zone.ADJUDICATE
    assert zone_of(limit + 0.001, 10) is Zone.DUPLICATE


def test_a_hundred_times_larger_gallery_asks_for_a_hundred_times_stronger_evidence():
    limit = math.log(1_000_000 / 1e-2)

    assert zone_of(limit - 0.001, 1_000_000) is Zone.UNIQUE
    assert zone_of(limit + 0.001, 1_000_000) is Zone.ADJUDICATE


def test_nobody_found_is_unique():
    assert decide([]) is Zone.UNIQUE


def test_the_strongest_candidate_decides():
    assert decide([candidate(1), candidate(90), candidate(15)]) is Zone.DUPLICATE
    assert decide([candidate(1), candidate(15)]) is Zone.ADJUDICATE
    assert decide([candidate(-5)]) is Zone.UNIQUE
