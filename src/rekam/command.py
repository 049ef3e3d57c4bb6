"""The command line ``rekam``. Bad input ends with exit code 2 and one line; ``--json`` prints one object only."""

import json as json_text
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from cyclopts import App, CycloptsError

from rekam.problem import Problem

BAD_INPUT = 2
INTERRUPTED = 130

app = App(
    name="rekam",
    help="Records people for KTP-el, from the sub-district station to the card in hand.",
    version_flags=["--version"],
)
abis = App(name="abis", help="The identification engine.")
audit = App(name="audit", help="The chains of logs and packets.")
fault = App(name="fault", help="Kills, power cuts, bad disks, bad lines, bad clocks: what is lost?")
bench = App(name="bench", help="Measurements beside the limits of the same machine in the same run.")
courier = App(name="courier", help="Sealed packets and receipts on a removable disk.")
update = App(name="update", help="Signed software, reference data and rules for stations.")
for group in (abis, audit, fault, bench, courier, update):
    app.command(group)


def _print_json(report: Mapping[str, object]) -> None:
    sys.stdout.write(json_text.dumps(report, ensure_ascii=False, indent=None, sort_keys=False) + "\n")


@app.command
def demo(
    *,
    once: bool = False,
    json: bool = False,
    scale: float = 0.01,
    seed: int = 2017,
    people: int = 30,
    fingers: Path | None = None,
    folder: Path | None = None,
    port: int = 8400,
) -> int:
    """Start centre, worker, one station and the portal for Jambi province, with everything embedded.

    Parameters
    ----------
    once
        Play the whole journey without a browser and end with a report.
    json
        Print the report as one JSON object and nothing else.
    scale
        Part of Jambi's 2,454,206 obliged residents to load, 0.001 to 1.
    seed
        The same seed gives the same residents and the same report, times apart.
    people
        Recordings of the scripted journey.
    fingers
        Folder of real fingerprints in FVC layout; used instead of drawn ones, never stored.
    folder
        Where the demo keeps its data; a temporary folder when it is not given with --once.
    port
        First of the ports on this machine.
    """
    from rekam.demo.play import play
    from rekam.demo.stay import stay

    if not 0.0005 <= scale <= 1.0:
        raise Problem("command.bad_option", option="--scale", reason="0.0005 … 1")
    if people < 8:
        raise Problem("command.bad_option", option="--people", reason="8 …")
    if not once:
        return stay(scale=scale, seed=seed, folder=folder, port=port)
    report = play(scale=scale, seed=seed, people=people, fingers=fingers, folder=folder)
    if json:
        _print_json(report.as_json())
    else:
        sys.stdout.write(report.as_text())
    return 0 if report.sound else 1


@app.command
def centre(*, folder: Path, port: int = 8401) -> int:
    """Run the centre: intake, pages and API. REKAM_DATABASE points at a real PostgreSQL."""
    from rekam.centre.main import run_centre

    return run_centre(folder, port)


@app.command
def worker(*, folder: Path) -> int:
    """Run one worker of the centre: opens, checks and de-duplicates what arrived."""
    from rekam.centre.main import run_worker

    return run_worker(folder)


@app.command
def station(*, folder: Path, port: int = 8402, device_port: int | None = None) -> int:
    """Run a station from its folder.

    Parameters
    ----------
    folder
        Its state folder, provisioned.
    port
        Where its pages are, on this machine only.
    device_port
        The one port of its devices; otherwise 4501 to 4510 are asked.
    """
    from rekam.station.main import run_station

    return run_station(folder, port, device_port)


@app.command
def portal(*, folder: Path, port: int = 8403) -> int:
    """Run the residents' portal."""
    from rekam.portal.main import run_portal

    return run_portal(folder, port)


@app.command(name="demo-cast", show=False)
def demo_cast(*, plan: Path) -> int:
    """Play the operator of the scripted journey (started by ``demo --once``)."""
    from rekam.demo.operator import play_operator

    return play_operator(plan)


@app.command
def devices(
    *, port: int = 4501, key: Path | None = None, fingers: Path | None = None, plan: Path | None = None
) -> int:
    """Run the simulated recording devices (MOSIP SBI 0.9.5).

    Parameters
    ----------
    port
        4501 to 4600.
    key
        File that keeps the devices' signing key between runs.
    fingers
        Folder of real fingerprints in FVC layout to show instead of drawn ones.
    plan
        Plan of a scripted journey: who comes next is drawn ahead.
    """
    from rekam.demo.devices import run_devices

    return run_devices(port, key, fingers, plan)


@abis.command
def evaluate(directory: Path, *, protocol: str = "fvc", json: bool = False) -> int:
    """Measure the engine's accuracy on a folder of images: EER, FNMR at FMR 1 % and 0.1 %, failures, times.

    Parameters
    ----------
    directory
        The images themselves (``101_1.tif``) or one folder a set.
    protocol
        ``fvc`` for fingerprints.
    """
    from rekam.edge.store.picture_folder import evaluate_folder

    if protocol != "fvc":
        raise Problem("command.bad_option", option="--protocol", reason="fvc")
    if not directory.is_dir():
        raise Problem("command.file_not_found", path=str(directory))
    from time import perf_counter

    report = evaluate_folder(directory, perf_counter)
    if json:
        _print_json(report)
        return 0
    for name, value in report.items():
        sys.stdout.write(f"{name}: {json_text.dumps(value)}\n")
    return 0


@audit.command
def verify(*, folder: Path, json: bool = False) -> int:
    """Check chains, receipts and log heads of a station, a courier's disk, an office's folder of them, or a centre.

    Only at the centre itself is the centre asked; everywhere else what it signed before has to hold by itself.
    """
    from rekam.edge.witness import audit_folder, kind_of

    if not folder.exists() or kind_of(folder) == "centre":
        from rekam.centre.main import verify_chains

        report = {"kind": "centre", **verify_chains(folder)}
    else:
        report = audit_folder(folder)
    if json:
        _print_json(report)
    else:
        for key, value in report.items():
            sys.stdout.write(f"{key}: {value}\n")
    return 0 if report["sound"] else 1


@courier.command(name="pack")
def courier_pack(*, folder: Path, disk: Path, json: bool = False) -> int:
    """Put sealed packets without a receipt on a courier's disk; the station keeps all of them.

    Parameters
    ----------
    folder
        The station's state folder; the station is not running (its own page does the same).
    disk
        Where the disk is mounted.
    """
    from rekam.station.courier.main import pack_disk

    report = pack_disk(folder, disk)
    _tell(report, json=json)
    return 0 if not (report["stopped"] or report["damaged"]) else 1


@courier.command(name="deliver")
def courier_deliver(
    *, disk: Path, folder: Path | None = None, url: str | None = None, json: bool = False
) -> int:
    """Deliver a courier's disk, at the centre itself or over a line; answers and receipts go back on the disk.

    Parameters
    ----------
    disk
        Where the disk is mounted.
    folder
        The centre's folder.
    url
        Address of the centre, where the disk is at an office with a line.
    """
    if (folder is None) == (url is None):
        raise Problem("command.bad_option", option="--folder", reason="--folder / --url")
    if folder is not None:
        from rekam.centre.main import take_over_disk

        report = take_over_disk(folder, disk)
    else:
        from rekam.edge.wire.line_door import deliver_over_line

        report = deliver_over_line(disk, url or "").as_json()
    _tell(report, json=json)
    return 0 if report["sound"] else 1


@courier.command(name="receipts")
def courier_receipts(*, folder: Path, disk: Path, json: bool = False) -> int:
    """Take receipts, statuses and changes of the roster back from a courier's disk into the station.

    Parameters
    ----------
    folder
        The station's state folder; the station is not running (its own page does the same).
    disk
        Where the disk is mounted.
    """
    from rekam.station.courier.main import take_disk

    report = take_disk(folder, disk)
    _tell(report, json=json)
    return 0 if not report["false"] else 1


@courier.command(name="relay")
def courier_relay(*, folder: Path, disk: Path, send: bool = False, json: bool = False) -> int:
    """Take a village kit's sealed packets off its disk to send them on, and give it the answers that came.

    Parameters
    ----------
    folder
        State folder of the office's station; the station is not running (its own page does the same).
    disk
        The kit's disk.
    send
        First hand over to the centre what is carried already.
    """
    from rekam.station.courier.main import relay_disk

    report = relay_disk(folder, disk, send=send)
    _tell(report, json=json)
    return 0 if not report["unread"] else 1


def _tell(report: Mapping[str, object], *, json: bool) -> None:
    if json:
        _print_json(report)
        return
    for key, value in report.items():
        sys.stdout.write(f"{key}: {value}\n")


@fault.command(name="run")
def fault_run(
    case: str,
    *,
    trials: int | None = None,
    seed: int = 2017,
    control: str = "",
    folder: Path | None = None,
    json: bool = False,
) -> int:
    """Run one case of the fault matrix; ends with 0 only if nothing was lost, doubled or unexplained.

    Parameters
    ----------
    case
        kill, every-crash-point, power-cut, lost-writes, disk-full, io-error, bit-rot, disk-scan, clock, replay,
        chunks, long-cut, lines, restore or tamper.
    trials
        How many; a small number if not given.
    seed
        The same seed gives the same trials.
    control
        Switch a protection off, to see that the case notices.
    folder
        Where to work, on the disk to be tested; a temporary folder if not given.
    """
    from rekam.fault.main import run_fault

    outcome = run_fault(case, trials=trials, seed=seed, control=control, folder=folder, quiet=json)
    if json:
        _print_json(outcome.as_json())
    else:
        for key, value in outcome.as_json().items():
            sys.stdout.write(f"{key}: {value}\n")
    return 0 if outcome.sound else 1


@update.command(name="begin")
def update_begin(*, folder: Path) -> int:
    """Make the keys and the first signed metadata at a centre; prints the file that stations are to be given.

    Parameters
    ----------
    folder
        The centre's folder.
    """
    from time import time

    from rekam.centre.updates import updates_of

    repository = updates_of(folder, lambda: int(time()))
    repository.begin()
    sys.stdout.write(f"{repository.public / 'metadata' / '1.root.json'}\n")
    return 0


@update.command(name="publish")
def update_publish(file: Path, *, folder: Path, kind: str, version: str) -> int:
    """Offer a file to every station.

    Parameters
    ----------
    file
        A wheel (software), reference data or rules.
    folder
        The centre's folder.
    kind
        software, reference or rules.
    version
        As people write it: 1.2.0.
    """
    from time import time

    from rekam.centre.updates import publish_file

    sys.stdout.write(f"{publish_file(folder, file, kind, version, lambda: int(time()))}\n")
    return 0


@update.command(name="renew")
def update_renew(*, folder: Path) -> int:
    """Sign the list again with a later end; to be done every month."""
    from time import time

    from rekam.centre.updates import updates_of

    updates_of(folder, lambda: int(time())).renew()
    return 0


@update.command(name="look")
def update_look(*, folder: Path, disk: Path) -> int:
    """Take updates from a disk into a station that is not running.

    Parameters
    ----------
    folder
        The station's folder.
    disk
        Holds a copy of the centre's folder updates/public.
    """
    from rekam.station.update.disk import look_at_disk

    for line in look_at_disk(folder, disk):
        sys.stdout.write(f"{line}\n")
    return 0


@bench.command(name="intake")
def bench_intake(
    *,
    packets: int = 100,
    size: int = 2_000_000,
    hands: int = 8,
    folder: Path | None = None,
    json: bool = False,
) -> int:
    """Packets a second that the centre makes durable, beside the bound of the same machine in the same run.

    Parameters
    ----------
    packets
        How many.
    size
        Bytes of one packet.
    hands
        Uploads that end at the same time.
    folder
        Where to work, on the disk to be measured; a temporary folder if not given.
    """
    from rekam.measure.intake import run_intake

    report = run_intake(folder, packets=packets, size=size, hands=hands).as_json()
    if json:
        _print_json(report)
    else:
        for key, value in report.items():
            sys.stdout.write(f"{key}: {value}\n")
    return 0


@bench.command(name="station")
def bench_station(
    *, recordings: int = 100, fingers: Path | None = None, folder: Path | None = None, json: bool = False
) -> int:
    """Memory, start, time to durable and size of a packet of a real station process with simulated devices.

    Parameters
    ----------
    recordings
        How many one process makes.
    fingers
        Folder of real fingerprints in FVC layout, ten fingers a set; drawn ones if not given.
    folder
        Where to work, on the disk to be measured; a temporary folder if not given.
    """
    from rekam.measure.station import run_station_measure

    report = run_station_measure(folder, recordings=recordings, fingers=fingers).as_json()
    if json:
        _print_json(report)
    else:
        for key, value in report.items():
            sys.stdout.write(f"{key}: {value}\n")
    return 0


def _one_line(error: CycloptsError) -> str:
    return " ".join(str(error).split())


def _told(problem: Problem) -> int:
    sys.stderr.write(f"rekam: {problem.say('id')} / {problem.say('en')} [{problem.code}]\n")
    return BAD_INPUT


def main(words: list[str] | None = None) -> None:
    """Entry of the command line; ends the process."""
    try:
        code = app(words, exit_on_error=False, print_error=False, result_action="return_value")
    except CycloptsError as error:
        sys.stderr.write(f"rekam: {_one_line(error)}\n")
        code = BAD_INPUT
    except Problem as problem:
        code = _told(problem)
    except OSError as error:
        if error.filename is None:
            raise
        code = _told(Problem("command.disk_refused", path=str(error.filename), reason=str(error.strerror)))
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.stdout.flush()
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    if os.environ.get("REKAM_PARENT"):
        from rekam.demo.orphan import end_with_parent

        end_with_parent()
    main()
