"""Programs of the system that mount and make file systems."""

import shutil
import subprocess


def missing(*tools: str) -> list[str]:
    """Those of some programs that this machine does not have."""
    return [tool for tool in tools if shutil.which(tool) is None]


def complaint(tool: str, *words: str) -> str:
    """Runs a program to its end; empty = it succeeded, else the last thing it said."""
    program = shutil.which(tool) or tool
    done = subprocess.run([program, *words], capture_output=True, check=False)  # noqa: S603 - our own words
    if done.returncode == 0:
        return ""
    said = done.stderr.decode(errors="replace").strip().splitlines()
    return said[-1] if said else f"{tool}: {done.returncode}"
