"""``rekam abis serve`` and ``rekam abis token``."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rekam.problem import Problem

if TYPE_CHECKING:
    from rekam.abis.face.describer import FaceDescriber


def serve_osia(
    folder: Path,
    port: int,
    *,
    host: str,
    issuer_key: Path | None,
    audience: str | None,
    callback_hosts: Sequence[str],
    without_token: bool,
) -> int:
    """Serves the engine until it is told to end.

    Raises:
        Problem: ``command.port_in_use``, ``command.bad_option``, ``engine.already_running`` and what the folder or
            the key refuse.
    """
    from rekam.edge.key.bearer import TokenKey
    from rekam.edge.wire.serving import LOOPBACK, serve
    from rekam.engine.osia.app import osia_app
    from rekam.engine.osia.callback import Callbacks
    from rekam.engine.osia.door import Door
    from rekam.engine.parameters import CLOCK_LEEWAY_S
    from rekam.engine.service import IdentificationService

    if without_token and (host != LOOPBACK or issuer_key is not None):
        raise Problem("command.bad_option", option="--without-token", reason=f"--host {LOOPBACK}")
    service = IdentificationService(folder, describer=_describer())
    try:
        key: TokenKey | None = None
        if issuer_key is not None:
            key = TokenKey.issuer(issuer_key, leeway_s=CLOCK_LEEWAY_S, audience=audience)
        elif not without_token:
            key = TokenKey.own(folder, leeway_s=CLOCK_LEEWAY_S)
        persons, encounters = service.count()
        sys.stdout.write(
            f"OSIA ABIS 1.6.0 · http://{host}:{port}/ · {persons} persons, {encounters} encounters"
            f"{' · faces compared' if service.describer is not None else ' · faces not compared (extra: face)'}"
            f"{' · NO TOKEN IS ASKED FOR' if key is None else ''}\n"
        )
        sys.stdout.flush()
        serve(osia_app(Door(service, key, Callbacks(tuple(callback_hosts)))), port, host=host)
    finally:
        service.close()
    return 0


def _describer() -> "FaceDescriber | None":
    """The describer of faces where the extra ``face`` is installed."""
    from importlib.util import find_spec

    if find_spec("dlib") is None:
        return None
    from rekam.edge.face.dlib_describer import DlibDescriber

    return DlibDescriber()


def print_token(folder: Path, client: str, scopes: Sequence[str], lifetime_s: int) -> int:
    """Prints a token of the engine's own key.

    Raises:
        Problem: ``command.bad_option`` for a scope that the contract does not know.
    """
    from rekam.edge.clock import now
    from rekam.edge.key.bearer import TokenKey
    from rekam.edge.store.durable_file import make_folder
    from rekam.engine.osia.contract import abis_contract

    known = sorted({scope for one in abis_contract().operations for scope in one.scopes})
    unknown = sorted(set(scopes) - set(known))
    if unknown:
        raise Problem("command.bad_option", option="--scope", reason=", ".join(known))
    make_folder(folder)
    key = TokenKey.own(folder)
    sys.stdout.write(key.issue(client, scopes or known, now=now(), lifetime_s=lifetime_s) + "\n")
    return 0
