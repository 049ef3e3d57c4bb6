"""Connections: the mechanism of cutting and restoring, the case around it, lines and outages."""

from rekam.centre.connection.act import add, settle
from rekam.centre.connection.case import open_case, read_case
from rekam.centre.connection.cost import cost_of
from rekam.centre.connection.decide import (
    confirm_cut,
    confirm_restoration,
    cut_in_emergency,
    end_emergency,
    end_lapsed,
)
from rekam.centre.connection.letter import send_letter
from rekam.centre.connection.mechanism import release_disputed, release_restored, restore, suspend
from rekam.centre.connection.observed import LINE_ACTS, keep_line
from rekam.centre.connection.outage import report_outage, settle_outage
from rekam.centre.connection.retell import Told, retell

__all__ = [
    "LINE_ACTS",
    "Told",
    "add",
    "confirm_cut",
    "confirm_restoration",
    "cost_of",
    "cut_in_emergency",
    "end_emergency",
    "end_lapsed",
    "keep_line",
    "open_case",
    "read_case",
    "release_disputed",
    "release_restored",
    "report_outage",
    "restore",
    "retell",
    "send_letter",
    "settle",
    "settle_outage",
    "suspend",
]
