"""The protocols of ``rekam abis evaluate``, each from a folder to its outcome."""

from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter

from rekam.abis.evaluation.report import Outcome
from rekam.problem import Problem


def evaluated(directory: Path, protocol: str, finder: str = "") -> Outcome:
    """The outcome of a protocol on a folder.

    Raises:
        Problem: ``command.bad_option`` for an unknown protocol, ``command.file_not_found`` for a missing folder,
            and what the protocol itself refuses.
    """
    if protocol not in PROTOCOLS:
        raise Problem("command.bad_option", option="--protocol", reason=", ".join(PROTOCOLS))
    if finder and protocol != "fvc":
        raise Problem("command.bad_option", option="--finder", reason="--protocol fvc")
    if not directory.is_dir():
        raise Problem("command.file_not_found", path=str(directory))
    return _fingers(directory, finder) if finder else PROTOCOLS[protocol](directory)


def _fingers(directory: Path, finder: str = "mindtct") -> Outcome:
    from rekam.abis.evaluation.report import finger_outcome
    from rekam.abis.finger.finder import FINDERS
    from rekam.edge.store.picture_folder import read_sets

    if finder not in FINDERS:
        raise Problem("command.bad_option", option="--finder", reason=", ".join(FINDERS))
    return finger_outcome(read_sets(directory), perf_counter, FINDERS[finder])


def _faces(directory: Path) -> Outcome:
    from rekam.edge.face.folder import face_outcome

    return face_outcome(directory, perf_counter)


def _irises(directory: Path) -> Outcome:
    from rekam.edge.store.iris_folder import iris_outcome

    return iris_outcome(directory, perf_counter)


PROTOCOLS: Mapping[str, Callable[[Path], Outcome]] = {"fvc": _fingers, "face": _faces, "iris": _irises}
