"""Two prints laid on each other, and eyes with what is compared, on the adjudicator's page."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pages_bed import open_bed, people, pictured
from PIL import Image

from rekam.abis.explain.parameters import OUTLINE_INK, PAIR_INK
from rekam.biometric import FingerPosition


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    """One case; the right index of the new recording shows nothing."""
    flat = BytesIO()
    Image.new("L", (200, 240), 250).save(flat, "PNG")
    prints = tuple(
        replace(one, content=flat.getvalue()) if one.place is FingerPosition.RIGHT_INDEX else one
        for one in pictured("person:1~")
    )
    with open_bed(tmp_path_factory.mktemp("overlay"), postgres, migrated) as bed:
        bed.world.load(*people(1, 8))
        bed.record(people(1)[0], "person:1")
        bed.record(people(8)[0], "x", samples=prints)
        yield bed


@pytest.fixture(scope="module")
def case(bed) -> str:
    return str(bed.value("SELECT case_id FROM adjudication"))


def colours(bed, path: str) -> set[tuple[int, int, int]]:
    answer = bed.reader("ani").get(path)
    assert answer.headers["content-type"] == "image/png"
    assert "no-store" in answer.headers["cache-control"]
    with Image.open(BytesIO(answer.content)) as picture:
        return {colour for _, colour in picture.convert("RGB").getcolors(1 << 24)}


def test_every_print_has_an_overlay_with_rings_where_both_agree(bed, case):
    page = bed.reader("ani").page(f"/ajudikasi/{case}")

    overlays = re.findall(r'<a href="(/bukti/[^"]+/overlay-\d+\.png)"', page)
    assert len(overlays) == 10
    assert PAIR_INK in colours(bed, overlays[2])


def test_an_eye_shows_what_was_found_in_it(bed, case):
    assert OUTLINE_INK in colours(bed, f"/bukti/{case}/1/iris-1.png")


def test_a_print_that_cannot_be_laid_is_shown_beside_the_other(bed, case):
    assert (250, 250, 250) in colours(bed, f"/bukti/{case}/1/overlay-2.png")


@pytest.mark.parametrize("item", ["overlay", "overlay-0", "overlay-11", "overlay-x"])
def test_an_overlay_that_is_none_is_not_found(bed, case, item):
    assert bed.reader("ani").get(f"/bukti/{case}/1/{item}.png").status_code == 404
