"""What the regency office puts on a laptop to make it a station."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from rekam.account import Account
from rekam.edge.key import DraftKeys, KeyFolder, export_public
from rekam.edge.store.station import StationStore, TimeBook
from rekam.person.biodata import Biodata
from rekam.problem import Problem
from rekam.station.recovery_secret import share_recovery_secret
from rekam.station.sibling.papers import SharedOffice, check_office

SIGNER = "station"
CENTRE = "centre"
RECIPIENT = "recipient"
"""Names in the station's key folder: its own signing key, the centre's public signing key, and
``recipient.0``, ``recipient.1`` ... the public keys that recordings are sealed to."""


class Provisioning(msgspec.Struct, frozen=True):
    """One station's papers.

    Attributes:
        station: Id of the station, as manifests name it.
        region: Dotted code of its kecamatan.
        place: Where it stands, in words for paper and pages.
        zone: ``WIB``, ``WITA`` or ``WIT``.
        centre_url: Address of the centre.
        ask_at: Where a resident asks: address of the portal or a telephone number.
        centre_key: The centre's public signing key.
        recipients: Public sealing keys of the centre and of the recovery safe.
        accounts: Who may sign in.
        update_root: First root of the centre's signed updates; empty = the station takes none.
        office: The other stations of its office; ``None`` = it stands alone and listens to nobody.
    """

    station: str
    region: str
    place: str
    centre_url: str
    ask_at: str
    centre_key: bytes
    recipients: tuple[bytes, ...]
    accounts: tuple[Account, ...]
    zone: str = "WIB"
    update_root: bytes = b""
    office: SharedOffice | None = None


def encode_provisioning(provisioning: Provisioning) -> bytes:
    """The file that the office hands over (JSON)."""
    return msgspec.json.encode(provisioning)


def decode_provisioning(content: bytes) -> Provisioning:
    """The papers from the file.

    Raises:
        Problem: ``station.provisioning_unreadable``.
    """
    try:
        return msgspec.json.decode(content, type=Provisioning)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Problem("station.provisioning_unreadable", reason=str(error)[:120]) from error


def provision(folder: Path, papers: Provisioning, *, at: int) -> bytes:
    """Makes a folder a station, or renews its papers; keys that exist stay.

    Args:
        folder: The station's state folder; no station may be running in it.
        papers: Its papers.
        at: Unix time.

    Returns:
        The station's public signing key, which the centre has to know.

    Raises:
        Problem: ``station.already_running``, ``station.provisioning_unreadable``, ``packet.key_exists`` when the centre's key differs from the kept one.
    """
    if papers.office is not None:
        check_office(papers.office)
    store = StationStore(folder, DraftKeys(folder / "drafts"))
    try:
        keys = KeyFolder(folder / "keys")
        signer = keys.signer(SIGNER) if keys.has_signer(SIGNER) else keys.create_signer(SIGNER)
        keys.import_public(CENTRE, papers.centre_key)
        for place, recipient in enumerate(papers.recipients):
            keys.import_public(f"{RECIPIENT}.{place}", recipient)
        if papers.update_root:
            from rekam.edge.trust import StationUpdates

            StationUpdates(folder / "updates", lambda: at).trust(papers.update_root)
        with store.database.write():
            store.settings.write("provisioning", msgspec.structs.replace(papers, accounts=()))
            store.accounts.put(papers.accounts)
            store.journal.write(at, "station", "provisioned", papers.station)
            TimeBook(store.database).trust_at_least(at)
            share_recovery_secret(store, papers.recipients, station=papers.station, at=at)
        return export_public(signer.verifier)
    finally:
        store.close()


def load_roster(folder: Path, version: str, residents: Iterable[Biodata], *, at: int) -> int:
    """Puts a roster into a station that is not running.

    Returns:
        Residents taken.

    Raises:
        Problem: ``station.already_running``.
    """
    store = StationStore(folder, DraftKeys(folder / "drafts"))
    try:
        return store.roster.load(version, residents, at=at)
    finally:
        store.close()
