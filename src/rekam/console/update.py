"""``rekam update``."""

import sys
from pathlib import Path

from cyclopts import App

update = App(name="update", help="Signed software, reference data and rules for stations.")


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
