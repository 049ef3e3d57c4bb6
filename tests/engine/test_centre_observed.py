"""What stations observed arrives by subject: reasons against names, faults, closed days."""

import json

import pytest
from centre_world import DISTRICT, OTHER_VILLAGE, VILLAGE, one_way, resident

from rekam.centre.observed import keep_observed
from rekam.packet.note import seal_note
from rekam.person.absence import Absence, AbsenceNote

NIK = resident(1).nik


@pytest.fixture
def station(world):
    world.load(resident(1), resident(2), resident(3, village=OTHER_VILLAGE))
    return world.station()


def noted(station, number, absence, at, nik=NIK, remark="", name=None):
    note = AbsenceNote(nik=nik, absence=absence, remark=remark, at=at, by="rina")
    sealed = seal_note(
        note,
        station=name or station.name,
        recipients=station.recipients,
        random=lambda size: bytes(range(size)),
    )
    return entry(number, "absence_noted", at, sealed=sealed)


def entry(number, act, at=100, **detail):
    return json.dumps({"number": number, "at": at, "act": act, "detail": detail}).encode()


def audited(world, act):
    return [line for line in world.centre.store.audit.lines() if line.act == act]


def test_a_reason_reaches_the_list_of_the_missing(world, station):
    journal = (
        noted(station, 1, Absence.MOVED, 100, remark="ke Bangko"),
        noted(station, 2, Absence.DEAD, 90, resident(2).nik),
    )
    world.exchange(station, journal=journal)
    world.exchange(station, journal=journal)
    absences = world.centre.store.absences
    found = absences.now_of([NIK, resident(2).nik, resident(3).nik])
    assert {nik: note.absence for nik, note in found.items()} == {
        NIK: Absence.MOVED,
        resident(2).nik: Absence.DEAD,
    }
    assert found[NIK].remark == "ke Bangko"
    assert absences.counts(VILLAGE) == {Absence.DEAD: 1, Absence.MOVED: 1}
    assert absences.counts(OTHER_VILLAGE) == {}


def test_the_newest_note_holds_and_an_empty_one_lifts(world, station):
    world.exchange(station, journal=(noted(station, 2, None, 200), noted(station, 1, Absence.ILL, 100)))
    assert world.centre.store.absences.now_of([NIK]) == {}
    world.exchange(station, journal=(noted(station, 3, Absence.REFUSES, 300),))
    assert world.centre.store.absences.now_of([NIK])[NIK].absence is Absence.REFUSES


def test_a_recording_takes_the_name_off_the_list_with_its_reason(world):
    world.load(resident(1), resident(2))
    one_way(world, 1, "person:1")
    station = world.stations[0]
    world.exchange(station, journal=(noted(station, 1, Absence.DEAD, 100),))
    assert world.centre.store.absences.counts(DISTRICT) == {}


def test_a_note_that_cannot_be_read_stops_nothing(world, station):
    bad = [{}, {"sealed": "not base 85 \u00e9"}, {"sealed": 5}, {"sealed": "0" * 500}]
    journal = [entry(number, "absence_noted", **detail) for number, detail in enumerate(bad, 1)]
    world.exchange(station, journal=(*journal, noted(station, 5, Absence.DEAD, 100)))
    assert NIK in world.centre.store.absences.now_of([NIK])
    assert len(audited(world, "observation_unreadable")) == len(bad)
    assert len(world.centre.store.fleet.journal(station.name)) == len(bad) + 1


def test_a_note_of_another_station_is_not_believed(world, station):
    world.exchange(station, journal=(noted(station, 1, Absence.DEAD, 100, name="ST-2"),))
    assert world.centre.store.absences.now_of([NIK]) == {}
    assert audited(world, "observation_unreadable")[0].details["problem"] == "packet.unwrap_failed"


def test_a_reported_fault_reaches_the_list_of_its_territory_once(world, station):
    told = entry(
        1, "device_fault", 100, component="finger", label="Mantra MFS 100", problem="", remark="retak"
    )
    for _ in range(2):
        world.exchange(station, journal=(told,))
    faults = world.centre.store.fleet.faults(DISTRICT)
    assert [(one.station_id, one.component, one.remark) for one in faults] == [
        (station.name, "finger", "retak")
    ]
    assert world.centre.store.fleet.faults("15.03") == []


def test_an_entry_that_is_none_of_ours_stops_nothing(world, station):
    strange = [
        b"not json",
        b"{}",
        entry(1, "device_fault", component=""),
        entry(2, "device_fault", component="finger", remark="a\x00b"),
        entry(3, "device_fault", component="finger", remark="x" * 201),
        entry(4, "device_fault", 1 << 70, component="finger"),
        entry(5, "device_fault", component=["finger"]),
    ]
    keep_observed(world.centre, station.name, [*strange, entry(6, "device_fault", component="iris")])
    assert [one.component for one in world.centre.store.fleet.faults("")] == ["iris"]


def test_the_journal_is_listed_decoded_newest_first(world, station):
    world.exchange(
        station, journal=(entry(1, "power_gap", since=1, until=9), entry(2, "day_closed", recorded=4))
    )
    lines = world.centre.store.fleet.journal(station.name)
    assert [(line.number, line.act) for line in lines] == [(2, "day_closed"), (1, "power_gap")]
    assert lines[1].detail == {"since": 1, "until": 9}
