"""The centre's worker: does the two stages for every received packet."""

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from rekam.centre.centre import IDENTIFY, PREPARE, Centre, open_centre
from rekam.centre.pipeline.engine import Engine
from rekam.centre.pipeline.gallery import GalleryMirror, KeptSearchGallery
from rekam.centre.pipeline.identify import identify, note_failed_search, search_again
from rekam.centre.pipeline.prepare import prepare
from rekam.edge.clock import now as unix_time
from rekam.edge.job import Task, retry_failed, work

log = logging.getLogger("rekam.worker")


def stages(
    centre: Centre, engine: Engine, mirror: GalleryMirror, known_region: Callable[[str], bool]
) -> dict[str, Task]:
    """What to do for each name of task."""

    def do_prepare(packet_id: bytes, last: bool) -> None:  # noqa: ARG001 - every task is told
        prepare(centre, engine, packet_id, known_region=known_region)

    def do_identify(packet_id: bytes, last: bool) -> None:
        try:
            identify(centre, mirror, packet_id)
        except Exception as error:
            if last:
                note_failed_search(centre, packet_id, error)
            raise

    return {PREPARE: do_prepare, IDENTIFY: do_identify}


def run_worker(
    folder: Path,
    url: str,
    *,
    engine: Engine | None = None,
    known_region: Callable[[str], bool] | None = None,
    concurrency: int = 1,
    now: Callable[[], int] | None = None,
    stop: threading.Event | None = None,
    ready: Callable[[], None] | None = None,
) -> None:
    """Work until SIGTERM or SIGINT, or until ``stop`` is set; jobs in hand are finished first.

    May be killed at any moment: started again (or beside another worker) it goes on where it was.

    Args:
        folder: The centre's folder. Where it holds a folder ``gallery``, the search goes over files in it.
        url: The centre's database.
        engine: Extracts and searches; the project's own if not given.
        known_region: Whether a region code is or was in force; the packed register if not given.
        concurrency: Jobs at once, each in a thread.
        now: Unix seconds; the machine's clock if not given.
        stop: Another way to stop.
        ready: Called when the gallery is in memory and work begins.

    Raises:
        Problem: As `open_centre`.
    """
    own = engine is None
    engine = engine or _own_engine()
    known_region = known_region or _packed_regions()
    clock = now or unix_time
    with (
        open_centre(folder, url, now=clock, sessions=concurrency + 2) as centre,
        _kept_gallery(folder, centre) if own else nullcontext() as kept,
    ):
        mirror = GalleryMirror(engine, centre.store.templates, kept)
        log.info("gallery up to change %d", mirror.catch_up())
        with centre.store.database.transaction() as connection:
            retry_failed(connection)
        search_again(centre)
        tasks = stages(centre, engine, mirror, known_region)
        work(url, tasks, concurrency=concurrency, stop=stop, ready=ready)


def _own_engine() -> Engine:
    from rekam.centre.pipeline.abis_engine import AbisEngine

    return AbisEngine()


def _kept_gallery(folder: Path, centre: Centre) -> AbstractContextManager[KeptSearchGallery | None]:
    from rekam.centre.pipeline.kept_gallery import kept_gallery

    return kept_gallery(folder, centre.store.templates)


def _packed_regions() -> Callable[[str], bool]:
    from rekam.edge.packed import gazetteer

    return gazetteer().knows
