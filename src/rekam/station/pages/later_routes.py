"""The addresses behind the sign-in page: loaded when one of them is asked for, if that has not been done yet."""

from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.routing import Router
from starlette.types import Receive, Scope, Send


class LaterRoutes:
    """Answers what `rekam.station.pages.routes` names."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Loads in a thread: whoever else asks meanwhile is answered."""
        router = await run_in_threadpool(_router)
        await router(scope, receive, send)


@cache
def _router() -> Router:
    # All pages and the acts behind them: the first page does not wait for them.
    from rekam.station.pages.routes import ROUTES

    return Router(routes=ROUTES)
