"""STOMP 1.2 (stomp.github.io): the line to a message broker such as ActiveMQ, and a small broker for tests."""

from rekam.edge.wire.stomp.frame import Frame, FrameReader
from rekam.edge.wire.stomp.line import StompLine

__all__ = ["Frame", "FrameReader", "StompLine"]
