from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.edge.store.gallery_files import GalleryFiles
from rekam.edge.store.gallery_files.log import Hole, Log
from rekam.edge.store.gallery_files.record import Put, put_record, read_record, remove_record
from rekam.fault.bed.audit import Finding
from rekam.fault.gallery.ledger import GalleryLedger
from rekam.fault.gallery.people import enrolment_of, reference_of

NUMBER, CAPTURE = st.integers(0, 5), st.integers(0, 3)
CHANGE = st.one_of(
    st.tuples(st.just("put"), NUMBER, CAPTURE),
    st.tuples(st.just("remove"), NUMBER, st.just(0)),
    st.tuples(st.sampled_from(("compact", "close", "kill", "checkpoint", "scan")), st.just(0), st.just(0)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(CHANGE, max_size=14))
def test_whatever_happened_the_files_hold_what_was_acknowledged(changes):
    ledger = GalleryLedger()
    with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as scratch:
        folder = Path(scratch) / "gallery"
        files = GalleryFiles(folder)
        for change, number, capture in changes:
            reference = reference_of(number)
            if change == "put":
                files.put(reference, enrolment_of(number, capture))
                ledger.here[number] = capture
            elif change == "remove" and reference in files:
                files.remove(reference)
                del ledger.here[number]
            elif change in {"close", "kill"}:
                files.close() if change == "close" else files.abandon()
                files = GalleryFiles(folder)
            elif change != "remove":
                getattr(files, change)()
            assert len(files) == len(ledger.here)
        files.abandon()
        finding = Finding()
        ledger.audit(folder, finding)

        assert finding == Finding()


PUT = st.builds(
    Put,
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30),
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=4).map(tuple),
    st.binary(max_size=200),
)


@given(PUT, st.integers(0, 2**64 - 1))
def test_a_record_reads_back_as_it_was_written_and_no_shorter(put, row):
    written = put_record(row, put)
    found = read_record(memoryview(written + b"more"), 0)

    assert found is not None
    assert (found.put(), found.row, found.end) == (put, row, len(written))
    assert all(read_record(memoryview(written[:end]), 0) is None for end in range(0, len(written), 7))


@given(PUT, st.integers(0, 2**31), st.data())
def test_a_record_with_a_flipped_bit_is_no_record(put, row, data):
    written = bytearray(put_record(row, put))
    place = data.draw(st.integers(0, len(written) - 1))
    written[place] ^= 1 << data.draw(st.integers(0, 7))

    assert read_record(memoryview(bytes(written)), 0) is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(PUT, st.none(), st.binary(min_size=1, max_size=30)), max_size=8))
def test_the_log_reads_every_record_around_any_rubbish(pieces):
    with TemporaryDirectory() as scratch:
        log = Log(Path(scratch) / "1.log")
        wanted = []
        for row, piece in enumerate(pieces):
            if isinstance(piece, bytes):
                written = piece
            else:
                written = remove_record(row) if piece is None else put_record(row, piece)
                wanted.append(row)
            log.append(written)
        found = list(log.scan())
        log.close()

    assert [one.row for one in found if not isinstance(one, Hole)] == wanted
    assert all(one.last is (one is found[-1]) for one in found if isinstance(one, Hole))
