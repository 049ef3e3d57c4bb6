"""Everybody catches up at once: as many bodies in a window as the centre takes, fairly, oldest first."""

import random
from collections import Counter as Tally
from statistics import median

from rekam.centre import parameters
from rekam.centre.connection import restore
from rekam.fault.bed.office import Office
from rekam.fault.bed.patched import patched
from rekam.fault.bed.post import Post
from rekam.fault.cut.cut import DAY_S, CutRun

_AT_ONCE = 60
"""Bodies that a station brings before it speaks again."""

_ABREAST = 4
"""Stations that bring bodies at the same time."""

_FAST = 10
"""So many times as often stations on a fast line ask."""


def catch_up(run: CutRun, office: Office) -> None:
    """The centre restores the suspended, and the line of the others comes back."""
    for suspension in office.centre.store.stations.suspensions(""):
        restore(office.centre, suspension.suspension_id, note="Selesai", actor="pusat")
    waiting = [post for post in run.posts if post.held]
    backlog = sum(len(post.held) for post in waiting)
    window = max(backlog // run.cut.windows, parameters.WANTED_LEAST * len(waiting))
    chance = random.Random(run.trials.seed)  # noqa: S311 - chance, not secrets
    with patched(parameters, "WINDOW_BODIES", window):
        run.now += DAY_S
        run.each(waiting, lambda post: post.tell_all(office, run.now))
        while waiting:
            run.now += parameters.WINDOW_S + 1
            _window(run, office, waiting, window, chance)
            waiting = [post for post in waiting if post.held]
            run.trials.say(f"long-cut: {run.brought} of {backlog} caught up")


def _window(run: CutRun, office: Office, waiting: list[Post], room: int, chance: random.Random) -> None:
    before = {post.name: len(post.held) for post in waiting}
    got: Tally[str] = Tally()
    speeds = {post.name: _FAST if number % 2 else 1 for number, post in enumerate(waiting)}
    # Everybody asks now and then, also who is slow to bring anything; only then the shares are known.
    for _ in range(2):
        answers = run.each(waiting, lambda post: post.exchange(office, run.now).wanted)
    wishes = {post.name: wanted for post, wanted in zip(waiting, answers, strict=True) if wanted}
    posts = {post.name: post for post in waiting}

    def visit(post: Post) -> tuple[int, tuple[bytes, ...]]:
        brought = run.bring(office, post, bringing[post.name])
        return brought, post.exchange(office, run.now).wanted  # its receipts, and what is wanted next

    while room > 0 and wishes:
        bringing: dict[str, tuple[bytes, ...]] = {}
        for name in _drawn(wishes, speeds, chance):
            bringing[name] = wishes[name][: min(room, _AT_ONCE)]
            room -= len(bringing[name])
        turn = [posts[name] for name, wanted in bringing.items() if wanted]
        for post, (brought, wanted) in zip(turn, run.each(turn, visit), strict=True):
            got[post.name] += brought
            run.brought += brought
            wishes[post.name] = wanted
            if not wanted:
                del wishes[post.name]
    # Who had nothing more to send had all it could have.
    shares = [got[name] for name, held in before.items() if held > got[name]]
    if len(shares) > 1:
        run.fairness = min(run.fairness, min(shares) / max(median(shares), 1))


def _drawn(wishes: dict[str, tuple[bytes, ...]], speeds: dict[str, int], chance: random.Random) -> list[str]:
    """Stations whose turn it is, each at most once."""
    names = list(wishes)
    drawn = chance.choices(names, [speeds[name] for name in names], k=_ABREAST)
    return list(dict.fromkeys(drawn))
