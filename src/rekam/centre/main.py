"""The centre's processes, as the command line starts them."""

import logging
import os
import secrets
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import msgspec

from rekam.centre.app import build_centre
from rekam.centre.centre import open_centre
from rekam.centre.courier import deliver_disk
from rekam.centre.monthly.at_console import import_file
from rekam.centre.nightly import nights
from rekam.centre.pages.desk import Hint
from rekam.centre.scrub import scrub
from rekam.centre.worker import run_worker as work
from rekam.edge.clock import now
from rekam.edge.packed import gazetteer
from rekam.edge.store.durable_file import write_durably
from rekam.edge.store.postgres import PostgresServer, open_server
from rekam.edge.wire.serving import Tls, serve

DATABASE = "rekam"
HINTS = "akun-percontohan.json"
"""Demonstration accounts, shown on the sign-in page where this file lies in the centre's folder."""


def run_centre(
    folder: Path, port: int, certificate: Path | None = None, certificate_key: Path | None = None
) -> int:
    """Serve until the process is told to end, over TLS where a certificate is given."""
    tls = Tls(certificate, certificate_key or certificate) if certificate else None
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    server, url = _database(folder)
    try:
        with open_centre(folder, url, now=now) as centre:
            app = build_centre(
                centre, folder, gazetteer(), session_key=_session_key(folder), hints=_hints(folder)
            )
            serve(app, port, tls=tls)
    finally:
        server.close()
    return 0


def run_worker(folder: Path) -> int:
    """Work until the process is told to end."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    server, url = _database(folder)
    try:
        with nights(folder, url, now):
            work(folder, url)
    finally:
        server.close()
    return 0


def verify_chains(folder: Path) -> dict[str, object]:
    """What a check of audit, log, chains and counters finds; ``sound`` says it in a word."""
    server, url = _database(folder)
    try:
        with open_centre(folder, url, now=now) as centre:
            audit = centre.store.audit.verify()
            misfits = centre.store.packets.misfits("")
            gaps = centre.store.packets.gaps("")
            miscounted = centre.store.packets.miscounted()
            differences = centre.store.coverage.differences()
            log_wrong = centre.store.log.first_wrong()
            leaves = centre.store.log.head().size
    finally:
        server.close()
    return {
        "audit_lines": audit.lines,
        "audit_first_wrong": audit.first_wrong,
        "log_leaves": leaves,
        "log_first_wrong": log_wrong,
        "chain_misfits": len(misfits),
        "chain_gaps": len(gaps),
        "stations_miscounted": len(miscounted),
        "coverage_differences": len(differences),
        "sound": audit.first_wrong is None
        and log_wrong is None
        and not misfits
        and not gaps
        and not miscounted
        and not differences,
    }


def read_copies(folder: Path, *, refill: bool, told: Callable[[int], None]) -> dict[str, object]:
    """Reads every copy of every body at the centre of a folder, which may be running meanwhile, and mends.

    Args:
        folder: The centre's folder.
        refill: See :func:`rekam.centre.scrub.scrub`.
        told: Gets how many bodies were read so far.

    Raises:
        Problem: As there, and what opening the centre can say.
    """
    server, url = _database(folder)
    try:
        with open_centre(folder, url, now=now) as centre:
            return asdict(scrub(centre, refill=refill, told=lambda found: told(found.read)))
    finally:
        server.close()


def take_over_disk(folder: Path, disk: Path) -> dict[str, object]:
    """Takes over a courier's disk at the centre of a folder, which may be running meanwhile.

    Raises:
        Problem: ``courier.disk_*``, and what opening the centre can say.
    """
    server, url = _database(folder)
    try:
        with open_centre(folder, url, now=now) as centre:
            return deliver_disk(centre, disk).as_json()
    finally:
        server.close()


def import_figures(
    folder: Path, file: Path, *, territory: str, month: str, source: str, load: bool
) -> dict[str, object]:
    """Checks a file of figures at the centre of a folder, which may be running meanwhile, and loads it if wanted.

    Raises:
        Problem: ``report.*``, and what opening the centre can say.
    """
    server, url = _database(folder)
    try:
        with open_centre(folder, url, now=now) as centre:
            return import_file(
                centre, gazetteer(), file, territory=territory, month=month, source=source, load=load
            )
    finally:
        server.close()


def rebuild_gallery_files(folder: Path) -> dict[str, object]:
    """Makes the gallery on disk anew from the register of a centre's folder; its worker must not be running.

    Raises:
        Problem: ``abis.gallery_files_in_use``, and what opening the centre can say.
    """
    from rekam.centre.pipeline.kept_gallery import FOLDER, rebuilt

    server, url = _database(folder)
    try:
        with open_centre(folder, url, now=now) as centre:
            return rebuilt(folder / FOLDER, centre.store.templates)
    finally:
        server.close()


def _database(folder: Path) -> tuple[PostgresServer, str]:
    server = open_server(folder / "postgres", os.environ)
    return server, server.database(DATABASE) if server.embedded is not None else server.url


def _session_key(folder: Path) -> str:
    """The key of the sign-in cookie, kept so that a restart signs nobody out."""
    path = folder / "keys" / "session"
    if not path.exists():
        write_durably(path, [secrets.token_urlsafe(48).encode()])
        path.chmod(0o600)
    return path.read_text()


def _hints(folder: Path) -> tuple[Hint, ...]:
    path = folder / HINTS
    return msgspec.json.decode(path.read_bytes(), type=tuple[Hint, ...]) if path.exists() else ()
