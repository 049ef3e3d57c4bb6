"""The centre's worker over gallery files: what it knew before a restart it finds after it."""

from centre_world import excepted, resident

from rekam.biometric import FingerPosition, Modality, Sample
from rekam.biometric.drawn import eye_image
from rekam.biometric.picture import encode_jp2
from rekam.biometric.position import Eye
from rekam.centre.pipeline.abis_engine import AbisEngine
from rekam.centre.pipeline.gallery import GalleryMirror
from rekam.centre.pipeline.kept_gallery import FOLDER, kept_gallery, rebuilt


def visit(person: int, capture: int) -> tuple[Sample, ...]:
    """What two drawn eyes give; all fingers are excepted."""
    eyes = [
        Sample(Modality.IRIS, eye, "image/jp2", encode_jp2(eye_image(person, eye, capture).pixels), 60)
        for eye in Eye
    ]
    return (*eyes, Sample(Modality.FACE, None, "image/jp2", b"face", 60),
            Sample(Modality.SIGNATURE, None, "image/png", b"line", 254))  # fmt: skip


def test_a_person_recorded_before_a_restart_is_found_after_it(world):
    world.engine = AbisEngine()
    templates, folder = world.centre.store.templates, world.folder / "centre"
    people = [resident(number) for number in (1, 2)]
    world.load(*people)
    station = world.station()

    def record(place: int, person: int, capture: int):
        packet = station.record(
            people[place], "-", samples=visit(person, capture), missing=excepted(*FingerPosition)
        )
        world.deliver(station)
        world.work()
        return packet

    assert rebuilt(folder / FOLDER, templates)["persons"] == 0
    with kept_gallery(folder, templates) as kept:
        world.mirror = GalleryMirror(world.engine, templates, kept)
        first = record(0, 1, 1)
        assert world.mirror.catch_up() == 1
    with kept_gallery(folder, templates) as kept:
        assert (kept.upto, len(kept)) == (1, 1)
        world.mirror = GalleryMirror(world.engine, templates, kept)
        again = record(1, 1, 2)

    assert world.status(again) == "adjudicate_record"
    case = world.centre.store.cases.open("ani")[0]
    assert [one.packet_id for one in world.centre.store.cases.candidates(case.case_id)] == [first.packet_id]
