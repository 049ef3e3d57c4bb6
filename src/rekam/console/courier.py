"""``rekam courier``."""

from pathlib import Path

from cyclopts import App

from rekam.console.output import tell
from rekam.problem import Problem

courier = App(name="courier", help="Sealed packets and receipts on a removable disk.")


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
    tell(report, json=json)
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
    tell(report, json=json)
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
    tell(report, json=json)
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
    tell(report, json=json)
    return 0 if not report["unread"] else 1
