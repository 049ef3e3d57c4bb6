"""Signed software, reference data and rules for stations, after The Update Framework (TUF 1.0)."""

from rekam.edge.trust.offer import Kind, Offer
from rekam.edge.trust.repository import UpdateRepository
from rekam.edge.trust.source import FolderSource, LineSource
from rekam.edge.trust.station_updates import StationUpdates

__all__ = ["FolderSource", "Kind", "LineSource", "Offer", "StationUpdates", "UpdateRepository"]
