"""Where recordings wait: every recording in one line, sums that fit or say that they do not, and one's road."""

import pytest
from centre_world import resident
from pages_bed import (
    DISTRICT,
    OTHER_REGENCY,
    PROVINCE,
    REGENCY,
    found,
    number_in,
    open_bed,
    people,
    tables,
    text_of,
)

from rekam.registry import Status


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("pages"), postgres, migrated) as bed:
        yield found(bed)


@pytest.fixture
def fresh(postgres, migrated, tmp_path):
    with open_bed(tmp_path, postgres, migrated) as bed:
        yield bed


def break_row(bed, packet):
    """What an owner of the server can do: a recording's row is gone, its manifest is not."""
    with bed.world.centre.store.database.transaction() as connection:
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute("DELETE FROM recording WHERE packet_id = %s", (packet.packet_id,))


def test_every_recording_waits_in_exactly_one_line(bed):
    for place in ("", PROVINCE, REGENCY, DISTRICT, OTHER_REGENCY):
        funnel, statuses, _ = tables(bed.reader("pusat").page("/perjalanan", wilayah=place))
        all_of_them = bed.value("SELECT count(*) FROM packet WHERE region LIKE %(p)s", p=f"{place}%")
        assert sum(number_in(row[2]) for row in funnel[1:]) == all_of_them
        assert sum(number_in(row[2]) for row in statuses[1:]) == all_of_them


def test_the_funnel_counts_who_came_this_far(bed):
    funnel = tables(bed.reader("rudi").page("/perjalanan"))[0][1:]

    assert [row[1:3] for row in funnel] == [
        ["6", "1"],  # announced: all but the failed one; one waits for its body
        ["5", "0"],
        ["5", "1"],  # one before the experts
        ["4", "2"],
        ["2", "1"],
        ["1", "1"],
        ["–", "1"],  # the failed one
    ]
    assert (
        funnel[3][3]
        == f"{(bed.clock() - bed.value('SELECT min(since) FROM recording WHERE status = %(s)s', s='print_ready_record')) // 60} menit"
    )


def test_the_statuses_are_those_of_the_tables_with_whose_turn_it_is(bed):
    statuses = tables(bed.reader("rudi").page("/perjalanan"))[1][1:]

    assert {row[1]: number_in(row[2]) for row in statuses} == {
        status.name: bed.value(
            "SELECT count(*) FROM recording WHERE status = %(s)s AND place LIKE '15.02%%'", s=status.value
        )
        for status in Status
        if bed.value(
            "SELECT count(*) FROM recording WHERE status = %(s)s AND place LIKE '15.02%%'", s=status.value
        )
    }
    assert all(row[3] for row in statuses)


def test_sums_that_fit_say_so(bed):
    text = text_of(bed.reader("rudi").page("/perjalanan"))

    assert "Jumlahnya cocok: 7 rekaman tercatat = 7 di semua status." in text
    assert "dihitung 10 Oktober 2017" in text


def test_sums_that_do_not_fit_say_so(fresh):
    fresh.world.load(*people(1, 2))
    first, second = people(1, 2)
    gone = fresh.record(first, "person:1")
    fresh.record(second, "person:2")
    break_row(fresh, gone)

    page = fresh.reader("rudi").page("/perjalanan")
    assert "Jumlahnya TIDAK cocok: 2 rekaman tercatat, 1 di semua status. Laporkan ke pusat." in text_of(page)
    assert '<p class="problem">' in page


def test_a_resident_recorded_away_from_home_breaks_no_sum(fresh):
    """Announced where the station is, counted where the resident lives once the packet is open."""
    away = resident(1, village="15.02.02.1009")
    fresh.world.load(away, resident(2))
    fresh.record(resident(2), "person:2")
    station = fresh.stations[DISTRICT]
    fresh.stations["15.02.02"] = station
    fresh.record(away, "person:1")

    for place, of_place in ((REGENCY, 2), (DISTRICT, 1), ("15.02.02", 1)):
        text = text_of(fresh.reader("rudi").page("/perjalanan", wilayah=place))
        assert f"Jumlahnya cocok: {of_place} rekaman tercatat = {of_place} di semua status." in text


def test_a_place_without_recordings_says_what_will_come(fresh):
    text = text_of(fresh.reader("rudi").page("/perjalanan"))

    assert "Belum ada rekaman dari wilayah ini." in text
    assert "Jumlahnya cocok: 0" in text


def test_the_latest_recordings_stand_below_and_open_for_who_may(bed):
    latest = tables(bed.reader("rudi").page("/perjalanan"))[2][1:]

    assert latest[0][0] == bed.code(bed.packets["awaited"])
    assert len(latest) == 7
    assert "/rekaman/" in bed.reader("rudi").page("/perjalanan")
    assert "/rekaman/" not in bed.reader("prita").page("/perjalanan")


def test_a_recording_s_page_tells_its_road(bed):
    packet = bed.packets["handed"]
    text = text_of(bed.reader("rudi").page(f"/rekaman/{packet.packet_id.hex()}"))

    history = bed.world.centre.store.ledger.history(packet.packet_id)
    assert [bed.value("SELECT count(*) FROM event WHERE packet_id = %(p)s", p=packet.packet_id)] == [
        len(history)
    ]
    assert text.count(" WIB · ") == len(history)
    assert people(1)[0].nik in text
    assert packet.packet_id.hex() in text


def test_a_failed_recording_says_why_and_an_awaited_one_has_no_name_yet(bed):
    rudi = bed.reader("rudi")
    failed = text_of(rudi.page(f"/rekaman/{bed.packets['failed'].packet_id.hex()}"))
    awaited = text_of(rudi.page(f"/rekaman/{bed.packets['awaited'].packet_id.hex()}"))

    assert "Tidak ada sidik jari atau iris yang dapat dibaca." in failed
    assert people(4)[0].nik not in awaited
    assert people(4)[0].name not in awaited


@pytest.mark.parametrize("packet", ["0" * 64, "zz", "00", "%00"])
def test_a_recording_that_is_none_is_not_found(bed, packet):
    assert bed.reader("rudi").get(f"/rekaman/{packet}").status_code == 404
