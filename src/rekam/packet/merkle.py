"""The append-only Merkle log of RFC 9162 section 2 (the tree of RFC 6962, SHA-256)."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

EMPTY_ROOT = sha256(b"").digest()
"""Root of a log without leaves."""


def leaf_hash(data: bytes) -> bytes:
    """Hash of one leaf."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node."""
    return sha256(b"\x01" + left + right).digest()


def _split(size: int) -> int:
    """The largest power of two below ``size`` (``size`` > 1)."""
    return 1 << ((size - 1).bit_length() - 1)


def root(leaves: Sequence[bytes]) -> bytes:
    """Root over leaf hashes."""
    if not leaves:
        return EMPTY_ROOT
    peaks = Peaks()
    for leaf in leaves:
        peaks = peaks.grow(leaf)
    return peaks.root


def inclusion_proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """The path from leaf ``index`` to the root (RFC 9162 section 2.1.3.1)."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    path: list[bytes] = []
    while len(leaves) > 1:
        half = _split(len(leaves))
        if index < half:
            path.append(root(leaves[half:]))
            leaves = leaves[:half]
        else:
            path.append(root(leaves[:half]))
            leaves, index = leaves[half:], index - half
    return tuple(reversed(path))


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], head: bytes) -> bool:
    """Whether ``leaf`` (a leaf hash) stands at ``index`` in the log of ``size`` leaves with root ``head``.

    RFC 9162 section 2.1.3.2.
    """
    if not 0 <= index < size:
        return False
    node, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if node & 1 or node == last:
            found = node_hash(step, found)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, step)
        node, last = node >> 1, last >> 1
    return last == 0 and found == head


def consistency_proof(leaves: Sequence[bytes], old_size: int) -> tuple[bytes, ...]:
    """Shows that the first ``old_size`` leaves are unchanged in the log of ``leaves`` (section 2.1.4.1)."""
    if not 0 < old_size <= len(leaves):
        raise IndexError(old_size)
    path: list[bytes] = []
    whole = True  # the old tree is a complete subtree of what is left: its root is known to the verifier
    while old_size != len(leaves):
        half = _split(len(leaves))
        if old_size <= half:
            path.append(root(leaves[half:]))
            leaves = leaves[:half]
        else:
            path.append(root(leaves[:half]))
            leaves, old_size, whole = leaves[half:], old_size - half, False
    if not whole:
        path.append(root(leaves))
    return tuple(reversed(path))


def verify_consistency(
    old_size: int, old_head: bytes, size: int, head: bytes, proof: Sequence[bytes]
) -> bool:
    """Whether the log of ``size`` leaves continues the one of ``old_size`` leaves (section 2.1.4.2).

    Every log continues the empty one.
    """
    if old_size == size:
        return old_head == head and not proof
    if old_size == 0:
        return old_head == EMPTY_ROOT and not proof
    if not 0 < old_size < size or not proof:
        return False
    node, last = old_size - 1, size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    steps = list(proof)
    old_found = new_found = steps.pop(0) if node else old_head
    for step in steps:
        if last == 0:
            return False
        if node & 1 or node == last:
            old_found, new_found = node_hash(step, old_found), node_hash(step, new_found)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            new_found = node_hash(new_found, step)
        node, last = node >> 1, last >> 1
    return last == 0 and old_found == old_head and new_found == head


@dataclass(frozen=True, slots=True)
class Peaks:
    """The right edge of a log: all that is needed to append and to prove the leaf appended last.

    Attributes:
        size: Number of leaves.
        hashes: Roots of the complete subtrees, largest first; one for each 1 in ``size``.
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        """Refuses peaks that do not fit the size (a damaged store)."""
        if self.size.bit_count() != len(self.hashes):
            message = f"{len(self.hashes)} peaks for a log of {self.size} leaves"
            raise ValueError(message)

    def grow(self, leaf: bytes) -> "Peaks":
        """The log with one more leaf hash."""
        hashes, top, size = list(self.hashes), leaf, self.size
        while size & 1:
            top, size = node_hash(hashes.pop(), top), size >> 1
        return Peaks(self.size + 1, (*hashes, top))

    @property
    def root(self) -> bytes:
        """Root of the log."""
        if not self.hashes:
            return EMPTY_ROOT
        *rest, found = self.hashes
        for peak in reversed(rest):
            found = node_hash(peak, found)
        return found

    def proof_of_next(self) -> tuple[bytes, ...]:
        """Inclusion proof of the next leaf in the log right after it is appended."""
        return tuple(reversed(self.hashes))
