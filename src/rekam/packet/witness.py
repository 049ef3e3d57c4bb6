"""What a witness knows of the centre's log from receipts and heads alone, and whether it all fits one history.

A complete subtree of an append-only log never changes again. Every inclusion proof names such subtrees, so two
proofs of different histories contradict each other wherever they speak of the same one; no new word of the
centre is needed to see it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rekam.packet.merkle import EMPTY_ROOT, node_hash
from rekam.packet.receipt import Receipt


@dataclass(frozen=True, slots=True, order=True)
class Subtree:
    """The leaves ``place * 2**level`` up to the next multiple."""

    level: int
    place: int


@dataclass(slots=True)
class LogBook:
    """Everything that was seen of one log.

    Attributes:
        heads: Root by size, as first seen.
        subtrees: Hash of each complete subtree that a proof named, as first seen.
        forked: Sizes of heads that contradict something seen before.
    """

    heads: dict[int, bytes] = field(default_factory=lambda: {0: EMPTY_ROOT})
    subtrees: dict[Subtree, bytes] = field(default_factory=dict)
    forked: set[int] = field(default_factory=set)

    def note_head(self, size: int, root: bytes) -> bool:
        """A head of the log; whether it fits what was seen so far."""
        fits = self.heads.setdefault(size, root) == root
        known = self._known_root(size)
        if not fits or (known is not None and known != root):
            self.forked.add(size)
            return False
        return True

    def note_receipt(self, receipt: Receipt) -> bool:
        """A receipt whose proof was checked; whether it fits what was seen so far."""
        fits = True
        for subtree, found in proved_subtrees(
            receipt.leaf, receipt.log_index, receipt.log_size, receipt.proof
        ):
            if not self._note(subtree, found):
                self.forked.add(receipt.log_size)
                fits = False
        return self.note_head(receipt.log_size, receipt.log_root) and fits

    def contradictions(self) -> frozenset[int]:
        """Sizes of heads that cannot belong to one history, after everything was noted."""
        for size, root in self.heads.items():
            known = self._known_root(size)
            if known is not None and known != root:
                self.forked.add(size)
        return frozenset(self.forked)

    def _note(self, subtree: Subtree, found: bytes) -> bool:
        """Keeps a hash and what follows from it upwards; whether all of it fits."""
        while True:
            if subtree in self.subtrees:
                return self.subtrees[subtree] == found
            self.subtrees[subtree] = found
            other = self.subtrees.get(Subtree(subtree.level, subtree.place ^ 1))
            if other is None:
                return True
            found = node_hash(other, found) if subtree.place & 1 else node_hash(found, other)
            subtree = Subtree(subtree.level + 1, subtree.place >> 1)

    def _known_root(self, size: int) -> bytes | None:
        """Root of a log of this size from the subtrees that are known; ``None`` when one of them is not."""
        if size == 0:
            return EMPTY_ROOT
        peaks = [self.subtrees.get(peak) for peak in peaks_of(size)]
        found = peaks.pop()
        while peaks and found is not None:
            left = peaks.pop()
            found = node_hash(left, found) if left is not None else None
        return found


def peaks_of(size: int) -> Sequence[Subtree]:
    """The complete subtrees that a log of ``size`` leaves consists of, largest first."""
    peaks, start = [], 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            peaks.append(Subtree(level, start >> level))
            start += 1 << level
    return peaks


def proved_subtrees(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes]
) -> Iterator[tuple[Subtree, bytes]]:
    """The complete subtrees that a valid inclusion proof names or implies.

    Args:
        leaf: Leaf hash.
        index: Its place.
        size: Leaves of the log.
        proof: As `merkle.verify_inclusion` takes it; it was checked.
    """
    level, node, last, found = 0, index, size - 1, leaf
    yield Subtree(0, index), leaf
    for step in proof:
        if node & 1 or node == last:
            # At the right edge the path skips levels without a sibling.
            while not node & 1 and node:
                node, last, level = node >> 1, last >> 1, level + 1
            sibling = Subtree(level, node - 1)
            yield sibling, step
            found = node_hash(step, found)
        else:
            sibling = Subtree(level, node + 1)
            if _complete(sibling, size):
                yield sibling, step
            found = node_hash(found, step)
        node, last, level = node >> 1, last >> 1, level + 1
        if _complete(Subtree(level, node), size):
            yield Subtree(level, node), found


def _complete(subtree: Subtree, size: int) -> bool:
    return (subtree.place + 1) << subtree.level <= size
