"""The service behind the interfaces of the engine: what is kept, what is searched, what a restart changes."""

import sqlite3

import numpy as np
import pytest

from rekam.abis import IrisTemplate, PersonTemplate, Zone
from rekam.biometric import Eye
from rekam.engine.encounter import Encounter
from rekam.engine.service import IdentificationService
from rekam.problem import Problem


def iris(seed, capture=0):
    chance, noise = np.random.default_rng(seed), np.random.default_rng((seed, capture))
    bits = (chance.random(2048) < 0.5) ^ ((noise.random(2048) < 0.1) & (capture > 0))
    code = np.packbits(bits, bitorder="little").view("<u8").astype(np.uint64)
    return IrisTemplate(code, np.full(32, 2**64 - 1, np.uint64))


def someone(seed, capture=0):
    """Two irises out of a hat; another capture loses a tenth of the bits."""
    return PersonTemplate({}, {Eye.LEFT: iris(seed, capture), Eye.RIGHT: iris(seed + 1000, capture)})


def visit(person, encounter, seed, *galleries, **more):
    return Encounter(person, encounter, someone(seed), galleries or ("KTP",), **more)


@pytest.fixture
def service(tmp_path):
    service = IdentificationService(tmp_path)
    yield service
    service.close()


def found(service, seed, **asked):
    return [one.person for one in service.search(someone(seed, 1), **asked)]


def test_who_is_put_in_is_found_and_who_is_deleted_is_not(service):
    service.put(visit("ani", "1", 1))
    service.put(visit("budi", "1", 2))

    assert found(service, 1) == ["ani"]
    service.delete("ani", "1")
    assert found(service, 1) == []
    with pytest.raises(Problem, match="person_unknown"):
        service.read_all("ani")


def test_an_encounter_may_not_be_put_in_twice(service):
    service.put(visit("ani", "1", 1))

    with pytest.raises(Problem, match="encounter_taken"):
        service.put(visit("ani", "1", 2))
    assert found(service, 2) == []


def test_an_update_replaces_the_features_and_the_galleries(service):
    service.put(visit("ani", "1", 1, "A"))
    kept = service.update(visit("ani", "1", 2, "B", said={"biographic": {"gender": "F"}}))

    assert (kept.galleries, kept.said) == (("B",), {"biographic": {"gender": "F"}})
    assert found(service, 1) == []
    assert found(service, 2, gallery="B") == ["ani"]
    assert service.galleries() == ["B"]


def test_a_gallery_is_searched_alone_and_an_unknown_one_is_refused(service):
    service.put(visit("ani", "1", 1, "A", "B"))
    service.put(visit("budi", "1", 2, "B"))

    assert (found(service, 2, gallery="A"), found(service, 2, gallery="B")) == ([], ["budi"])
    assert found(service, 1, gallery="A") == found(service, 1, gallery="ALL") == ["ani"]
    assert service.members("B") == [("ani", "1"), ("budi", "1")]
    assert (service.count(), service.count("A")) == ((2, 2), (1, 1))
    with pytest.raises(Problem, match="gallery_unknown"):
        service.search(someone(1), gallery="C")
    with pytest.raises(Problem, match="gallery_reserved"):
        service.put(visit("citra", "1", 3, "ALL"))


def test_a_person_with_two_encounters_is_one_match_with_two_hits(service):
    service.put(visit("ani", "1", 1))
    service.put(Encounter("ani", "2", someone(1, 2), ("KTP",)))

    (match,) = service.search(someone(1, 1))
    assert match.zone is Zone.DUPLICATE
    assert {hit.encounter.encounter for hit in match.hits} == {"1", "2"}
    assert match.score == max(hit.score for hit in match.hits)


def test_a_filter_finds_whoever_fits_even_behind_many_who_do_not(service):
    for number in range(12):
        service.put(Encounter(f"p{number}", "1", someone(7, number), ("KTP",), said={"number": number}))

    least = [
        one.person
        for one in service.search(someone(7, 99), limit=1, accept=lambda one: one.said["number"] == 11)
    ]
    assert least == ["p11"]


def test_a_search_among_named_persons_looks_at_nobody_else(service):
    service.put(visit("ani", "1", 1))
    service.put(visit("budi", "1", 2))

    assert found(service, 1, persons=["budi", "nobody"]) == []
    assert found(service, 1, persons=["ani"]) == ["ani"]


def test_a_merge_moves_every_encounter_or_none(service):
    service.put(visit("ani", "1", 1))
    service.put(visit("anny", "2", 2))
    service.put(visit("anny", "1", 3))

    with pytest.raises(Problem, match="encounter_taken"):
        service.merge("ani", "anny")
    assert [one.encounter for one in service.read_all("anny")] == ["2", "1"]
    service.move("ani", "anny", "2")
    assert found(service, 2) == ["ani"]
    with pytest.raises(Problem, match="person_unknown"):
        service.merge("ani", "nobody")


def test_changes_in_one_block_happen_together_or_not_at_all(service):
    def two_changes(fails):
        with service.write():
            service.put(visit("ani", "1", 1))
            service.delete("budi", "1")
            if fails:
                raise LookupError

    service.put(visit("budi", "1", 2))
    with pytest.raises(LookupError):
        two_changes(fails=True)
    assert (found(service, 1), found(service, 2)) == ([], ["budi"])
    two_changes(fails=False)
    assert (found(service, 1), found(service, 2)) == (["ani"], [])


def test_after_a_restart_searches_answer_as_before(tmp_path):
    service = IdentificationService(tmp_path)
    service.put(visit("ani", "1", 1, "A"))
    service.put(visit("budi", "1", 2, "B", active=False))
    service.put(Encounter("citra", "1", None, ("B",)))
    service.put(visit("dewi", "1", 4))
    service.delete("dewi", "1")

    def answers():
        matches = [service.search(someone(seed, 1), threshold=-1e9) for seed in (1, 2, 3, 4)]
        return [[(one.person, one.score, one.zone) for one in some] for some in matches]

    before = answers()
    service.close()

    service = IdentificationService(tmp_path)
    assert answers() == before
    assert service.members() == [("ani", "1"), ("budi", "1"), ("citra", "1")]
    service.set_active("budi", "1", active=True)
    assert found(service, 2) == ["budi"]
    service.close()


def test_two_engines_do_not_share_a_folder(service, tmp_path):
    with pytest.raises(Problem, match="already_running"):
        IdentificationService(tmp_path)


def test_features_of_another_extractor_are_kept_and_named_for_renewal(tmp_path):
    service = IdentificationService(tmp_path)
    service.put(visit("ani", "1", 1))
    service.put(visit("budi", "1", 2, extractor="finger 0"))
    assert service.outdated() == [("budi", "1")]
    service.close()
    database = sqlite3.connect(tmp_path / "engine.db")
    database.execute("UPDATE encounter SET template = x'00' WHERE person = 'budi'")
    database.commit()
    database.close()

    service = IdentificationService(tmp_path)
    assert service.read("budi", "1").template is None
    assert (found(service, 1), found(service, 2)) == (["ani"], [])
    service.close()
