"""What a command prints: one JSON object, or a line for each value."""

import json as json_text
import sys
from collections.abc import Mapping


def print_json(report: Mapping[str, object]) -> None:
    """One object on standard output and nothing else."""
    sys.stdout.write(json_text.dumps(report, ensure_ascii=False, indent=None, sort_keys=False) + "\n")


def note(words: str) -> None:
    """How far long work is: on standard error, so that a report stays alone on standard output."""
    sys.stderr.write(words + "\n")


def tell(report: Mapping[str, object], *, json: bool) -> None:
    """The report as scripts or as people read it."""
    if json:
        print_json(report)
        return
    for key, value in report.items():
        sys.stdout.write(f"{key}: {value}\n")
