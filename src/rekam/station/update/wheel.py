"""A program package (wheel) unpacked beside the running one."""

import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath

from rekam.edge.store.durable_file import disk_problems, make_folder, sync_folder, write_durably
from rekam.problem import Problem
from rekam.station.update.bytecode import compile_all

UNPACKED_BYTES_MOST = 500_000_000
"""Bytes of a package when unpacked; ours has about 30 MB."""
_DONE = "unpacked"


def unpack(wheel: bytes, folder: Path, *, name: str) -> Path:
    """Unpacks a pure Python wheel whose signature was checked; harmless when it is there already.

    Args:
        wheel: The file.
        folder: Where versions stand, one folder each.
        name: Of the version's folder and for the problem.

    Returns:
        The folder to be put on Python's path.

    Raises:
        Problem: ``trust.wheel_unreadable``, ``delivery.no_space``, ``delivery.disk_failed``. A half-unpacked folder
            has no mark and is filled again.
    """
    target = folder / name
    if (target / _DONE).exists():
        return target
    try:
        with zipfile.ZipFile(BytesIO(wheel)) as package, disk_problems(target):
            members = _members(package, name)
            for member in members:
                path = target / member.filename
                make_folder(path.parent)
                write_durably(path, [package.read(member)])
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Problem("trust.wheel_unreadable", name=name) from error
    compile_all(target)
    with disk_problems(target):
        write_durably(target / _DONE, [b""])
        sync_folder(folder)
    return target


def _members(package: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    members = [member for member in package.infolist() if not member.is_dir()]
    paths = [PurePosixPath(member.filename) for member in members]
    inside = all(
        not path.is_absolute() and ".." not in path.parts and "\\" not in str(path) for path in paths
    )
    whole = any(path.parts[-1] == "METADATA" and path.parts[0].endswith(".dist-info") for path in paths)
    if not inside or not whole or sum(member.file_size for member in members) > UNPACKED_BYTES_MOST:
        raise Problem("trust.wheel_unreadable", name=name)
    return members
