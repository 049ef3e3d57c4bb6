from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from rekam.biometric import Modality
from rekam.edge.device.moment import written
from rekam.edge.device.port import HOST
from rekam.edge.device.sbi import (
    BUSY,
    NOT_READY,
    NOT_REGISTERED,
    REGISTRATION,
    SPEC_VERSION,
    SUB_ID,
    SUCCESS,
    TECHNICAL_ERROR,
    TYPE,
    error,
)
from rekam.edge.device.simulator.key import TokenWriter
from rekam.edge.device.simulator.setting import KINDS, Kind, Settings
from rekam.edge.device.token import unpadded

_SUB_TYPE: dict[Modality, str] = {
    Modality.FINGER: "Slap",
    Modality.IRIS: "Double",
    Modality.FACE: "Full face",
}
_ENVIRONMENT = "Developer"


@dataclass(frozen=True, slots=True)
class SimulatedDevice:
    """One device of the simulator.

    Attributes:
        modality: What it captures.
        port: Where its service listens.
        at_work: Held while it captures.
    """

    modality: Modality
    port: int
    at_work: Lock = field(default_factory=Lock, compare=False)

    @property
    def kind(self) -> Kind:
        """Its SBI type."""
        return KINDS[list(TYPE).index(self.modality)]

    @property
    def device_id(self) -> str:
        """Internal id."""
        return f"SIM-{self.kind.upper()}-{self.port}"

    @property
    def code(self) -> str:
        """Device code, a UUID as the specification wants it."""
        return str(uuid5(NAMESPACE_URL, f"rekam-simulator/{self.device_id}"))

    def state(self, settings: Settings) -> tuple[str, str]:
        """Status word and error code (``"0"`` = none)."""
        if self.kind in settings.broken:
            return "Not Ready", TECHNICAL_ERROR
        status = settings.status[self.kind]
        if status == "Ready" and self.at_work.locked():
            status = "Busy"
        codes = {"Ready": SUCCESS, "Busy": BUSY, "Not Ready": NOT_READY, "Not Registered": NOT_REGISTERED}
        return status, codes[status]

    def digital_id(self, now: datetime) -> dict[str, str]:
        """Who made it."""
        return {
            "serialNo": f"{self.port:08d}{KINDS.index(self.kind) + 1:04d}",
            "make": "Rekam",
            "model": f"SIM-{self.kind.upper()}",
            "type": self.kind,
            "deviceSubType": _SUB_TYPE[self.modality],
            "deviceProvider": "Rekam simulator",
            "deviceProviderId": "REKAM-SIM",
            "dateTime": written(now),
        }

    def discovered(self, settings: Settings, now: datetime) -> dict[str, Any]:
        """Its item in the answer to ``MOSIPDISC``; only the status tells of trouble here."""
        return {
            "deviceId": self.device_id,
            "deviceStatus": self.state(settings)[0],
            "certification": "L0",
            "serviceVersion": SPEC_VERSION,
            "deviceSubId": list(SUB_ID[self.modality]),
            "callbackId": f"http://{HOST}:{self.port}",
            "digitalId": unpadded(msgspec.json.encode(self.digital_id(now))),
            "deviceCode": self.code,
            "specVersion": [SPEC_VERSION],
            "purpose": REGISTRATION,
            "error": error(SUCCESS),
        }

    def info(self, settings: Settings, now: datetime, writer: TokenWriter) -> dict[str, Any]:
        """Its item in the answer to ``MOSIPDINFO``; unsigned where it is not registered."""
        status, code = self.state(settings)
        registered = code != NOT_REGISTERED
        digital_id = self.digital_id(now)
        info = {
            "deviceStatus": status,
            "deviceId": self.device_id if registered else "",
            "firmware": SPEC_VERSION,
            "certification": "L0",
            "serviceVersion": SPEC_VERSION,
            "deviceSubId": list(SUB_ID[self.modality]),
            "callbackId": f"http://{HOST}:{self.port}",
            "digitalId": (
                writer.write(digital_id) if registered else unpadded(msgspec.json.encode(digital_id))
            ),
            "deviceCode": self.code if registered else "",
            "env": _ENVIRONMENT if registered else "None",
            "purpose": REGISTRATION if registered else "",
            "specVersion": [SPEC_VERSION],
        }
        token = writer.write(info) if registered else unpadded(msgspec.json.encode(info))
        return {"deviceInfo": token, "error": error(code)}
