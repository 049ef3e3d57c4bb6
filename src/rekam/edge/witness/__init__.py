"""Audits of what a station, a courier's disk or an office holds, without asking the centre."""

from rekam.edge.witness.report import audit_folder, kind_of

__all__ = ["audit_folder", "kind_of"]
