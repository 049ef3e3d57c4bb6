"""Three months without the centre in simulated time, then everybody catches up at once: all in, fairly, oldest first.

Every other station has a line and is suspended: what it sends waits in quarantine. The others have no line at all.
Half way the stations get new keys, and the centre a new sealing key that only those with a line hear of.
"""

import os
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from hashlib import sha256
from multiprocessing import get_context

from rekam.centre.centre import open_centre
from rekam.centre.connection import suspend
from rekam.centre.enrolment import change_key, enrol_station
from rekam.centre.exchange import ExchangeDesk
from rekam.centre.intake import Intake
from rekam.centre.keys import change_sealing_key
from rekam.edge.key import Ed25519Signer, export_public
from rekam.edge.store.postgres import open_server
from rekam.fault.bed.counter import DISTRICT
from rekam.fault.bed.office import Office
from rekam.fault.bed.post import Post
from rekam.fault.cut.audit import audit_cut
from rekam.fault.cut.catch_up import catch_up
from rekam.fault.cut.cut import Cut, CutRun
from rekam.fault.cut.months import live_through
from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials

_CALLERS = 4
"""Stations that speak at the same time: one computes while another waits for database and disk."""


def run(trials: Trials) -> Outcome:
    """One trial is one station with its backlog; all of them meet the same centre.

    ``details``: packets a second of real time, fairness = least share / median share of a window, windows.
    """
    return cut_and_catch_up(trials, Cut(per_day=trials.load) if trials.load else Cut())


def cut_and_catch_up(trials: Trials, cut: Cut) -> Outcome:
    """As :func:`run`, of any length."""
    server = open_server(trials.folder / "postgres", os.environ)
    name = f"rekam_cut_{sha256(str(trials.folder).encode()).hexdigest()[:16]}"
    with ExitStack() as opened:
        # Stations seal on their own machines; here one processor is the centre's.
        sealers = opened.enter_context(
            ProcessPoolExecutor(max((os.cpu_count() or 1) - 1, 1), get_context("spawn"))
        )
        callers = opened.enter_context(ThreadPoolExecutor(_CALLERS))
        opened.callback(server.close)
        url = server.database(name)
        opened.callback(server.drop, name)
        state = CutRun(
            trials, cut, Outcome("long-cut", trials.seed, control=trials.control), sealers, callers
        )

        def at_centre(work: Callable[[Office], object]) -> None:
            folder = trials.folder / "centre"
            with open_centre(folder, url, now=lambda: state.now) as centre:
                work(Office(folder, url, centre, ExchangeDesk(centre), Intake(centre)))

        at_centre(lambda office: _found(state, office))
        at_centre(lambda office: live_through(state, office, cut.days // 2))
        change_sealing_key(trials.folder / "centre" / "keys")
        at_centre(lambda office: _change_keys(state, office))
        at_centre(lambda office: live_through(state, office, cut.days - cut.days // 2))
        begun = time.perf_counter()
        at_centre(lambda office: catch_up(state, office))
        seconds = time.perf_counter() - begun
        at_centre(lambda office: audit_cut(state, office))
    state.finding.into(state.outcome)
    state.outcome.trials = len(state.posts)
    state.outcome.details |= {
        "packets": sum(post.sealed for post in state.posts),
        "caught_up": state.brought,
        "per_second": round(state.brought / seconds, 1),
        "fairness": round(state.fairness, 3),
    }
    return state.outcome


def _found(state: CutRun, office: Office) -> None:
    for number in range(1, state.trials.wanted + 1):
        signer = Ed25519Signer(os.urandom(32))
        post = Post(f"ST-{number}", state.trials.folder / f"post{number}", signer)
        post.take_recipients(office.centre.keys.recipients)
        key = export_public(signer.verifier)
        enrol_station(office.centre, post.name, DISTRICT, post.name, key, actor="fault")
        state.posts.append(post)
    for post in state.suspended:
        suspend(
            office.centre, DISTRICT, cause="Sanksi administratif", letter="800/1", condition="Laporan", actor="pusat",
            station_id=post.name,
        )  # fmt: skip


def _change_keys(state: CutRun, office: Office) -> None:
    """Each station changes its key; only who has a line hears of the centre's new one."""
    for post in state.posts:
        change_key(office.centre, post.name, post.change_key(), actor="fault")
    for post in state.suspended:
        post.take_recipients(office.centre.keys.recipients)
