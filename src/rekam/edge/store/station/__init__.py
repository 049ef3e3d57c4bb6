"""The station's SQLite store: roster, drafts, outbox and chain, accounts, journal."""

from rekam.edge.store.station.accounts import Accounts, KnownAccount
from rekam.edge.store.station.database import Database
from rekam.edge.store.station.drafts import DraftKeys, DraftLine, Drafts
from rekam.edge.store.station.heartbeat import Heartbeat, PowerGap
from rekam.edge.store.station.journal import Journal, JournalLine
from rekam.edge.store.station.line import LineState
from rekam.edge.store.station.outbox import Outbox, OutboxLine, StateCount
from rekam.edge.store.station.own_keys import OwnKeyBook, OwnKeyRow
from rekam.edge.store.station.policy import PolicyBook
from rekam.edge.store.station.recoveries import Recoveries, Recovery
from rekam.edge.store.station.roster import NOT_RECORDED, RECORDED, REFUSED, Resident, Roster
from rekam.edge.store.station.roster_delta import RosterDelta, decode_roster_delta, encode_roster_delta
from rekam.edge.store.station.settings import Settings
from rekam.edge.store.station.store import StationStore
from rekam.edge.store.station.trusted_time import KnownTime, TimeBook

__all__ = [
    "NOT_RECORDED",
    "RECORDED",
    "REFUSED",
    "Accounts",
    "Database",
    "DraftKeys",
    "DraftLine",
    "Drafts",
    "Heartbeat",
    "Journal",
    "JournalLine",
    "KnownAccount",
    "KnownTime",
    "LineState",
    "Outbox",
    "OutboxLine",
    "OwnKeyBook",
    "OwnKeyRow",
    "PolicyBook",
    "PowerGap",
    "Recoveries",
    "Recovery",
    "Resident",
    "Roster",
    "RosterDelta",
    "Settings",
    "StateCount",
    "StationStore",
    "TimeBook",
    "decode_roster_delta",
    "encode_roster_delta",
]
