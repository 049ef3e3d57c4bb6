"""The process whose memory and times `rekam bench station` measures: a station that serves and records."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter, time

import httpx
import msgspec

from rekam.biometric import Modality
from rekam.biometric.sample import Place
from rekam.edge.device.captured import Captured
from rekam.edge.device.info import DeviceInfo
from rekam.edge.wire.serving import Serving
from rekam.recording import Item, Step, may_go_on
from rekam.station import StationConfig, StationOperator, open_station
from rekam.station.app import station_app
from rekam.station.bench import Bench
from rekam.station.judge import Judge, Judgement
from rekam.station.memory import spare
from rekam.station.opening import device_bench

OPERATOR = "rina"
SIGNATURE = "signature.png"
"""File beside the station's folder: this process draws nothing, so that its memory is that of a station."""
_BODIES = 4
"""Bodies that sit down in turn: drawing is slow and is not what is measured."""
_ATTEMPTS = 3


class Sat(msgspec.Struct):
    """What the process measured: resident and peak bytes, milliseconds by capture, bytes by packet."""

    rss: int
    peak: int
    step_ms: list[float]
    durable_ms: list[float]
    sizes: list[int]


class _Answered:
    """The devices; knows when they last answered."""

    def __init__(self, bench: Bench) -> None:
        self._bench, self.at = bench, 0.0

    def discover(self) -> tuple[DeviceInfo, ...]:
        """As the devices say."""
        return self._bench.discover()

    def info(self) -> tuple[DeviceInfo, ...]:
        """As the devices say."""
        return self._bench.info()

    def capture(
        self,
        modality: Modality,
        places: Sequence[Place] = (None,),
        *,
        exceptions: Iterable[Place] = (),
        timeout_s: float = 30.0,
    ) -> tuple[Captured, ...]:
        """As the devices say."""
        given = self._bench.capture(modality, places, exceptions=exceptions, timeout_s=timeout_s)
        self.at = perf_counter()
        return given

    def preview(self, modality: Modality, places: Sequence[Place] = (None,)) -> bytes:
        """As the devices say."""
        return self._bench.preview(modality, places)


class _Judged:
    """The judge; knows when the last picture was judged."""

    def __init__(self, judge: Judge) -> None:
        self._judge, self.at = judge, 0.0
        self.compares = judge.compares
        self.template = judge.template

    def judge(self, one: Captured, item: Item) -> Judgement:
        """As the judge says."""
        judgement = self._judge.judge(one, item)
        self.at = perf_counter()
        return judgement


def sit(folder: Path, device_port: int, niks: Sequence[str]) -> Sat:
    """Records every resident while the pages are served."""
    config = StationConfig(folder, device_ports=(device_port,), deliver_every_s=3600, loads_ahead=True)
    bench = _Answered(device_bench(config, time))
    station = open_station(config, bench=bench)
    judge = _Judged(station.judge)
    station.judge = judge
    account = station.store.accounts.find(OPERATOR)
    assert account is not None
    operator, picture = StationOperator(station, account.account), (folder.parent / SIGNATURE).read_bytes()
    step_ms, durable_ms = [], []
    simulator = f"http://127.0.0.1:{device_port}/_simulator"
    with Serving(station_app(station)) as served:
        for number, nik in enumerate(niks):
            sitter = {"person": 1 + number % _BODIES, "sex": "P", "birth_year": 1987, "missing": []}
            httpx.post(simulator, json=sitter, timeout=60, trust_env=False).raise_for_status()
            httpx.get(f"{served.url}/masuk", trust_env=False).raise_for_status()
            operator.begin(nik)
            operator.confirm(Step.BIODATA)
            for step in Step:
                if step is Step.SIGNATURE:
                    operator.sign(picture)
                elif step in {Step.BIODATA, Step.REVIEW}:
                    continue
                else:
                    for _ in range(_ATTEMPTS):
                        draft = operator.capture(step)
                        now = perf_counter()
                        step_ms.append((now - bench.at) * 1000)
                        durable_ms.append((now - judge.at) * 1000)
                        if may_go_on(draft, step):
                            break
                operator.confirm(step)
            operator.consent()
            operator.seal()
        rss, peak = _memory()
        sizes = [line.size for line in station.store.outbox.latest(len(niks))]
    return Sat(rss, peak, step_ms, durable_ms, sizes)


def _memory() -> tuple[int, int]:
    status = Path("/proc/self/status").read_text("ascii")
    lines = dict(line.split(":", 1) for line in status.splitlines())
    return tuple(int(lines[name].split()[0]) * 1024 for name in ("VmRSS", "VmHWM"))  # type: ignore[return-value]


if __name__ == "__main__":
    home, port, *residents = sys.argv[1:]
    spare()
    os.write(1, msgspec.json.encode(sit(Path(home), int(port), residents)))
