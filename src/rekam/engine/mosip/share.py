"""MOSIP's data share: where the biometrics of a reference are fetched from."""

from collections.abc import Mapping
from typing import Protocol

from rekam.problem import Problem


class DataShare(Protocol):
    """Gives the CBEFF document behind a URL, opened."""

    def fetch(self, url: str) -> bytes:
        """The document.

        Raises:
            Problem: ``mosip.share_failed``, ``mosip.share_expired``, ``mosip.share_not_allowed``,
                ``mosip.share_too_large`` or ``mosip.not_opened``.
        """


class SimulatedShare:
    """Documents in memory.

    Attributes:
        documents: By URL; a `Problem` in the place of a document is raised.
        fetched: URLs asked for, in order.
    """

    def __init__(self, documents: Mapping[str, bytes | Problem] | None = None) -> None:
        self.documents = dict(documents or {})
        self.fetched: list[str] = []

    def fetch(self, url: str) -> bytes:
        """See `DataShare`."""
        self.fetched.append(url)
        found = self.documents.get(url)
        if found is None:
            raise Problem("mosip.share_failed", reason="404")
        if isinstance(found, Problem):
            raise found
        return found
