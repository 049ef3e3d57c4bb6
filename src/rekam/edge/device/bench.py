import dataclasses
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from uuid import uuid4

import httpx

from rekam.biometric import Modality
from rekam.biometric.sample import Place
from rekam.edge.clock import now_seconds
from rekam.edge.device.answer import Asked, read_answer
from rekam.edge.device.captured import Captured
from rekam.edge.device.info import DeviceInfo, read_discovery, read_info
from rekam.edge.device.moment import written
from rekam.edge.device.parameters import (
    ANSWER_MARGIN_S,
    CAPTURE_TIMEOUT_S,
    INFO_TIMEOUT_S,
    PROBE_S,
    REQUESTED_QUALITY,
)
from rekam.edge.device.port import HOST, open_ports
from rekam.edge.device.preview import first_frame
from rekam.edge.device.reply import ask
from rekam.edge.device.sbi import ANY_TYPE, REGISTRATION, SPEC_VERSION, TYPE, sub_id_for, sub_type
from rekam.edge.device.status import DeviceStatus
from rekam.edge.device.token import EMPTY_HASH, TokenReader
from rekam.edge.device.trust import Trust
from rekam.problem import Problem

_WORKERS = 8
"""Ports asked at once; a station has three to five services."""


def _now() -> datetime:
    return datetime.fromtimestamp(now_seconds(), UTC)


class DeviceBench:
    """The devices of one station, over MOSIP SBI 0.9.5.

    Safe to use from several threads; a device that is busy says so.

    Args:
        ports: Where to look on 127.0.0.1; ``parameters.PORTS`` by the specification.
        client: HTTP client. Must not follow proxies: devices are on this machine (``httpx.Client(trust_env=False)``).
        trusted: Which device certificates are believed, see ``trust.py``.
        environment: ``env`` of the protocol: ``Staging``, ``Developer``, ``Pre-Production`` or ``Production``.
        now: The station's clock, with zone.
        new_transaction: Makes transaction ids, 4-50 letters, digits and hyphens.
    """

    def __init__(
        self,
        ports: Iterable[int],
        client: httpx.Client,
        trusted: Trust,
        *,
        environment: str = "Developer",
        now: Callable[[], datetime] = _now,
        new_transaction: Callable[[], str] = lambda: str(uuid4()),
    ) -> None:
        self._client = client
        self._trusted = trusted
        self._ports = tuple(ports)
        self._environment = environment
        self._now = now
        self._new_transaction = new_transaction
        self._known: tuple[DeviceInfo, ...] = ()

    def discover(self) -> tuple[DeviceInfo, ...]:
        """Asks all ports at once who is there; strange answers are left out. Not signed: for finding only."""
        with ThreadPoolExecutor(_WORKERS, "discover") as pool:
            found = pool.map(self._discover_port, open_ports(self._ports, PROBE_S))
            self._known = tuple(device for devices in found for device in devices)
        return self._known

    def info(self) -> tuple[DeviceInfo, ...]:
        """The signed state of every device; what is wrong with one stands in its ``problem``.

        A service whose answer cannot be believed appears with the devices that discovery named and that problem.
        """
        known = self.discover()
        ports = sorted({int(device.url.rpartition(":")[2]) for device in known})
        with ThreadPoolExecutor(_WORKERS, "info") as pool:
            answers = list(pool.map(self._info_port, ports))
        told: list[DeviceInfo] = []
        for port, answer in zip(ports, answers, strict=True):
            if isinstance(answer, Problem):
                url = f"http://{HOST}:{port}"
                told += [_with_problem(device, answer) for device in known if device.url == url]
            else:
                told += answer
        return tuple(told)

    def capture(
        self,
        modality: Modality,
        places: Sequence[Place] = (None,),
        *,
        exceptions: Iterable[Place] = (),
        timeout_s: float = CAPTURE_TIMEOUT_S,
        requested_quality: int = REQUESTED_QUALITY,
        device_id: str | None = None,
    ) -> tuple[Captured, ...]:
        """Captures what one sub-device shows at once: a slap, the thumbs, one or both eyes, the face.

        Args:
            modality: What to capture.
            places: Fingers of one slap, or eyes; leave out for the face.
            exceptions: Those of ``places`` that cannot be taken; the device is told and nothing is asked of them.
            timeout_s: How long the device may look, seconds.
            requested_quality: Score 0-100 at which the device may release by itself.
            device_id: A certain device; else the first ready one.

        Returns:
            One item a place in the order of ``places``, without the exceptions; empty if all are exceptions.

        Raises:
            Problem: ``device.*`` or ``biometric.*``; nothing was captured.
            ValueError: If no sub-device shows ``places`` at once.
        """
        sub_id = sub_id_for(modality, places)
        excepted = [sub_type(place) for place in exceptions]
        wanted = [place for place in places if place is None or sub_type(place) not in excepted]
        if not wanted:
            return ()
        device = self._device(modality, device_id)
        transaction = self._new_transaction()
        request = {
            "env": self._environment,
            "purpose": REGISTRATION,
            "specVersion": SPEC_VERSION,
            "timeout": str(round(timeout_s * 1000)),
            "captureTime": written(self._now()),
            "transactionId": transaction,
            "bio": [
                {
                    "type": TYPE[modality],
                    "count": str(len(wanted)),
                    "bioSubType": [word for word in map(sub_type, wanted) if word],
                    "exception": [word for word in map(sub_type, places) if word and word in excepted],
                    "requestedScore": str(requested_quality),
                    "deviceId": device.device_id,
                    "deviceSubId": sub_id,
                    "previousHash": EMPTY_HASH,
                }
            ],
            "customOpts": None,
        }
        try:
            answer = ask(
                self._client, "RCAPTURE", f"{device.url}/capture", request,
                label=device.label, timeout_s=timeout_s + ANSWER_MARGIN_S,
            )  # fmt: skip
        except Problem as problem:
            if problem.code == "device.not_found":  # unplugged since: look again next time
                self._known = ()
            raise
        reader = TokenReader(device.device_id, device.label, self._trusted, self._now())
        return read_answer(answer, Asked(device, wanted, transaction, self._environment, reader))

    def preview(
        self, modality: Modality, places: Sequence[Place] = (None,), *, timeout_s: float = INFO_TIMEOUT_S
    ) -> bytes:
        """One JPEG frame of what the device sees now, for the page that waits for a capture.

        Raises:
            Problem: ``device.*``.
        """
        device = self._device(modality, None)
        request = {
            "deviceId": device.device_id,
            "deviceSubId": sub_id_for(modality, places),
            "timeout": str(round(timeout_s * 1000)),
        }
        return first_frame(
            self._client, f"{device.url}/stream", request, label=device.label, timeout_s=timeout_s
        )

    def _device(self, modality: Modality, device_id: str | None) -> DeviceInfo:
        for known in (self._known, None):
            fitting = [
                device
                for device in (self.discover() if known is None else known)
                if device.modality is modality and device_id in (None, device.device_id)
            ]
            # one that is not ready is still asked: its refusal says why
            if fitting:
                return min(fitting, key=lambda device: device.status is not DeviceStatus.READY)
        raise Problem("device.not_found")

    def _discover_port(self, port: int) -> list[DeviceInfo]:
        url = f"http://{HOST}:{port}/device"
        try:
            answer = ask(
                self._client, "MOSIPDISC", url, {"type": ANY_TYPE}, label=str(port), timeout_s=INFO_TIMEOUT_S
            )
        except Problem:  # any program may hold a port of this range; one that is no device is not an obstacle
            return []
        return read_discovery(answer, port, self._now())

    def _info_port(self, port: int) -> list[DeviceInfo] | Problem:
        url = f"http://{HOST}:{port}/info"
        try:
            answer = ask(
                self._client, "MOSIPDINFO", url, {}, label=f"{HOST}:{port}", timeout_s=INFO_TIMEOUT_S
            )
            return read_info(answer, port, self._trusted, self._now())
        except Problem as problem:
            return problem


def _with_problem(device: DeviceInfo, problem: Problem) -> DeviceInfo:
    return dataclasses.replace(device, problem=problem)
