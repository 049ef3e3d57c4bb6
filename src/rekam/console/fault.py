"""``rekam fault``."""

from pathlib import Path

from cyclopts import App

from rekam.console.output import tell

fault = App(name="fault", help="Kills, power cuts, bad disks, bad lines, bad clocks: what is lost?")


@fault.command(name="run")
def fault_run(
    case: str,
    *,
    trials: int | None = None,
    seed: int = 2017,
    control: str = "",
    load: int = 0,
    folder: Path | None = None,
    json: bool = False,
) -> int:
    """Run one case of the fault matrix; ends with 0 only if nothing was lost, doubled or unexplained.

    Parameters
    ----------
    case
        kill, gallery-kill, every-crash-point, power-cut, lost-writes, disk-full, io-error, bit-rot, disk-scan, clock, replay,
        chunks, long-cut, lines, restore or tamper.
    trials
        How many; a small number if not given.
    seed
        The same seed gives the same trials.
    control
        Switch a protection off, to see that the case notices.
    load
        Work within a trial where a case has a choice (long-cut: recordings of a station a day, 60 if not given; lines:
        stations on each kind of line at once, 1 if not given).
    folder
        Where to work, on the disk to be tested; a temporary folder if not given.
    """
    from rekam.fault.main import run_fault

    outcome = run_fault(case, trials=trials, seed=seed, control=control, folder=folder, quiet=json, load=load)
    tell(outcome.as_json(), json=json)
    return 0 if outcome.sound else 1
