"""Everything that the centre keeps, by subject."""

from rekam.edge.store.centre.absences import Absences
from rekam.edge.store.centre.accounts import Accounts
from rekam.edge.store.centre.audit import Audit
from rekam.edge.store.centre.birth import Births
from rekam.edge.store.centre.bodies import Bodies
from rekam.edge.store.centre.cards import Cards
from rekam.edge.store.centre.cases import Cases
from rekam.edge.store.centre.children import Children
from rekam.edge.store.centre.connection_cases import ConnectionCases
from rekam.edge.store.centre.contents import Contents
from rekam.edge.store.centre.counts import Counts
from rekam.edge.store.centre.coverage import Coverage
from rekam.edge.store.centre.cuts import Cuts
from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.directives import Directives
from rekam.edge.store.centre.figure_files import FigureFiles
from rekam.edge.store.centre.fleet import Fleet
from rekam.edge.store.centre.fleet_register import FleetRegister
from rekam.edge.store.centre.history import History
from rekam.edge.store.centre.journey import Journey
from rekam.edge.store.centre.ledger import Ledger
from rekam.edge.store.centre.lines import Lines
from rekam.edge.store.centre.log import Log
from rekam.edge.store.centre.loss_reports import LossReports
from rekam.edge.store.centre.meetings import Meetings
from rekam.edge.store.centre.obstacles import Obstacles
from rekam.edge.store.centre.offices import Offices
from rekam.edge.store.centre.officials import Officials
from rekam.edge.store.centre.packets import Packets
from rekam.edge.store.centre.people import People
from rekam.edge.store.centre.power import Power
from rekam.edge.store.centre.report_duties import ReportDuties
from rekam.edge.store.centre.reports import Reports
from rekam.edge.store.centre.scrub_rounds import ScrubRounds
from rekam.edge.store.centre.statements_published import PublishedStatements
from rekam.edge.store.centre.stations import Stations
from rekam.edge.store.centre.targets import Targets
from rekam.edge.store.centre.templates import Templates
from rekam.edge.store.centre.village_status import VillageStatus


class CentreStore:
    """The centre's store. Reading is here, by subject; writing is in functions that take a transaction.

    Args:
        database: Open connections to a migrated database.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.people = People(database)
        self.coverage = Coverage(database)
        self.counts = Counts(database)
        self.cuts = Cuts(database)
        self.history = History(database)
        self.targets = Targets(database)
        self.stations = Stations(database)
        self.connection_cases = ConnectionCases(database)
        self.lines = Lines(database)
        self.packets = Packets(database)
        self.bodies = Bodies(database)
        self.scrub_rounds = ScrubRounds(database)
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
        self.births = Births(database)
        self.children = Children(database)
        self.village_status = VillageStatus(database)
        self.fleet = Fleet(database)
        self.device_register = FleetRegister(database)
        self.obstacles = Obstacles(database)
        self.loss_reports = LossReports(database)
        self.power = Power(database)
        self.officials = Officials(database)
        self.offices = Offices(database)
        self.directives = Directives(database)
        self.meetings = Meetings(database)
        self.reports = Reports(database)
        self.report_duties = ReportDuties(database)
        self.figure_files = FigureFiles(database)
        self.published_statements = PublishedStatements(database)
