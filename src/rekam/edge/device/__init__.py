"""Devices: the MOSIP SBI 0.9.5 client, and in ``simulator/`` the devices themselves."""

from rekam.edge.device.bench import DeviceBench
from rekam.edge.device.captured import Captured
from rekam.edge.device.info import DeviceInfo, DeviceStatus
from rekam.edge.device.subject import Subject
from rekam.edge.device.trust import first_use, only

__all__ = ["Captured", "DeviceBench", "DeviceInfo", "DeviceStatus", "Subject", "first_use", "only"]
