"""The Merkle log against the published vectors of certificate transparency and RFC 9162 section 2.1.5."""

from hashlib import sha256

import pytest

from rekam.packet.merkle import (
    EMPTY_ROOT,
    Peaks,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root,
    verify_consistency,
    verify_inclusion,
)

DATA = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
LEAVES = [leaf_hash(bytes.fromhex(data)) for data in DATA]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
FIRST_FOUR = ROOTS[3]
FIFTH_AND_SIXTH = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
SEVENTH = "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f"
SEVENTH_AND_EIGHTH = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
SECOND = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
THIRD_AND_FOURTH = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
LAST_FOUR = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
FIFTH = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"


def spelled(proof: tuple[bytes, ...]) -> list[str]:
    return [step.hex() for step in proof]


def test_the_empty_log_has_the_hash_of_nothing() -> None:
    assert root([]) == EMPTY_ROOT == Peaks().root == sha256(b"").digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_the_published_ones(size: int) -> None:
    assert root(LEAVES[:size]).hex() == ROOTS[size - 1]


@pytest.mark.parametrize(
    ("index", "size", "proof"),
    [
        (0, 1, []),
        (0, 8, [SECOND, THIRD_AND_FOURTH, LAST_FOUR]),
        (5, 8, [FIFTH, SEVENTH_AND_EIGHTH, FIRST_FOUR]),
        (2, 3, [ROOTS[1]]),
        (1, 5, [ROOTS[0], THIRD_AND_FOURTH, FIFTH]),
    ],
)
def test_inclusion_proofs_are_the_published_ones(index: int, size: int, proof: list[str]) -> None:
    assert spelled(inclusion_proof(LEAVES[:size], index)) == proof
    steps = [bytes.fromhex(step) for step in proof]
    assert verify_inclusion(LEAVES[index], index, size, steps, bytes.fromhex(ROOTS[size - 1]))


@pytest.mark.parametrize(
    ("old", "size", "proof"),
    [
        (1, 1, []),
        (1, 8, [SECOND, THIRD_AND_FOURTH, LAST_FOUR]),
        (6, 8, [FIFTH_AND_SIXTH, SEVENTH_AND_EIGHTH, FIRST_FOUR]),
        (2, 5, [THIRD_AND_FOURTH, FIFTH]),
        (6, 7, [FIFTH_AND_SIXTH, SEVENTH, FIRST_FOUR]),
    ],
)
def test_consistency_proofs_are_the_published_ones(old: int, size: int, proof: list[str]) -> None:
    assert spelled(consistency_proof(LEAVES[:size], old)) == proof
    heads = [bytes.fromhex(ROOTS[n - 1]) for n in (old, size)]
    assert verify_consistency(old, heads[0], size, heads[1], [bytes.fromhex(step) for step in proof])


def test_the_example_tree_of_rfc_9162() -> None:
    # Section 2.1.5: seven leaves a-f and j; g = (a b), h = (c d), i = (e f), k = (g h), l = (i j).
    a, b, c, d, e, f, j = LEAVES[:7]
    g, h, i = node_hash(a, b), node_hash(c, d), node_hash(e, f)
    k = node_hash(g, h)
    whole = node_hash(k, node_hash(i, j))
    leaves = LEAVES[:7]
    assert root(leaves) == whole
    assert inclusion_proof(leaves, 0) == (b, h, node_hash(i, j))
    assert inclusion_proof(leaves, 3) == (c, g, node_hash(i, j))
    assert inclusion_proof(leaves, 4) == (f, j, k)
    assert inclusion_proof(leaves, 6) == (i, k)
    assert consistency_proof(leaves, 3) == (c, d, g, node_hash(i, j))
    assert consistency_proof(leaves, 4) == (node_hash(i, j),)
    assert consistency_proof(leaves, 6) == (i, j, k)


def test_a_wrong_word_about_inclusion_is_refused() -> None:
    head, proof = root(LEAVES), inclusion_proof(LEAVES, 5)
    leaf, zeros = LEAVES[5], bytes(32)
    assert verify_inclusion(leaf, 5, 8, proof, head)
    assert not verify_inclusion(zeros, 5, 8, proof, head)
    assert not verify_inclusion(leaf, 5, 8, proof, zeros)
    for index in (-1, 0, 4, 6, 7, 8, 13):
        assert not verify_inclusion(leaf, index, 8, proof, head)
    for size in (0, 4, 5, 6, 16):
        assert not verify_inclusion(leaf, 5, size, proof, head)
    for other in ((), proof[:-1], (*proof, zeros), (zeros, *proof), proof[::-1], (*proof, head)):
        assert not verify_inclusion(leaf, 5, 8, other, head)


def test_a_wrong_word_about_consistency_is_refused() -> None:
    old_head, head, proof = root(LEAVES[:6]), root(LEAVES), consistency_proof(LEAVES, 6)
    zeros = bytes(32)
    assert verify_consistency(6, old_head, 8, head, proof)
    assert not verify_consistency(6, zeros, 8, head, proof)
    assert not verify_consistency(6, old_head, 8, zeros, proof)
    assert not verify_consistency(6, head, 8, old_head, proof)
    for old in (-1, 0, 5, 7, 8, 9):
        assert not verify_consistency(old, old_head, 8, head, proof)
    for size in (4, 6, 16):
        assert not verify_consistency(6, old_head, size, head, proof)
    for other in ((), proof[:-1], (*proof, zeros), (old_head, *proof), (proof[0], *proof)):
        assert not verify_consistency(6, old_head, 8, head, other)
    assert not verify_consistency(8, zeros, 8, head, ())


def test_every_log_continues_the_empty_one() -> None:
    assert verify_consistency(0, EMPTY_ROOT, 8, root(LEAVES), ())
    assert not verify_consistency(0, bytes(32), 8, root(LEAVES), ())


def test_peaks_that_do_not_fit_the_size_are_refused() -> None:
    with pytest.raises(ValueError, match="2 peaks for a log of 1 leaves"):
        Peaks(1, (bytes(32), bytes(32)))
