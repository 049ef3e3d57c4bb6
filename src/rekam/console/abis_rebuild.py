"""``rekam abis rebuild``."""

from pathlib import Path

from rekam.console.output import tell
from rekam.problem import Problem


def rebuild_gallery(folder: Path, *, json: bool) -> int:
    """Makes the gallery files of a centre anew from its database; from then on its workers search there.

    Raises:
        Problem: ``command.file_not_found``, ``abis.gallery_files_in_use`` while a worker has them, and what
            opening the centre can say.
    """
    from rekam.centre.main import rebuild_gallery_files

    if not (folder / "keys").is_dir():
        raise Problem("command.file_not_found", path=str(folder))
    tell(rebuild_gallery_files(folder), json=json)
    return 0
