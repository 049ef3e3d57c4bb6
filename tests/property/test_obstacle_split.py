"""Whatever befalls a station-day: no hour counts twice, none is lost, and the order of the news is nothing."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rekam.operations.obstacle import (
    OF_PEOPLE,
    PRIORITY,
    REPORTABLE,
    Cause,
    Claim,
    Loss,
    apportion,
    named_causes,
    needed,
    split_day,
    split_shortfall,
)
from rekam.operations.power import Backup, uncarried
from rekam.person.absence import Absence

HOURS = [(0, 40), (50, 90)]
OPEN_S = 80
moments = st.integers(-10, 100)
stretches = st.tuples(moments, moments).map(lambda pair: (min(pair), max(pair)))
losses = st.builds(
    lambda cause, stretch, observed, stops, number: Loss(
        cause=cause, since=stretch[0], until=stretch[1], observed=observed, stops=stops, evidence=f"cut:{number}"
    ),
    st.sampled_from(REPORTABLE), stretches, st.booleans(), st.booleans(), st.integers(1, 9),
)  # fmt: skip
claims = st.builds(
    lambda cause, seconds, number: Claim(cause=cause, seconds=seconds, evidence=f"report:{number}"),
    st.sampled_from(REPORTABLE), st.integers(1, 100), st.integers(1, 9),
)  # fmt: skip
runs = st.none() | st.lists(stretches, max_size=3)
counts = st.integers(0, 10_000)


def covered(stretch_list):
    """Seconds of the opening hours inside any stretch, counted one by one."""
    return sum(
        any(since <= second < until for since, until in stretch_list)
        for first, last in HOURS
        for second in range(first, last)
    )


@given(st.lists(losses, max_size=6), st.lists(claims, max_size=3), runs)
def test_causes_and_worked_hours_are_the_opening_hours(found, told, running):
    split = split_day(HOURS, found, told, running=running)

    assert split.open_s == OPEN_S == split.worked_s + sum(part.lost_s for part in split.parts)
    assert split.worked_s >= 0
    assert all(min(part.lost_s, part.hindered_s, part.claimed_s) >= 0 for part in split.parts)
    assert sum(part.hindered_s for part in split.parts) <= split.worked_s
    assert len({(part.cause, part.observed) for part in split.parts}) == len(split.parts)


@given(st.lists(losses, max_size=6), st.lists(claims, max_size=3), runs, st.randoms(use_true_random=False))
def test_the_order_of_the_news_changes_nothing(found, told, running, chance):
    before = split_day(HOURS, found, told, running=running)
    chance.shuffle(found)
    chance.shuffle(told)

    after = split_day(HOURS, found, told, running=running)
    assert [(p.cause, p.observed, p.lost_s, p.hindered_s, p.claimed_s) for p in after.parts] == [
        (p.cause, p.observed, p.lost_s, p.hindered_s, p.claimed_s) for p in before.parts
    ]
    assert [set(p.evidence) for p in after.parts] == [set(p.evidence) for p in before.parts]


@given(st.lists(losses, max_size=6))
def test_lost_time_is_what_anything_that_stops_covers(found):
    split = split_day(HOURS, found)

    stopping = [(loss.since, loss.until) for loss in found if loss.stops]
    assert split.lost_s == covered(stopping)


@given(st.lists(losses, max_size=6))
def test_the_first_of_the_priority_gets_all_its_time(found):
    stopping = [loss for loss in found if loss.stops]
    if not stopping:
        return
    first = min((loss.cause for loss in stopping), key=PRIORITY.index)
    split = split_day(HOURS, found)

    assert sum(part.lost_s for part in split.parts if part.cause is first) == covered(
        [(loss.since, loss.until) for loss in stopping if loss.cause is first]
    )


@given(st.lists(losses, max_size=4), stretches)
def test_time_in_which_nothing_ran_is_lost_and_nobody_is_blamed(found, running):
    split = split_day(HOURS, found, running=[running])

    idle = OPEN_S - covered([running, *((loss.since, loss.until) for loss in found if loss.stops)])
    assert sum(part.lost_s for part in split.parts if part.cause is Cause.UNKNOWN) == idle


@given(st.lists(claims, min_size=1, max_size=4))
def test_two_reports_of_one_cause_tell_of_the_same_hours(told):
    split = split_day(HOURS, [], told)
    by_cause = {
        cause: max(claim.seconds for claim in told if claim.cause is cause)
        for cause in {claim.cause for claim in told}
    }

    assert split.lost_s == min(OPEN_S, sum(by_cause.values()))
    assert {part.cause: part.claimed_s for part in split.parts} == {
        cause: min(OPEN_S, seconds) for cause, seconds in by_cause.items()
    }


@given(st.dictionaries(st.text(max_size=3), st.floats(0, 1e9), min_size=1), st.integers(0, 10**9))
def test_shares_sum_to_the_whole_and_stay_within_one_of_their_quota(weights, total):
    if not sum(weights.values()):
        return
    given_ = apportion(weights, total)
    whole = sum(Fraction(weight) for weight in weights.values())

    assert sum(given_.values()) == total
    assert all(abs(given_[key] - total * Fraction(weight) / whole) < 1 for key, weight in weights.items())


@given(
    st.integers(-100, 10**8),
    st.dictionaries(st.sampled_from(PRIORITY), st.floats(0, 1e6)),
    st.floats(0, 50),
    st.dictionaries(st.sampled_from(OF_PEOPLE), counts),
    st.fractions(0, 1),
)
def test_the_causes_sum_to_the_shortfall_exactly(people, hours, per_hour, named, share):
    short = split_shortfall(people, hours, per_hour, named, share=share)

    assert sum(short.by_cause.values()) == short.people == max(0, people)
    assert min(short.by_cause.values()) >= 0
    assert all(short.named[cause] <= short.by_cause[cause] for cause in OF_PEOPLE)


@given(st.integers(0, 10**6), st.dictionaries(st.sampled_from(list(Absence)), counts))
def test_what_nobody_explains_is_unknown_and_never_spread(people, reasons):
    named = named_causes(reasons)
    short = split_shortfall(people, {}, 6.0, named)

    assert sum(named.values()) == sum(reasons.values())
    assert short.by_cause[Cause.UNKNOWN] == max(0, people - sum(reasons.values()))
    assert short.by_cause[Cause.POWER] == 0


@given(counts, st.integers(1, 200), st.data())
def test_the_needs_of_the_days_lead_to_the_target(missing, days, data):
    first = date(2017, 10, 1)
    target = first + timedelta(days=days - 1)
    cut = data.draw(st.integers(1, days))
    one = needed(missing, first, first + timedelta(days=cut - 1), target)

    assert needed(missing, first, target, target) == missing
    assert 0 <= one <= missing
    assert abs(one - missing * cut / days) < 1


@given(st.integers(0, 10), st.integers(0, 60), st.integers(0, 3), st.integers(0, 100), stretches)
def test_a_backup_never_makes_a_cut_longer(ups, minutes, generators, litres, cut):
    backup = Backup(
        ups=ups, ups_minutes=minutes, generators=generators, fuel_litres=litres, litres_per_hour=1.5
    )
    left = uncarried(*cut, backup)
    length = cut[1] - cut[0]

    assert (left[1] - left[0] if left else 0) == max(0, length - backup.carries_s)
    assert uncarried(*cut, None) == (cut if length else None)


def test_a_counter_is_open_as_long_as_the_station_says():
    from rekam.operations.obstacle.parameters import OPEN_HOURS
    from rekam.station.parameters import OPEN_HOURS as STATION_HOURS

    assert OPEN_HOURS == STATION_HOURS
