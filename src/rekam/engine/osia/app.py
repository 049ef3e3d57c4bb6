from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anyio
from starlette.routing import Router

from rekam.engine.osia.door import Door


def osia_app(door: Door) -> Router:
    """The interface as an application: while it runs, promised tasks are done and delivered."""

    @asynccontextmanager
    async def lifespan(_: Any) -> AsyncIterator[None]:
        door.runner.start()
        try:
            yield
        finally:
            await anyio.to_thread.run_sync(door.runner.stop)

    # No routes: the paths are the contract's, and the door reads them from there.
    return Router(default=door, lifespan=lifespan)
