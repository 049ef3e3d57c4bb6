"""Everything that the centre keeps, by subject."""

from rekam.edge.store.centre.absences import Absences
from rekam.edge.store.centre.accounts import Accounts
from rekam.edge.store.centre.audit import Audit
from rekam.edge.store.centre.cards import Cards
from rekam.edge.store.centre.cases import Cases
from rekam.edge.store.centre.contents import Contents
from rekam.edge.store.centre.coverage import Coverage
from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.fleet import Fleet
from rekam.edge.store.centre.journey import Journey
from rekam.edge.store.centre.ledger import Ledger
from rekam.edge.store.centre.log import Log
from rekam.edge.store.centre.packets import Packets
from rekam.edge.store.centre.people import People
from rekam.edge.store.centre.stations import Stations
from rekam.edge.store.centre.templates import Templates


class CentreStore:
    """The centre's store. Reading is here, by subject; writing is in functions that take a transaction.

    Args:
        database: Open connections to a migrated database.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.people = People(database)
        self.coverage = Coverage(database)
        self.stations = Stations(database)
        self.packets = Packets(database)
        self.ledger = Ledger(database)
        self.journey = Journey(database)
        self.log = Log(database)
        self.contents = Contents(database)
        self.templates = Templates(database)
        self.cases = Cases(database)
        self.cards = Cards(database)
        self.accounts = Accounts(database)
        self.audit = Audit(database)
        self.absences = Absences(database)
        self.fleet = Fleet(database)
