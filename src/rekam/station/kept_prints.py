"""Templates of the prints of open drafts, in memory only: what a capture is compared with."""

from collections import OrderedDict
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

from rekam.biometric import FingerPosition, Modality, Sample
from rekam.problem import Problem
from rekam.recording import Draft, Item
from rekam.station.judge import Judge

if TYPE_CHECKING:
    from rekam.abis import FingerTemplate

MOST = 64
"""Templates held: six drafts at once, under 100 kB."""


class KeptPrints:
    """Templates by the digest of the picture that they come from; after a restart they are read again from it.

    Args:
        judge: Reads prints.
    """

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._lock = Lock()
        self._held: OrderedDict[bytes, FingerTemplate | None] = OrderedDict()

    def keep(self, content: bytes, template: "FingerTemplate | None") -> None:
        """Holds the template of a picture."""
        with self._lock:
            self._held[sha256(content).digest()] = template
            while len(self._held) > MOST:
                self._held.popitem(last=False)

    def of(self, draft: Draft, *, without: frozenset[Item] = frozenset()) -> "dict[Item, FingerTemplate]":
        """Templates of the fingers that the draft holds; what cannot be read is left out."""
        found = {}
        for item in Item:
            best = draft.of(item).best
            if item.modality is Modality.FINGER and item not in without and best is not None:
                template = self.one(best)
                if template is not None:
                    found[item] = template
        return found

    def one(self, sample: Sample) -> "FingerTemplate | None":
        """Template of one kept print; ``None`` if it cannot be read."""
        key = sha256(sample.content).digest()
        with self._lock:
            if key in self._held:
                return self._held[key]
        template = self._read(sample)
        self.keep(sample.content, template)
        return template

    def forget(self) -> None:
        """Nothing of a resident stays once their recording is sealed or deleted; others are read again."""
        with self._lock:
            self._held.clear()

    def _read(self, sample: Sample) -> "FingerTemplate | None":
        if not isinstance(sample.place, FingerPosition):
            return None
        from rekam.biometric.picture import decode_wsq  # the codecs are loaded with the first print

        try:
            image = decode_wsq(sample.content, sample.place)
        except Problem:  # its picture stays in the recording; it only cannot be compared
            return None
        return self._judge.template(image)
