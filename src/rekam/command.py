"""The command line ``rekam``. Bad input ends with exit code 2 and one line; ``--json`` prints one object only."""

import os
import sys
from datetime import date
from pathlib import Path

from cyclopts import App, CycloptsError

from rekam.console.abis import abis
from rekam.console.audit import audit
from rekam.console.bench import bench
from rekam.console.courier import courier
from rekam.console.fault import fault
from rekam.console.output import print_json
from rekam.console.report import report
from rekam.console.statement import statement
from rekam.console.update import update
from rekam.problem import Problem

BAD_INPUT = 2
INTERRUPTED = 130

app = App(
    name="rekam",
    help="Records people for KTP-el, from the sub-district station to the card in hand.",
    version_flags=["--version"],
)
for group in (abis, audit, fault, bench, courier, statement, update, report):
    app.command(group)


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
    day: str = "2017-10-17",
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
    day
        Day on which the clock of the demo begins, with the ledgers of that October; "now" for the machine's own.
    """
    if not 0.0005 <= scale <= 1.0:
        raise Problem("command.bad_option", option="--scale", reason="0.0005 … 1")
    if people < 8:
        raise Problem("command.bad_option", option="--people", reason="8 …")
    if not once:
        from rekam.demo.stay import stay

        return stay(scale=scale, seed=seed, folder=folder, port=port, day=_day(day))
    from rekam.demo.play import play

    report = play(scale=scale, seed=seed, people=people, fingers=fingers, folder=folder)
    if json:
        print_json(report.as_json())
    else:
        sys.stdout.write(report.as_text())
    return 0 if report.sound else 1


def _day(text: str) -> date | None:
    try:
        return None if text == "now" else date.fromisoformat(text)
    except ValueError:
        raise Problem("command.bad_option", option="--day", reason="2017-10-17, now") from None


@app.command
def centre(
    *, folder: Path, port: int = 8401, certificate: Path | None = None, certificate_key: Path | None = None
) -> int:
    """Run the centre: intake, pages and API. REKAM_DATABASE points at a real PostgreSQL.

    Parameters
    ----------
    folder
        Its state folder.
    port
        Where it listens, on this machine only.
    certificate
        TLS certificate, PEM; without one it speaks plain HTTP, for a proxy with TLS on the same machine.
    certificate_key
        Its key, PEM.
    """
    from rekam.centre.main import run_centre

    return run_centre(folder, port, certificate, certificate_key)


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
