"""Every class of tampering by name: what a forger does, and the problem that refuses it."""

from rekam.fault.tampering.catalogue import CATALOGUE, Subject, refusal_of

__all__ = ["CATALOGUE", "Subject", "refusal_of"]
