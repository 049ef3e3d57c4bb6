"""Time that processes and their children spent on processors, from the kernel's own books."""

import os
from pathlib import Path

_PROC = Path("/proc")
_TICK_S = 1 / os.sysconf("SC_CLK_TCK")


def core_seconds(root: int) -> float:
    """Processor seconds of a process, of its living descendants and of the children that they waited for."""
    parents: dict[int, list[int]] = {}
    spent: dict[int, float] = {}
    for folder in _PROC.glob("[0-9]*"):
        try:
            # After the name, which may hold anything: state, parent, …; times are fields 14 to 17 (proc(5)).
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        process = int(folder.name)
        parents.setdefault(int(fields[1]), []).append(process)
        spent[process] = sum(map(int, fields[11:15])) * _TICK_S
    family, total = [root], 0.0
    while family:
        process = family.pop()
        total += spent.get(process, 0.0)
        family.extend(parents.get(process, ()))
    return total


def parent_of(process: int) -> int:
    """The process that started another."""
    return int((_PROC / str(process) / "stat").read_text().rpartition(")")[2].split()[1])
