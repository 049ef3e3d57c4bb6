"""Expectations are those of the tus 1.0.0 text."""

import hashlib
from base64 import b64encode

import pytest

from rekam.edge.wire.tus import core
from rekam.edge.wire.tus.core import Append, Back, Commit, Complete, Head, Known, Limits
from rekam.edge.wire.tus.upload import Upload
from rekam.problem import Problem

PACKET = hashlib.sha256(b"body").digest()
METADATA = "packet_id " + b64encode(PACKET.hex().encode()).decode()
LIMITS = Limits(most_bytes=1000, commit_every=100)


def begun(offset=0, length=10):
    return Known(Upload(PACKET, length, offset, METADATA))


def patch(**headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Head("PATCH", {"content-type": "application/offset+octet-stream", **named})


def checksum(algorithm, data):
    return f"{algorithm} {b64encode(hashlib.new(algorithm, data).digest()).decode()}"


def code_of(work, *arguments):
    with pytest.raises(Problem) as caught:
        work(*arguments)
    return caught.value.code, caught.value.row.http


def test_options_tells_version_extensions_size_and_checksums():
    reply = core.options(LIMITS)

    assert reply.status == 204
    assert reply.headers["Tus-Version"] == "1.0.0"
    assert reply.headers["Tus-Extension"].split(",") == ["creation", "checksum", "termination"]
    assert reply.headers["Tus-Max-Size"] == "1000"
    assert "sha1" in reply.headers["Tus-Checksum-Algorithm"].split(",")


@pytest.mark.parametrize("headers", [{}, {"tus-resumable": "0.2.2"}])
def test_another_version_is_412(headers):
    assert code_of(core.check_version, Head("POST", headers)) == ("delivery.wrong_version", 412)


def test_a_creation_names_packet_and_length():
    head = Head("POST", {"upload-length": "10", "upload-metadata": f"filename Zm9v,{METADATA}"})
    creation = core.read_creation(head, LIMITS)

    assert (creation.packet_id, creation.length) == (PACKET, 10)


@pytest.mark.parametrize(
    ("length", "metadata", "expected"),
    [
        ("1001", METADATA, ("delivery.too_large", 413)),
        ("-1", METADATA, ("delivery.bad_header", 400)),
        ("0", METADATA, ("delivery.bad_header", 400)),
        ("1e3", METADATA, ("delivery.bad_header", 400)),
        ("٣", METADATA, ("delivery.bad_header", 400)),
        ("10", "", ("delivery.bad_header", 400)),
        ("10", "packet_id ???", ("delivery.bad_header", 400)),
        ("10", "packet_id Li4vLi4vZXRj", ("delivery.bad_header", 400)),
        ("10", METADATA + "," + "x" * 2000, ("delivery.bad_header", 400)),
    ],
)
def test_a_creation_that_makes_no_sense_is_refused_by_name(length, metadata, expected):
    head = Head("POST", {"upload-length": length, "upload-metadata": metadata})

    assert code_of(core.read_creation, head, LIMITS) == expected


def test_the_manifest_has_to_come_first():
    creation = core.Creation(PACKET, 10, METADATA)

    assert code_of(core.create, creation, Known(), None, "/u/x") == ("delivery.manifest_first", 409)
    assert code_of(core.create, creation, Known(), 11, "/u/x") == ("delivery.length_differs", 409)


def test_creating_twice_gives_the_same_place_and_begins_once():
    creation = core.Creation(PACKET, 10, METADATA)
    first = core.create(creation, Known(), 10, "/u/x")
    second = core.create(creation, begun(4), 10, "/u/x")
    after = core.create(creation, Known(held=10), 10, "/u/x")

    assert [reply.status for reply in (first, second, after)] == [201, 201, 201]
    assert {reply.headers["Location"] for reply in (first, second, after)} == {"/u/x"}
    assert [reply.headers["Upload-Offset"] for reply in (first, second, after)] == ["0", "4", "10"]
    assert [len(reply.actions) for reply in (first, second, after)] == [1, 0, 0]


def test_head_tells_offset_length_and_metadata_and_is_not_cached():
    reply = core.look(begun(4))

    assert reply.status == 200
    assert reply.headers["Upload-Offset"] == "4"
    assert reply.headers["Upload-Length"] == "10"
    assert reply.headers["Upload-Metadata"] == METADATA
    assert reply.headers["Cache-Control"] == "no-store"


def test_a_packet_that_the_centre_took_over_is_complete_for_ever():
    reply = core.look(Known(held=10))

    assert reply.headers["Upload-Offset"] == reply.headers["Upload-Length"] == "10"
    assert code_of(core.open_patch, patch(upload_offset="0"), Known(held=10), LIMITS)[1] == 409
    assert core.open_patch(patch(upload_offset="10"), Known(held=10), LIMITS).finish().status == 204


def test_an_unknown_upload_is_404():
    assert code_of(core.look, Known()) == ("delivery.upload_unknown", 404)
    assert code_of(core.terminate, Known()) == ("delivery.upload_unknown", 404)
    assert code_of(core.open_patch, patch(upload_offset="0"), Known(), LIMITS)[1] == 404


def test_termination_forgets_an_unfinished_upload_but_never_a_packet():
    assert core.terminate(begun(4)).status == 204
    assert code_of(core.terminate, Known(held=10)) == ("delivery.upload_unknown", 404)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (Head("PATCH", {"content-type": "text/plain", "upload-offset": "4"}), 415),
        (patch(), 400),
        (patch(upload_offset="3"), 409),
        (patch(upload_offset="5"), 409),
        (patch(upload_offset="4", content_length="7"), 413),
        (patch(upload_offset="4", upload_checksum="md5 xxxx"), 400),
        (patch(upload_offset="4", upload_checksum="sha1 ?"), 400),
    ],
)
def test_a_patch_that_does_not_fit_is_refused_before_its_body(head, expected):
    assert code_of(core.open_patch, head, begun(4), LIMITS)[1] == expected


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_true_checksum_moves_the_offset(algorithm):
    head = patch(upload_offset="4", upload_checksum=checksum(algorithm, b"abc"))
    receiving = core.open_patch(head, begun(4), LIMITS)

    assert receiving.take(b"a") + receiving.take(b"bc") == (Append(b"a"), Append(b"bc"))
    reply = receiving.finish()
    assert reply.headers["Upload-Offset"] == "7"
    assert reply.actions == (Commit(),)


def test_a_false_checksum_is_460_and_goes_back():
    head = patch(upload_offset="4", upload_checksum=checksum("sha256", b"abc"))
    receiving = core.open_patch(head, begun(4), LIMITS)
    receiving.take(b"abd")

    assert code_of(receiving.finish) == ("delivery.checksum_differs", 460)
    assert receiving.refused() == (Back(4),)


def test_the_last_byte_completes_the_upload_after_the_commit():
    receiving = core.open_patch(patch(upload_offset="4"), begun(4), LIMITS)
    receiving.take(b"123456")

    assert receiving.finish().actions == (Commit(), Complete())


def test_more_than_the_length_is_refused_also_without_a_declared_length():
    receiving = core.open_patch(patch(upload_offset="4"), begun(4), LIMITS)
    receiving.take(b"12345")

    assert code_of(receiving.take, b"67") == ("delivery.too_large", 413)


def test_a_long_request_is_made_durable_on_the_way():
    receiving = core.open_patch(patch(upload_offset="0"), begun(0, 1000), LIMITS)
    actions = [receiving.take(bytes(60)) for _ in range(4)]

    assert [Commit() in done for done in actions] == [False, True, False, True]


def test_the_method_may_stand_in_a_header():
    assert Head("POST", {"x-http-method-override": "patch"}).meant_method == "PATCH"
