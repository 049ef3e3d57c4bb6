"""Why somebody has not come: noted, lifted, told to the centre sealed."""

import json

import pytest
from station_counter import make_counter, resident

from rekam.biometric.drawn import signature
from rekam.packet.note import open_note
from rekam.packet.parameters import JOURNAL_ENTRY_BYTES_MOST
from rekam.person.absence import Absence, AbsenceNote
from rekam.problem import Problem
from rekam.station.use.find import find, find_household, why_not_found
from rekam.station.use.reason import lift_absence, note_absence
from rekam.station.use.visit import cancel_visit, plan_visit, villagers, villages, visits_of

NIK = resident(1).nik
HERE, THERE = "15.02.01.2001", "15.02.01.2002"


@pytest.fixture
def counter(tmp_path):
    people = [resident(number) for number in (1, 2, 3)]
    return make_counter(tmp_path, [*people, resident(4, village=THERE, name="WAHYUNI", kk=resident(1).kk)])


@pytest.fixture
def station(counter):
    opened = counter.open()
    yield opened
    opened.close()


@pytest.fixture
def rina(station):
    return station.store.accounts.find("rina").account


def told(counter, station):
    """What the centre reads out of the journal that would be delivered."""
    entries = [json.loads(entry) for entry in station.port.journal_waiting(100)]
    return [
        open_note(entry["detail"]["sealed"], station=station.papers.station, opener=counter.opener)
        for entry in entries
        if entry["act"] == "absence_noted"
    ]


def test_a_reason_stands_against_the_name_with_its_history(counter, station, rina):
    note_absence(station, rina, NIK, "moved", "kata RT,  ke Bangko")
    note_absence(station, rina, NIK, "dead", "")
    found = find(station, rina, NIK)[0]
    assert found.absence.absence is Absence.DEAD
    assert [note.absence for note in found.history] == [Absence.DEAD, Absence.MOVED]
    assert found.history[1].remark == "kata RT, ke Bangko"
    assert found.history[1].by == "rina"
    lift_absence(station, rina, NIK)
    assert find(station, rina, NIK)[0].absence is None
    assert [note.absence for note in told(counter, station)] == [Absence.MOVED, Absence.DEAD, None]


def test_lifting_what_was_not_noted_changes_nothing(counter, station, rina):
    lift_absence(station, rina, NIK)
    assert station.store.absences.history(NIK) == []
    assert told(counter, station) == []


def test_a_recording_lifts_the_reason(counter, station, rina):
    note_absence(station, rina, NIK, "ill_at_home", "")
    counter.operator(station).record(NIK, signature(1, "SULASTRI"))
    assert station.store.absences.now(NIK) is None
    assert len(station.store.absences.history(NIK)) == 2
    with pytest.raises(Problem, match="absence_recorded"):
        note_absence(station, rina, NIK, "dead", "")


@pytest.mark.parametrize(
    ("nik", "reason", "remark", "code"),
    [
        ("1502014503879999", "dead", "", "station.not_on_roster"),
        (NIK, "bored", "", "station.absence_unknown"),
        (NIK, "", "", "station.absence_unknown"),
        (NIK, "dead", "x" * 161, "station.remark_too_long"),
        (NIK, "dead", "\U0001f600" * 100, "station.remark_too_long"),
    ],
)
def test_what_cannot_be_noted_says_why_and_leaves_nothing(counter, station, rina, nik, reason, remark, code):
    with pytest.raises(Problem) as caught:
        note_absence(station, rina, nik, reason, remark)
    assert caught.value.code == code
    assert told(counter, station) == []


def test_the_journal_names_nobody_and_each_entry_fits_the_exchange(station, rina):
    note_absence(station, rina, NIK, "not_found", "é" * 160)
    entries = station.port.journal_waiting(100)
    sizes = [len(entry) for entry in entries if b"absence_noted" in entry]
    assert len(sizes) == 1
    assert sizes[0] <= JOURNAL_ENTRY_BYTES_MOST
    assert not any(NIK.encode() in entry for entry in entries)


def test_the_search_keeps_to_a_village(station, rina):
    assert [one.resident.biodata.name for one in find(station, rina, "", village=THERE)] == ["WAHYUNI"]
    assert len(find(station, rina, "sulastri", village=HERE)) == 3
    assert find(station, rina, "sulastri", village=THERE) == []
    assert find(station, rina, resident(1).nik, village=THERE) == []


def test_the_household_is_found_from_one_of_it(station, rina):
    family = find_household(station, rina, NIK)
    assert sorted(one.resident.biodata.nik for one in family) == sorted([NIK, resident(4).nik])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("150201450387", Problem("station.number_length", count=12)),
        ("1571014503870001", Problem("station.nik_from_elsewhere", region="Telanaipura")),
        ("1502014503879999", None),
        ("Bambang", None),
    ],
)
def test_who_is_not_found_hears_what_the_number_tells(station, text, expected):
    assert why_not_found(station, text) == expected


def test_a_village_counts_who_is_to_reach_who_is_excused_and_who_was_recorded(counter, station, rina):
    note_absence(station, rina, resident(2).nik, "abroad", "Malaysia")
    counter.operator(station).record(NIK, signature(1, "SULASTRI"))
    counts = {line.counts.village: line.counts for line in villages(station, rina)}
    assert (counts[HERE].missing, counts[HERE].excused, counts[HERE].recorded) == (2, 1, 1)
    assert (counts[THERE].missing, counts[THERE].excused, counts[THERE].recorded) == (1, 0, 0)
    people = villagers(station, rina, HERE)
    assert people[-1].resident.biodata.nik == NIK
    assert {one.resident.biodata.nik: one.absence.absence for one in people if one.absence} == {
        resident(2).nik: Absence.ABROAD
    }


def test_a_visit_is_planned_once_and_can_be_called_off(station, rina):
    plan_visit(station, rina, HERE, "2017-10-20")
    plan_visit(station, rina, HERE, "2017-10-20")
    assert [visit.day for visit in visits_of(station, HERE)] == ["2017-10-20"]
    assert {line.counts.village: line.next_visit for line in villages(station, rina)} == {
        HERE: "2017-10-20",
        THERE: None,
    }
    cancel_visit(station, rina, HERE, "2017-10-20")
    assert visits_of(station, HERE) == []


@pytest.mark.parametrize(("code", "day"), [("15.02.99.2001", "2017-10-20"), (HERE, "2017-10-01")])
def test_a_visit_needs_a_village_of_the_roster_and_a_day_to_come(station, rina, code, day):
    with pytest.raises(Problem, match=r"village_unknown|day_wrong"):
        plan_visit(station, rina, code, day)


def test_a_note_opens_only_as_one_of_its_station(counter, station, rina):
    note_absence(station, rina, NIK, "dead", "")
    sealed = json.loads(station.port.journal_waiting(100)[-1])["detail"]["sealed"]
    with pytest.raises(Problem, match="unwrap_failed"):
        open_note(sealed, station="JANGKAT-2", opener=counter.opener)
    opened = open_note(sealed, station="JANGKAT-1", opener=counter.opener)
    assert opened == AbsenceNote(nik=NIK, absence=Absence.DEAD, remark="", at=opened.at, by="rina")
