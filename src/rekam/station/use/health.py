"""Health of the devices: what was seen of them, and faults that an operator reports."""

from collections.abc import Sequence

from rekam.account import Account, Act, require
from rekam.biometric import Modality
from rekam.edge.device.captured import Captured
from rekam.edge.device.info import DeviceInfo
from rekam.edge.store.station import JournalLine
from rekam.edge.store.station.captures import CaptureScore
from rekam.edge.store.station.power import Power
from rekam.operations.fleet import Drift, drift
from rekam.operations.fleet.parameters import DRIFT_BASELINE, DRIFT_RECENT
from rekam.person.absence import REMARK_CHARACTERS_MOST
from rekam.problem import Problem
from rekam.recording import item_of
from rekam.station.station import Station
from rekam.station.use.day import DEVICE_DOWN, DEVICE_UP

NEEDED = (Modality.FACE, Modality.FINGER, Modality.IRIS)
"""Devices without which something has to be excepted."""
LABEL_CHARACTERS_MOST = 200
"""Of a device's own name in a report."""
_SEEN, _MAINS = "devices_seen", "mains_seen"


def note_devices(station: Station, devices: Sequence[DeviceInfo]) -> None:
    """Writes into the journal what changed since the devices were last looked at; the first look tells the state."""
    usable = {device.modality for device in devices if device.problem is None}
    now = {kind.value: kind in usable for kind in NEEDED}
    before = station.store.settings.read(_SEEN, dict[str, bool]) or {}
    if now == before:
        return
    problems = {device.modality: device.problem.code for device in devices if device.problem is not None}
    with station.store.database.write():
        for kind in NEEDED:
            if now[kind.value] != before.get(kind.value, True):
                act = DEVICE_UP if now[kind.value] else DEVICE_DOWN
                code = problems.get(kind, "" if now[kind.value] else "device.not_found")
                station.store.journal.write(
                    station.now(), "station", act, kind.value, component=kind.value, problem=code
                )
        station.store.settings.write(_SEEN, now)


def note_power(station: Station, power: Power) -> None:
    """Writes into the journal when the mains went or came, as far as the laptop tells it."""
    before = station.store.settings.read(_MAINS, bool)
    if power.on_mains is None or power.on_mains == before:
        return
    with station.store.database.write():
        # The first look is no change, unless it finds the battery in use.
        if before is not None or not power.on_mains:
            act = "mains_back" if power.on_mains else "mains_lost"
            station.store.journal.write(station.now(), "station", act, battery=power.battery_percent)
        station.store.settings.write(_MAINS, power.on_mains)


def note_captures(
    station: Station, given: Sequence[Captured], qualities: Sequence[int], took_ms: int, at: int
) -> None:
    """Keeps how long a capture took and how good each item was; joins the transaction around it."""
    for one, quality in zip(given, qualities, strict=True):
        item = item_of(one.modality, one.place).value
        station.store.captures.add(
            CaptureScore(at, one.device_label, one.modality.value, item, took_ms, quality)
        )


def drifts(station: Station) -> list[tuple[str, Drift]]:
    """Fingerprint scanners with enough captures for a judgement, each with its mean quality now and as usual."""
    captures, found = station.store.captures, []
    for device, modality in captures.devices():
        if modality == Modality.FINGER.value:
            judged = drift(captures.qualities(device, modality, DRIFT_RECENT + DRIFT_BASELINE))
            if judged is not None:
                found.append((device, judged))
    return found


def report_fault(station: Station, account: Account | None, component: str, remark: str) -> None:
    """One tap: the fault goes to the fleet's ledger with the next delivery.

    Args:
        station: The station.
        account: Who reports.
        component: Value of a `Modality`.
        remark: What the operator saw; may be empty.

    Raises:
        Problem: ``station.component_unknown``, ``station.remark_too_long`` or the account's.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    if component not in {modality.value for modality in Modality}:
        raise Problem("station.component_unknown")
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in remark).split())
    if len(text) > REMARK_CHARACTERS_MOST:
        raise Problem("station.remark_too_long", limit=REMARK_CHARACTERS_MOST)
    found = [device for device in station.bench.info() if device.modality.value == component]
    label = found[0].label[:LABEL_CHARACTERS_MOST] if found else ""
    problem = found[0].problem.code if found and found[0].problem else ("" if found else "device.not_found")
    station.store.journal.write(
        station.now(), operator.name, "device_fault", component,
        component=component, label=label, problem=problem, remark=text,
    )  # fmt: skip


def faults(station: Station, limit: int = 20) -> list[JournalLine]:
    """Faults reported here, newest first."""
    return station.store.journal.of("device_fault", limit)
