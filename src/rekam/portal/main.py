"""The portal's process, as the command line starts it."""

import logging
import os
from pathlib import Path

from rekam.edge.clock import now
from rekam.edge.packed import gazetteer
from rekam.edge.store.centre import CentreStore
from rekam.edge.store.postgres import open_database, open_server
from rekam.edge.wire.serving import serve
from rekam.portal.app import build_portal

DATABASE = "rekam"


def run_portal(folder: Path, port: int) -> int:
    """Serve until the process is told to end.

    Args:
        folder: The centre's folder, where no REKAM_DATABASE is set.
        port: Where.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    server = open_server(folder / "postgres", os.environ)
    try:
        url = server.database(DATABASE) if server.embedded is not None else server.url
        database = open_database(url, size=4)
        try:
            serve(build_portal(CentreStore(database), gazetteer(), now), port)
        finally:
            database.close()
    finally:
        server.close()
    return 0
