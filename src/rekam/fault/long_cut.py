"""Three months without the centre in simulated time, then everybody catches up at once: all in, fairly, oldest first.

Every other station has a line and is suspended: what it sends waits in quarantine. The others have no line at all.
Half way the stations get new keys, and the centre a new sealing key that only those with a line hear of.
"""

import os
import random
import time
from collections import Counter as Tally
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing import get_context
from statistics import median

from rekam.centre import parameters
from rekam.centre.centre import open_centre
from rekam.centre.connection import restore, suspend
from rekam.centre.enrolment import change_key, enrol_station
from rekam.centre.exchange import ExchangeDesk
from rekam.centre.intake import Intake
from rekam.centre.keys import change_sealing_key
from rekam.edge.key import Ed25519Signer, export_public
from rekam.edge.store.postgres import open_server
from rekam.fault.bed.audit import Finding
from rekam.fault.bed.counter import DISTRICT
from rekam.fault.bed.office import Office
from rekam.fault.bed.patched import patched
from rekam.fault.bed.post import Post
from rekam.fault.bed.sealing_day import seal_day
from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials

_BEGUN = 1_490_000_000
_DAY_S = 86_400
_AT_ONCE = 60
"""Bodies that a station brings before it speaks again."""

_ARRIVALS = "('received', 'put_in_quarantine')"


@dataclass(frozen=True, slots=True)
class Cut:
    """How long, and how much is recorded meanwhile.

    Attributes:
        days: Working days of the cut; three months have 78.
        per_day: Recordings of a station on each.
        windows: Windows in which the centre could take the whole backlog in: the fewer, the more it takes in one.
    """

    days: int = 78
    per_day: int = 60
    windows: int = 12


@dataclass
class _Run:
    trials: Trials
    cut: Cut
    outcome: Outcome
    sealers: Executor
    posts: list[Post] = field(default_factory=list)
    finding: Finding = field(default_factory=Finding)
    now: int = _BEGUN
    fairness: float = 1.0
    brought: int = 0

    @property
    def suspended(self) -> list[Post]:
        """Stations with a line."""
        return self.posts[0::2]


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
        state = _Run(trials, cut, Outcome("long-cut", trials.seed, control=trials.control), sealers)
        opened.callback(server.close)
        url = server.database(name)
        opened.callback(server.drop, name)

        def at_centre(work: Callable[[Office], object]) -> None:
            folder = trials.folder / "centre"
            with open_centre(folder, url, now=lambda: state.now) as centre:
                work(Office(folder, url, centre, ExchangeDesk(centre), Intake(centre)))

        at_centre(lambda office: _found(state, office))
        at_centre(lambda office: _months(state, office, range(cut.days // 2)))
        change_sealing_key(trials.folder / "centre" / "keys")
        at_centre(lambda office: _change_keys(state, office))
        at_centre(lambda office: _months(state, office, range(cut.days // 2, cut.days)))
        begun = time.perf_counter()
        at_centre(lambda office: _catch_up(state, office))
        seconds = time.perf_counter() - begun
        at_centre(lambda office: _audit(state, office))
    state.finding.into(state.outcome)
    state.outcome.trials = len(state.posts)
    state.outcome.details |= {
        "packets": sum(post.sealed for post in state.posts),
        "caught_up": state.brought,
        "per_second": round(state.brought / seconds, 1),
        "fairness": round(state.fairness, 3),
    }
    return state.outcome


def _found(state: _Run, office: Office) -> None:
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


def _months(state: _Run, office: Office, days: range) -> None:
    with_line = {post.name for post in state.suspended}
    for _ in days:
        state.now += _DAY_S
        sealed = state.sealers.map(
            seal_day, [post.order(state.cut.per_day, state.now) for post in state.posts]
        )
        for post, day in zip(state.posts, sealed, strict=True):
            post.take(day)
            if post.name in with_line:
                # Receipts of the day before come with this answer, as in a real round.
                _ordered(state, post, list(post.bring(office, post.tell_all(office, state.now).wanted)))
        state.trials.say(f"long-cut: {sum(post.sealed for post in state.posts)} sealed")
    for post in state.suspended:
        post.exchange(office, state.now)


def _change_keys(state: _Run, office: Office) -> None:
    """Each station changes its key; only who has a line hears of the centre's new one."""
    for post in state.posts:
        change_key(office.centre, post.name, post.change_key(), actor="fault")
    for post in state.suspended:
        post.take_recipients(office.centre.keys.recipients)


def _catch_up(state: _Run, office: Office) -> None:
    for suspension in office.centre.store.stations.suspensions(""):
        restore(office.centre, suspension.suspension_id, note="Selesai", actor="pusat")
    waiting = [post for post in state.posts if post.held]
    backlog = sum(len(post.held) for post in waiting)
    window = max(backlog // state.cut.windows, parameters.WANTED_LEAST * len(waiting))
    chance = random.Random(state.trials.seed)  # noqa: S311 - chance, not secrets
    with patched(parameters, "WINDOW_BODIES", window):
        state.now += _DAY_S
        for post in waiting:
            post.tell_all(office, state.now)
        while waiting:
            state.now += parameters.WINDOW_S + 1
            _window(state, office, waiting, window, chance)
            waiting = [post for post in waiting if post.held]
            state.trials.say(f"long-cut: {state.brought} of {backlog} caught up")


def _window(state: _Run, office: Office, waiting: list[Post], room: int, chance: random.Random) -> None:
    """As many bodies as the centre takes in a window; stations on a fast line ask ten times as often as others."""
    before = {post.name: len(post.held) for post in waiting}
    got: Tally[str] = Tally()
    speeds = [10 if number % 2 else 1 for number in range(len(waiting))]
    asking = dict(zip((post.name for post in waiting), zip(waiting, speeds, strict=True), strict=True))
    for post in waiting:
        post.exchange(office, state.now)  # everybody asks now and then, also who is slow to bring anything
    wishes: dict[str, tuple[bytes, ...]] = {}
    while room > 0 and asking:
        post = chance.choices([one for one, _ in asking.values()], [speed for _, speed in asking.values()])[0]
        if post.name not in wishes:
            wishes[post.name] = post.exchange(office, state.now).wanted
        wanted = wishes[post.name][: min(room, _AT_ONCE)]
        if not wanted:
            del asking[post.name]
            continue
        sequences = list(post.bring(office, wanted))
        _ordered(state, post, sequences)
        got[post.name] += len(sequences)
        state.brought += len(sequences)
        room -= len(sequences)
        wishes[post.name] = post.exchange(office, state.now).wanted  # its receipts, and what is wanted next
    # Who had nothing more to send had all it could have.
    shares = [got[name] for name, held in before.items() if held > got[name]]
    if len(shares) > 1:
        state.fairness = min(state.fairness, min(shares) / max(median(shares), 1))


def _ordered(state: _Run, post: Post, sequences: list[int]) -> None:
    if sequences != sorted(sequences) or (sequences and sequences[0] != _oldest(post)):
        state.finding.note("unknown", f"{post.name} was not asked for its oldest first")


def _oldest(post: Post) -> int:
    """Number of the oldest body that a station holds: the bodies just brought are still among them."""
    return next(iter(post.held.values())).sequence


def _compare_statuses(state: _Run, office: Office, post: Post) -> None:
    """What the station was told of its packets is what the ledger says, however many changed on one day."""
    before = None
    while before != post.heard_until:
        before = post.heard_until
        post.exchange(office, state.now)
    rows = office.centre.store.ledger.changed_since(post.name, 0, limit=post.sealed)
    for row in rows:
        if post.statuses.get(row.packet_id) != row.status.value:
            told = post.statuses.get(row.packet_id, "nothing")
            state.finding.note(
                "unknown", f"{post.name} was told {told} of a packet that is {row.status.value}"
            )


def _audit(state: _Run, office: Office) -> None:
    store, finding = office.centre.store, state.finding
    total = sum(post.sealed for post in state.posts)
    count = store.database.value
    received = count(b"SELECT count(*) FROM packet WHERE received_at IS NOT NULL")
    for _ in range(total - received):
        finding.note("lost", "a packet never came")
    state.now += parameters.STATUSES_SETTLE_S + 1
    for post in state.posts:
        _compare_statuses(state, office, post)
        for packet_id in post.held:
            finding.note("lost", f"{packet_id.hex()[:12]} never got its receipt")
        state.outcome.acknowledged += post.receipts
    twice = count(
        f"SELECT count(*) FROM (SELECT FROM event WHERE kind IN {_ARRIVALS} GROUP BY packet_id"  # noqa: S608
        " HAVING count(*) > 1) AS twice".encode()
    )
    for _ in range(twice):
        finding.note("duplicated", "a packet arrived twice")
    if count(b"SELECT count(*) FROM recording WHERE status = 'quarantined'"):
        finding.note("unknown", "packets are still in quarantine")
    if store.log.first_wrong() is not None or store.log.head().size != total:
        finding.note("unknown", "the log does not add up")
    if store.packets.misfits("") or store.packets.gaps("") or store.ledger.differing_folds():
        finding.note("unknown", "the chain or the ledger does not add up")
