import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekam.edge.wire.stomp.frame import MOST_BODY, MOST_HEAD, Frame, FrameError, FrameReader

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
names = texts.filter(lambda text: text and text != "content-length")
heads = st.dictionaries(names, texts, max_size=4)
bodies = st.binary(max_size=60)


def with_length(command, headers, body):
    return Frame(command, {**headers, "content-length": str(len(body))}, body)


frames = st.builds(with_length, st.sampled_from(["MESSAGE", "SEND"]), heads, bodies) | st.builds(
    Frame, st.just("MESSAGE"), heads, bodies.filter(lambda body: 0 not in body)
)


@given(st.lists(frames, max_size=4), st.integers(1, 30), st.sampled_from([b"", b"\n", b"\r\n\n"]))
def test_frames_come_out_as_they_went_in_however_the_line_cuts_them(sent, size, heartbeat):
    stream = heartbeat + b"".join(frame.encode() + heartbeat for frame in sent)
    reader, got = FrameReader(), []
    for at in range(0, len(stream), size):
        got += reader.feed(stream[at : at + size])

    assert got == sent


@given(st.binary(max_size=80))
def test_noise_gives_frames_or_a_named_error(noise):
    part = ""
    try:
        list(FrameReader().feed(noise + b"\0"))
    except FrameError as error:
        part = str(error)

    assert part in {"", "headers", "content-length", "body", "escape"}


@pytest.mark.parametrize(
    ("stream", "part"),
    [
        (b"MESSAGE\na\\tb:c\n\n\0", "escape"),
        (b"MESSAGE\nno colon\n\n\0", "headers"),
        (b"MESSAGE\ncontent-length:-1\n\n\0", "content-length"),
        (b"MESSAGE\ncontent-length:1\n\nab\0", "content-length"),
        (f"MESSAGE\ncontent-length:{MOST_BODY + 1}\n\n".encode(), "body"),
        (b"MESSAGE\n\n" + bytes([65]) * (MOST_BODY + 1), "body"),
        (b"M" * (MOST_HEAD + 1), "headers"),
        (b"MESSAGE\n\xff:a\n\n\0", "headers"),
    ],
)
def test_what_is_no_stomp_is_refused_before_it_costs_memory(stream, part):
    with pytest.raises(FrameError) as refused:
        list(FrameReader().feed(stream))

    assert str(refused.value) == part


def test_the_examples_of_the_specification():
    assert Frame("CONNECT", {"accept-version": "1.2", "host": "a:b"}).encode() == (
        b"CONNECT\naccept-version:1.2\nhost:a:b\n\n\0"
    )
    (frame,) = FrameReader().feed(b"MESSAGE\r\nfoo:World\r\nfoo:Hello\r\nbar:a\\cb\\n\\\\\r\n\r\nhi\0\n")
    assert frame == Frame("MESSAGE", {"foo": "World", "bar": "a:b\n\\"}, b"hi")
