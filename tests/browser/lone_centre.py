"""A centre by itself with the small register of the page tests: no station, no demo, up in seconds."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rekam.edge.store.postgres import PostgresServer, open_database, open_server
from rekam.edge.wire.serving import served

sys.path.append(str(Path(__file__).parents[1] / "engine"))

from pages_bed import PASSWORD, Founded, found, open_bed


@dataclass(frozen=True)
class LoneCentre:
    address: str
    bed: Founded


@contextmanager
def lone_centre(folder: Path) -> Iterator[LoneCentre]:
    """The centre of `pages_bed.found` behind a real port; ``bed.clock.seconds`` sets its time."""
    # The database runs as a user of its own, whom the folders of tests do not let in.
    with TemporaryDirectory(prefix="rekam-pg-") as data:
        server = open_server(Path(data) / "data", os.environ)
        try:
            yield from _centre(folder, server)
        finally:
            server.close()


def _centre(folder: Path, server: PostgresServer) -> Iterator[LoneCentre]:
    open_database(server.database("rekam_template")).close()
    with open_bed(folder, server, "rekam_template") as bed, served(bed.app) as address:
        yield LoneCentre(address, found(bed))


def sign_in(page, centre: LoneCentre, name: str) -> None:
    """Sign in as one of `pages_bed.PEOPLE`."""
    page.goto(f"{centre.address}/masuk")
    page.fill("input[name=nama]", name)
    page.fill("input[name=sandi]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/masuk" not in url)
