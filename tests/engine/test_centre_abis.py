"""The pipeline with the project's own engine on drawn people: nobody here is real."""

import pytest
from centre_world import excepted, resident

from rekam.biometric import Eye, FingerPosition, Modality, Sample
from rekam.biometric.drawn import eye_image, finger_impression
from rekam.biometric.picture import encode_jp2, encode_wsq
from rekam.centre.pipeline.abis_engine import AbisEngine
from rekam.centre.pipeline.gallery import GalleryMirror

FINGERS = (FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX)
OTHERS = tuple(finger for finger in FingerPosition if finger not in FINGERS)


def visit(person: int, capture: int) -> tuple[Sample, ...]:
    """What two fingers and two eyes of a drawn person give at one visit."""
    return (
        *(
            Sample(
                Modality.FINGER,
                finger,
                "image/x-wsq",
                encode_wsq(finger_impression(person, finger, capture)),
                60,
            )
            for finger in FINGERS
        ),
        *(
            Sample(Modality.IRIS, eye, "image/jp2", encode_jp2(eye_image(person, eye, capture).pixels), 60)
            for eye in Eye
        ),
        Sample(Modality.FACE, None, "image/jp2", b"face", 60),
        Sample(Modality.SIGNATURE, None, "image/png", b"line", 254),
    )


@pytest.fixture
def abis_world(world):
    world.engine = AbisEngine()
    world.mirror = GalleryMirror(world.engine, world.centre.store.templates)
    return world


def test_a_drawn_person_who_comes_twice_is_found_and_others_are_not(abis_world):
    world = abis_world
    people = [resident(number) for number in range(1, 5)]
    world.load(*people)
    station = world.station()
    visits = [(people[0], 1, 1), (people[1], 2, 1), (people[2], 3, 1), (people[3], 2, 2)]
    packets = [
        station.record(biodata, "-", samples=visit(person, capture), missing=excepted(*OTHERS))
        for biodata, person, capture in visits
    ]
    world.deliver(station)
    world.work()

    assert [world.status(packet) for packet in packets] == [*["print_ready_record"] * 3, "adjudicate_record"]
    case = world.centre.store.cases.open("ani")[0]
    candidates = world.centre.store.cases.candidates(case.case_id)
    assert [one.packet_id for one in candidates] == [packets[1].packet_id]
    assert candidates[0].zone == "duplicate"
    assert set(candidates[0].parts) == {"right_index", "left_index", "iris_right", "iris_left"}


def test_a_damaged_picture_is_named_and_the_rest_is_used(abis_world):
    samples = visit(7, 1)
    broken = Sample(Modality.FINGER, FINGERS[0], "image/x-wsq", b"\xff\xa0 torn", 60)

    extracted = abis_world.engine.extract((broken, *samples[1:]))

    assert extracted.content is not None
    assert dict(extracted.unreadable) == {"finger 2": "biometric.picture_unreadable"}
    assert abis_world.engine.extract((broken,)).content is None
