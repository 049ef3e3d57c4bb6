"""For any content the round trip holds; for any flipped byte there is a named refusal and nothing else."""

import os
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.edge.key import Ed25519Signer, HybridOpener
from rekam.packet import (
    START,
    ExchangeAnswer,
    ExchangeRequest,
    Peaks,
    SealedPacket,
    check_receipt,
    decode_recording,
    issue_receipt,
    open_packet,
    read_answer,
    read_manifest,
    read_receipt,
    read_request,
    seal,
    sign_answer,
    sign_request,
)
from rekam.packet.chunk import open_body, seal_body
from rekam.packet.merkle import (
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    root,
    verify_consistency,
    verify_inclusion,
)
from rekam.problem import Problem

STATION = Ed25519Signer(b"1" * 32)
CENTRE = Ed25519Signer(b"3" * 32)
OPENER = HybridOpener(b"4" * 96)
REGISTERED = {"S-1": STATION.verifier}
NONCE = bytes(16)


def sealed(content: bytes, chunk_size: int) -> SealedPacket:
    return seal(
        content,
        station="S-1",
        sequence=1,
        previous=START,
        kind="recording",
        region="15.02.01",
        captured_at=1,
        sealed_at=2,
        operator="budi",
        recipients=[OPENER.recipient],
        signer=STATION,
        random=os.urandom,
        chunk_size=chunk_size,
    )


@cache
def sample() -> SealedPacket:
    return sealed(b"isi rekaman" * 1000, 4096)


@cache
def receipt() -> bytes:
    _, log = issue_receipt(
        Peaks(),
        packet_id=NONCE * 2,
        station="S-2",
        sequence=1,
        received_at=1,
        copies=2,
        test_read=True,
        signer=CENTRE,
    )
    return issue_receipt(
        log,
        packet_id=sample().packet_id,
        station="S-1",
        sequence=1,
        received_at=1,
        copies=2,
        test_read=True,
        signer=CENTRE,
    )[0]


@cache
def request() -> bytes:
    return sign_request(
        ExchangeRequest(station="S-1", nonce=NONCE, sent_at=1, manifests=(sample().manifest,)), STATION
    )


@cache
def answer() -> bytes:
    return sign_answer(
        ExchangeAnswer(station="S-1", nonce=NONCE, answered_at=1, receipts=(receipt(),)), CENTRE
    )


def take_packet(manifest: bytes, body: bytes) -> None:
    open_packet(read_manifest(manifest, REGISTERED.get), body, OPENER)


def take_receipt(signed: bytes) -> None:
    read = read_receipt(signed, CENTRE.verifier)
    check_receipt(read, packet_id=sample().packet_id, station="S-1", sequence=1)


def take_request(signed: bytes) -> None:
    read_request(signed, REGISTERED.get)


def take_answer(signed: bytes) -> None:
    read_answer(signed, CENTRE.verifier, station="S-1", nonce=NONCE)


MESSAGES = {
    "manifest": (lambda: sample().manifest, lambda data: take_packet(data, sample().body)),
    "body": (lambda: sample().body, lambda data: take_packet(sample().manifest, data)),
    "receipt": (receipt, take_receipt),
    "request": (request, take_request),
    "answer": (answer, take_answer),
}


def refused_by_name(take, data: bytes) -> bool:
    """True for a named problem; any other exception goes through and fails the test."""
    try:
        take(data)
    except Problem as problem:
        return problem.code.startswith("packet.") and bool(problem.say("id")) and bool(problem.say("en"))
    return False


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=20_000), chunk_size=st.integers(1024, 9000))
def test_any_content_in_chunks_of_any_size_comes_back(content: bytes, chunk_size: int) -> None:
    packet = sealed(content, chunk_size)
    manifest = read_manifest(packet.manifest, REGISTERED.get)
    assert open_packet(manifest, packet.body, OPENER) == content


def test_every_single_byte_of_every_small_message_counts() -> None:
    for name in ("manifest", "receipt", "request", "answer"):
        message, take = MESSAGES[name]
        whole = message()
        take(whole)
        for place in range(len(whole)):
            changed = bytearray(whole)
            changed[place] ^= 1 << (place % 8)
            assert refused_by_name(take, bytes(changed)), f"{name}, byte {place}"


@settings(max_examples=400, deadline=None)
@given(name=st.sampled_from(sorted(MESSAGES)), place=st.integers(0), mask=st.integers(1, 255))
def test_any_flipped_byte_is_refused_by_name(name: str, place: int, mask: int) -> None:
    message, take = MESSAGES[name]
    changed = bytearray(message())
    changed[place % len(changed)] ^= mask
    assert refused_by_name(take, bytes(changed))


@settings(max_examples=400, deadline=None)
@given(
    name=st.sampled_from(sorted(MESSAGES)),
    start=st.integers(0),
    size=st.integers(1, 200),
    what=st.binary(max_size=200),
)
def test_any_stretch_cut_or_replaced_is_refused_by_name(
    name: str, start: int, size: int, what: bytes
) -> None:
    message, take = MESSAGES[name]
    whole = message()
    start %= len(whole)
    changed = whole[:start] + what + whole[start + size :]
    assert changed == whole or refused_by_name(take, changed)


@settings(max_examples=400, deadline=None)
@given(
    noise=st.binary(max_size=600),
    start=st.sampled_from([b"", b"\xd2", b"\xd2\x84", b"\xa1", b"\xb9\xff\xff"]),
)
def test_noise_is_refused_by_name(noise: bytes, start: bytes) -> None:
    for _, take in MESSAGES.values():
        assert refused_by_name(take, start + noise)
    assert refused_by_name(decode_recording, start + noise)


@settings(max_examples=200, deadline=None)
@given(
    content=st.binary(max_size=9000),
    chunk_size=st.integers(1024, 5000),
    place=st.integers(0),
    mask=st.integers(1, 255),
)
def test_the_chunks_alone_notice_any_flipped_byte(
    content: bytes, chunk_size: int, place: int, mask: int
) -> None:
    # As above, but for a forger who holds the station's key, so that no hash stands before the chunks.
    body = seal_body(content, b"k" * 32, b"d" * 32, chunk_size)
    assert open_body(bytes(body), b"k" * 32, b"d" * 32, chunk_size) == content
    body[place % len(body)] ^= mask
    assert refused_by_name(lambda data: open_body(data, b"k" * 32, b"d" * 32, chunk_size), bytes(body))


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=9000), chunk_size=st.integers(1024, 5000), size=st.integers(0))
def test_the_chunks_alone_notice_any_cut(content: bytes, chunk_size: int, size: int) -> None:
    body = bytes(seal_body(content, b"k" * 32, b"d" * 32, chunk_size))
    short = body[: size % len(body)]
    assert refused_by_name(lambda data: open_body(data, b"k" * 32, b"d" * 32, chunk_size), short)


@settings(max_examples=150, deadline=None)
@given(size=st.integers(1, 300), data=st.data())
def test_proofs_of_any_log_hold_and_of_no_other(size: int, data: st.DataObject) -> None:
    leaves = [leaf_hash(str(number).encode()) for number in range(size)]
    head = root(leaves)
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(leaves, index)
    assert verify_inclusion(leaves[index], index, size, proof, head)
    other = data.draw(st.integers(0, size + 5))
    assert other == index or not verify_inclusion(leaves[index], other, size, proof, head)
    old = data.draw(st.integers(1, size))
    steps = consistency_proof(leaves, old)
    assert verify_consistency(old, root(leaves[:old]), size, head, steps)
    edited = root([*leaves[: old - 1], leaf_hash(b"edited")])
    assert not verify_consistency(old, edited, size, head, steps)


@settings(max_examples=50, deadline=None)
@given(size=st.integers(0, 200))
def test_peaks_alone_give_root_and_proof_of_each_appended_leaf(size: int) -> None:
    log, leaves = Peaks(), []
    for number in range(size + 1):
        leaf = leaf_hash(str(number).encode())
        proof = log.proof_of_next()
        log, leaves = log.grow(leaf), [*leaves, leaf]
        assert verify_inclusion(leaf, number, number + 1, proof, log.root)
    assert log.proof_of_next() is not None
    assert inclusion_proof(leaves, size) == proof
