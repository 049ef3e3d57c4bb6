"""Any single change in what a station holds is found; a log that forks is found wherever two proofs meet."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rekam.edge.key.signing import Ed25519Signer
from rekam.packet import START, Link, Peaks, issue_receipt, manifest_hash
from rekam.packet import merkle as tree
from rekam.packet.audit import Audit, Book, Entry, audit_book
from rekam.packet.manifest import Origin, WrappedKey, sign_manifest
from rekam.packet.receipt import Receipt
from rekam.packet.witness import LogBook

STATION, CENTRE = Ed25519Signer(b"s" * 32), Ed25519Signer(b"c" * 32)
NOON = 1_507_600_800
COUNT = 6


def made_book():
    """Six packets of ST-1, all receipted, between packets of somebody else in the centre's log."""
    entries, previous, log = [], START, Peaks()
    heads = []
    for sequence in range(1, COUNT + 1):
        packet_id = bytes([sequence]) * 32
        origin = Origin(
            station="ST-1", sequence=sequence, previous=previous, kind="recording", region="15.02.01",
            captured_at=NOON, sealed_at=NOON, operator="rina", chunk_size=65_536,
        )  # fmt: skip
        manifest = sign_manifest(
            origin, packet_id=packet_id, body_size=100, commitment=bytes(32),
            recipients=(WrappedKey("abcd", "suite", b"key"),), signer=STATION,
        )  # fmt: skip
        previous = manifest_hash(manifest)
        log = log.grow(bytes([100 + sequence]) * 32)
        receipt, log = issue_receipt(
            log, packet_id=packet_id, station="ST-1", sequence=sequence, received_at=NOON + sequence, copies=2,
            test_read=True, signer=CENTRE,
        )  # fmt: skip
        heads.append((log.size, log.root))
        entries.append(Entry(packet_id, sequence, manifest, receipt, freed=True))
    return Book("ST-1", STATION.verifier, CENTRE.verifier, entries, Link(COUNT, previous), heads)


BOOK = made_book()


def faults(book):
    log, audit = LogBook(), Audit()
    audit_book(book, log, audit)
    return audit.gaps + audit.breaks + audit.receipts_wrong + len(log.contradictions())


def test_the_book_itself_is_sound():
    assert faults(BOOK) == 0


def flipped(data, bit):
    changed = bytearray(data)
    changed[bit // 8 % len(changed)] ^= 1 << bit % 8
    return bytes(changed)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, COUNT - 1), st.sampled_from(["manifest", "receipt", "packet_id"]), st.integers(0, 8 * 3000)
)
def test_one_flipped_bit_is_found(place, part, bit):
    entries = list(BOOK.entries)
    entries[place] = replace(entries[place], **{part: flipped(getattr(entries[place], part), bit)})
    assert faults(replace(BOOK, entries=entries)) > 0


@settings(max_examples=60, deadline=None)
@given(st.integers(0, COUNT - 1), st.sampled_from(["line", "receipt", "number"]))
def test_one_deletion_is_found(place, what):
    entries = list(BOOK.entries)
    if what == "line":
        del entries[place]
    elif what == "receipt":
        entries[place] = replace(entries[place], receipt=None)
    else:
        entries[place] = replace(entries[place], sequence=entries[place].sequence + COUNT)
    assert faults(replace(BOOK, entries=entries)) > 0


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, COUNT - 1),
    st.integers(0, COUNT - 1),
    st.sampled_from(
        [("manifest",), ("receipt",), ("manifest", "packet_id"), ("manifest", "packet_id", "receipt")]
    ),
)
def test_two_that_changed_places_are_found(one, other, parts):
    assume(one != other)
    entries = list(BOOK.entries)
    first, second = entries[one], entries[other]
    entries[one] = replace(first, **{part: getattr(second, part) for part in parts})
    entries[other] = replace(second, **{part: getattr(first, part) for part in parts})
    assert faults(replace(BOOK, entries=entries)) > 0


@settings(max_examples=100, deadline=None)
@given(st.integers(0, COUNT - 1), st.integers(0, 8 * 32 - 1))
def test_a_head_with_one_flipped_bit_is_found(place, bit):
    heads = list(BOOK.heads)
    heads[place] = (heads[place][0], flipped(heads[place][1], bit))
    assert faults(replace(BOOK, heads=heads)) > 0


def proof_at(leaves, index):
    """A receipt over the whole of a log; only its place in the log matters here."""
    return Receipt(
        packet_id=bytes(32), station="X", sequence=1, received_at=0, copies=2, test_read=True, log_index=index,
        log_size=len(leaves), log_root=tree.root(leaves), proof=tree.inclusion_proof(leaves, index), centre="c",
    )  # fmt: skip


class At:
    """A receipt whose leaf is taken from the log instead of from its packet."""

    def __init__(self, leaves, index):
        receipt = proof_at(leaves, index)
        self.leaf = leaves[index]
        self.log_index, self.log_size = index, len(leaves)
        self.log_root, self.proof = receipt.log_root, receipt.proof


def leaves_of(seed, count):
    return [tree.leaf_hash(f"{seed} {place}".encode()) for place in range(count)]


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 70), st.data())
def test_receipts_of_one_history_never_contradict(count, data):
    leaves, log = leaves_of("one", count), LogBook()
    for _ in range(10):
        size = data.draw(st.integers(1, count))
        assert log.note_receipt(At(leaves[:size], data.draw(st.integers(0, size - 1))))
        assert log.note_head(size, tree.root(leaves[:size]))
    assert log.contradictions() == frozenset()


@settings(max_examples=150, deadline=None)
@given(st.integers(2, 70), st.data())
def test_two_histories_of_one_size_contradict(size, data):
    """Whatever two stations were shown: the same size with another leaf in it has another root."""
    leaves = leaves_of("one", size)
    fork = list(leaves)
    fork[data.draw(st.integers(0, size - 1))] = tree.leaf_hash(b"another")
    log = LogBook()
    log.note_receipt(At(leaves, data.draw(st.integers(0, size - 1))))
    log.note_receipt(At(fork, data.draw(st.integers(0, size - 1))))
    assert log.contradictions() == frozenset({size})


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 60), st.data())
def test_a_rewritten_past_contradicts_the_receipts_that_covered_it(size, data):
    """One station has the receipt of every leaf; another gets the next receipt of a log with another past."""
    leaves = leaves_of("one", size)
    fork = [*leaves, tree.leaf_hash(b"next")]
    fork[data.draw(st.integers(0, size - 1))] = tree.leaf_hash(b"another")
    log = LogBook()
    for place in range(size):
        assert log.note_receipt(At(leaves[: place + 1], place))
    assert not log.note_receipt(At(fork, size))
    assert log.contradictions() == frozenset({size + 1})
