"""Simulated devices: a finger slap scanner, an iris scanner and a face camera behind MOSIP SBI 0.9.5."""

from rekam.edge.device.simulator.chart_subject import ChartSubject
from rekam.edge.device.simulator.drawn_subject import DrawnSubject
from rekam.edge.device.simulator.key import DeviceKey
from rekam.edge.device.simulator.server import DeviceSimulator
from rekam.edge.device.simulator.setting import Settings, Sitter
from rekam.edge.device.simulator.wrong import WrongAnswer

__all__ = [
    "ChartSubject",
    "DeviceKey",
    "DeviceSimulator",
    "DrawnSubject",
    "Settings",
    "Sitter",
    "WrongAnswer",
]
