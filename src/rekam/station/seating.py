"""In a demonstration nobody sits before the devices: the resident begun with is seated by the simulator."""

import logging
from collections.abc import Callable

import httpx

from rekam.biometric.drawn import body_of
from rekam.person.biodata import Biodata

log = logging.getLogger("rekam.station")


def seat_at(simulator: str) -> Callable[[Biodata], None]:
    """What a station does when a recording begins, for the simulator at an address.

    A simulator that does not answer is told to the log; the step that needs a device says so to the operator.
    """

    def seat(biodata: Biodata) -> None:
        sitter = {
            "person": body_of(biodata.nik),
            "sex": biodata.sex,
            "birth_year": biodata.birth_date.year,
            "missing": [],
        }
        try:
            httpx.post(f"{simulator}/_simulator", json=sitter, timeout=3, trust_env=False).raise_for_status()
        except httpx.HTTPError as error:
            log.warning("nobody could be seated before the simulated devices: %s", error)

    return seat
