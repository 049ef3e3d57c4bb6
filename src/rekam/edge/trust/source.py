"""Where a station gets signed files from: the line, or a disk. What they bring is believed by its signatures only."""

from collections.abc import Iterator
from pathlib import Path

import httpx
from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient import FetcherInterface

_BLOCK = 1 << 16
_MISSING = 404


class FolderSource(FetcherInterface):
    """A folder as the centre publishes it, on a disk that somebody brought.

    Args:
        folder: Holds ``metadata`` and ``targets``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = (self._folder / url).resolve()
        if not path.is_relative_to(self._folder):
            raise DownloadError(url)
        if not path.is_file():
            raise DownloadHTTPError(url, _MISSING)
        return _blocks(path)


class LineSource(FetcherInterface):
    """The centre over the line.

    Args:
        http: See `rekam.edge.wire.line_client.line_client`.
        url: Address of the published folder, with a slash at its end.
    """

    def __init__(self, http: httpx.Client, url: str) -> None:
        self._http = http
        self._url = url

    def _fetch(self, url: str) -> Iterator[bytes]:
        try:
            with self._http.stream("GET", self._url + url) as response:
                if response.status_code != httpx.codes.OK:
                    raise DownloadHTTPError(url, response.status_code)
                yield from response.iter_bytes(_BLOCK)
        except httpx.HTTPError as error:
            raise DownloadError(url) from error


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block
