"""How a device says it is; by itself, so that whoever names it does not load the client."""

from enum import Enum


class DeviceStatus(Enum):
    """Status words of SBI."""

    READY = "Ready"
    BUSY = "Busy"
    NOT_READY = "Not Ready"
    NOT_REGISTERED = "Not Registered"
