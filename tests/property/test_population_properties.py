from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.edge.packed import gazetteer, name_tokens, population_figures
from rekam.person import check_biodata, check_nik, name_key, same_name
from rekam.population import Population, declared_synthetic, second_identity, variant_spelling, with_wrong_nik
from rekam.population.apportion import apportion
from rekam.population.draw import running_number

DAY = date(2017, 8, 28)
PEOPLE = list(Population(7, 0.01, gazetteer(), population_figures()).residents("15.02"))
VILLAGES = [
    village.code for village in Population(7, 0.01, gazetteer(), population_figures()).villages("15.09")
]
SEEDS = st.integers(0, 2**32)


@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=40), st.integers(0, 10**7))
def test_shares_sum_to_the_whole_and_stay_within_one_of_the_quota(weights, total):
    given_ = apportion(weights, total)
    assert given_.sum() == total
    assert (given_ >= 0).all()
    if sum(weights) > 1e-6:
        quota = total * np.array(weights) / sum(weights)
        assert (np.abs(given_ - quota) < 1 + 1e-6 * total).all()


@given(
    st.lists(st.tuples(st.floats(0, 1e6), st.integers(0, 1_000)), min_size=1, max_size=30), st.floats(0, 1)
)
def test_shares_never_pass_their_caps(pairs, part):
    weights, caps = zip(*pairs, strict=True)
    total = int(sum(caps) * part)
    given_ = apportion(weights, total, caps)
    assert given_.sum() == total
    assert (given_ <= np.array(caps)).all()


@given(st.lists(st.integers(0, 5), max_size=60))
def test_running_numbers_count_what_came_before(keys):
    expected = [keys[:at].count(key) for at, key in enumerate(keys)]
    assert running_number(np.array(keys, dtype=np.int64)).tolist() == expected


@given(st.sampled_from(PEOPLE), SEEDS)
def test_another_spelling_is_the_same_name(resident, seed):
    name = resident.biodata.name
    variant = variant_spelling(name, np.random.default_rng(seed))
    assert name_key(variant) == name_key(name)
    assert same_name(variant, name)


@given(st.sampled_from([one.token for one in name_tokens()]), SEEDS)
@settings(max_examples=300)
def test_another_spelling_of_a_word_keeps_its_key(token, seed):
    assert name_key(variant_spelling(token, np.random.default_rng(seed))) == name_key(token)


def test_nearly_every_name_has_another_spelling():
    rng = np.random.default_rng(1)
    changed = sum(variant_spelling(one.biodata.name, rng) != one.biodata.name for one in PEOPLE)
    assert changed / len(PEOPLE) > 0.95


@given(st.sampled_from(PEOPLE), st.sampled_from(VILLAGES), SEEDS)
def test_a_second_identity_is_the_same_person_under_other_numbers(resident, village, seed):
    first = resident.biodata
    second = second_identity(first, np.random.default_rng(seed), village=village)
    assert second.nik != first.nik
    assert second.kk != first.kk
    assert second.village == village
    assert same_name(first.name, second.name)
    assert (second.sex, second.birth_date, second.birth_place) == (
        first.sex,
        first.birth_date,
        first.birth_place,
    )
    assert check_biodata(second, today=DAY, known_region=gazetteer().knows) == []
    assert declared_synthetic(second.nik)
    assert second.nik not in {one.biodata.nik for one in PEOPLE}


@given(st.sampled_from(PEOPLE), SEEDS)
def test_a_wrong_nik_is_good_in_itself_and_fits_neither_sex_nor_birth(resident, seed):
    wrong = with_wrong_nik(resident.biodata, np.random.default_rng(seed))
    assert check_nik(wrong.nik, today=DAY, known_region=gazetteer().knows) == []
    codes = [one.code for one in check_biodata(wrong, today=DAY, known_region=gazetteer().knows)]
    assert codes == ["person.nik_birth_mismatch", "person.nik_sex_mismatch"]
    assert declared_synthetic(wrong.nik)
