"""``rekam abis mosip``."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rekam.problem import Problem

if TYPE_CHECKING:
    from rekam.abis.face.describer import FaceDescriber

LOGIN, PASSCODE, SECRET = "REKAM_QUEUE_LOGIN", "REKAM_QUEUE_PASSCODE", "REKAM_MOSIP_SECRET"
"""Names of variables; secrets do not belong on a command line, where every process can read them."""


@dataclass(frozen=True, slots=True)
class MosipOptions:
    """What ``rekam abis mosip`` was told.

    Attributes:
        folder: The engine's.
        queue: Address of the broker.
        inbound: Queue of requests.
        outbound: Queue of answers.
        shares: Origins that biometrics may be fetched from.
        key: PEM file of the partner key; ``None`` where the share gives plain documents.
        manager: Origin of MOSIP's authentication manager; empty where the share asks for no token.
        client: Client id at the manager.
        faces: Whether portraits count too; needs the extra ``face``.
        once: Whether to end when the queue is empty.
    """

    folder: Path
    queue: str
    inbound: str
    outbound: str
    shares: Sequence[str]
    key: Path | None
    manager: str
    client: str
    faces: bool
    once: bool


def serve_mosip(options: MosipOptions, environment: Mapping[str, str] = os.environ) -> int:
    """Answers MOSIP until it is told to end.

    Raises:
        Problem: ``command.bad_option``, ``mosip.queue_address``, ``mosip.key_unreadable``,
            ``engine.already_running`` and what the folder refuses.
    """
    from time import sleep

    from rekam.abis.engine import Engine
    from rekam.edge.clock import now_seconds
    from rekam.edge.key.partner import PartnerKey
    from rekam.edge.wire.stomp import StompLine
    from rekam.engine.mosip.https_share import HttpsShare, origin_of, share_client
    from rekam.engine.mosip.running import run
    from rekam.engine.mosip.share_token import ClientToken
    from rekam.engine.mosip.stomp_queue import StompQueue
    from rekam.engine.service import IdentificationService

    wrong = [share for share in (*options.shares, options.manager) if share and not origin_of(share)]
    if wrong or not options.shares:
        raise Problem("command.bad_option", option="--share", reason="https://name")
    key = None if options.key is None else PartnerKey.read(options.key)

    def connected() -> StompQueue:
        line = StompLine(
            options.queue, login=environment.get(LOGIN, ""), passcode=environment.get(PASSCODE, "")
        )
        return StompQueue(line, options.inbound, options.outbound)

    describer: FaceDescriber | None = None
    if options.faces:
        from rekam.edge.face.dlib_describer import DlibDescriber

        describer = DlibDescriber()
    workers = os.cpu_count() or 1
    service = IdentificationService(
        options.folder, engine=lambda people: Engine(people, workers=workers, describer=describer)
    )
    try:
        with share_client() as client:
            token = None
            if options.manager:
                secret = environment.get(SECRET, "")
                token = ClientToken(options.manager, options.client, secret, client)
            share = HttpsShare(
                options.shares, unseal=None if key is None else key.open, token=token, client=client
            )
            sys.stdout.write(
                f"MOSIP ABIS 0.9 · {options.queue.rpartition('@')[2]} · {options.inbound} → {options.outbound}\n"
            )
            sys.stdout.flush()
            run(service, share, connected, now=now_seconds, sleep=sleep, until_empty=options.once)
    finally:
        service.close()
    return 0
