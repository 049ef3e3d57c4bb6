"""One embedded PostgreSQL for the whole run, one fresh database a test."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from centre_world import World, open_world

from rekam.edge.store.centre import CentreStore, Database
from rekam.edge.store.postgres import PostgresServer, open_database, open_server


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    with tempfile.TemporaryDirectory(prefix="rekam-pg-") as folder:
        server = open_server(Path(folder) / "data", os.environ)
        try:
            yield server
        finally:
            server.close()


@pytest.fixture(scope="session")
def migrated(postgres: PostgresServer) -> Iterator[str]:
    """Name of a migrated database that others are copied from."""
    name = f"rekam_template_{os.getpid()}"
    open_database(postgres.database(name)).close()
    yield name
    postgres.drop(name)


@pytest.fixture
def database_url(postgres: PostgresServer, migrated: str) -> Iterator[str]:
    """A migrated, empty database of its own."""
    name = f"rekam_{uuid4().hex[:12]}"
    yield postgres.database(name, template=migrated)
    postgres.drop(name)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with Database(database_url) as database:
        yield database


@pytest.fixture
def centre_store(database: Database) -> CentreStore:
    return CentreStore(database)


@pytest.fixture
def world(tmp_path: Path, database_url: str) -> Iterator[World]:
    """An open, empty centre."""
    with open_world(tmp_path, database_url) as world:
        yield world
