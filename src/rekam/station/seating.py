"""In a demonstration nobody sits before the devices: the resident begun with is seated by the simulator."""

from collections.abc import Callable

import httpx

from rekam.biometric.drawn import body_of
from rekam.person.biodata import Biodata


def seat_at(simulator: str) -> Callable[[Biodata], None]:
    """What a station does when a recording begins, for the simulator at an address.

    Raises (when called):
        httpx.HTTPError: If the simulator does not answer; the wizard then shows no live picture.
    """

    def seat(biodata: Biodata) -> None:
        sitter = {
            "person": body_of(biodata.nik),
            "sex": biodata.sex,
            "birth_year": biodata.birth_date.year,
            "missing": [],
        }
        httpx.post(f"{simulator}/_simulator", json=sitter, timeout=3, trust_env=False).raise_for_status()

    return seat
