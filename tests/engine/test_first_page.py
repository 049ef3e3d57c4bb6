"""The first page of a level: at most three things, each with its way, the longest stuck recording first."""

import re

import pytest
from pages_bed import found, open_bed, text_of


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("first"), postgres, migrated) as bed:
        yield found(bed)


def things(page):
    (listed,) = re.findall(r'<ol class="today">(.*?)</ol>', page, re.DOTALL)
    return re.findall(r"<li>(.*?)</li>", listed, re.DOTALL)


def test_the_first_of_three_things_is_the_recording_that_waits_longest(bed):
    page = bed.reader("rudi").page("/")
    shown = things(page)

    assert 1 <= len(shown) <= 3
    longest = bed.value(
        "SELECT receipt_code FROM recording WHERE due_at IS NOT NULL"
        " ORDER BY (due_at < %(now)s) DESC, since LIMIT 1",
        now=bed.clock.seconds,
    )
    assert str(longest) in text_of(shown[0])
    assert all('role="button"' in one for one in shown)


def test_nobody_entered_to_be_called_is_said(bed):
    assert "Belum ada pejabat tercatat untuk dihubungi." in bed.reader("rudi").page("/")


def test_each_way_of_the_three_opens(bed):
    reader = bed.reader("rudi")
    for one in things(reader.page("/")):
        (way,) = re.findall(r'role="button" href="([^"]+)"', one)
        assert reader.get(way.replace("&amp;", "&")).status_code == 200
