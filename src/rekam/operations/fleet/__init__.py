"""Stations and their devices as the fleet's ledger sees them."""

from rekam.operations.fleet.downtime import Change, lost_seconds, overlap
from rekam.operations.fleet.drift import Drift, drift
from rekam.operations.fleet.fault import FaultReport, read_fault

__all__ = ["Change", "Drift", "FaultReport", "drift", "lost_seconds", "overlap", "read_fault"]
