"""The centre's PostgreSQL: numbered schema, named statements, typed rows."""

from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.migrate import migrate
from rekam.edge.store.centre.store import CentreStore

__all__ = ["CentreStore", "Database", "migrate"]
