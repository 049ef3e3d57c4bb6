"""The engine's service as a process of its own: prints its port when it answers, ends when its input does."""

import sys
from pathlib import Path

from rekam.edge.key.bearer import TokenKey
from rekam.edge.wire.serving import Serving
from rekam.engine.osia.app import osia_app
from rekam.engine.osia.callback import Callbacks
from rekam.engine.osia.door import Door
from rekam.engine.service import IdentificationService

if __name__ == "__main__":
    folder, *hosts = sys.argv[1:]
    service = IdentificationService(Path(folder))
    key = TokenKey.own(Path(folder))
    with Serving(osia_app(Door(service, key, Callbacks(tuple(hosts))))) as serving:
        print(serving.port, flush=True)
        sys.stdin.read()
    service.close()
