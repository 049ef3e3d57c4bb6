"""Months in which stations with a line send into quarantine and the others only record."""

from collections.abc import Iterator
from concurrent.futures import Future

from rekam.fault.bed.office import Office
from rekam.fault.bed.post import Post
from rekam.fault.bed.sealing_day import Day, seal_day
from rekam.fault.cut.cut import DAY_S, CutRun


def live_through(run: CutRun, office: Office, days: int) -> None:
    """So many days: everybody records, who has a line delivers."""
    sealing = [_seal(run, post, run.now + DAY_S) for post in run.posts]
    for left in range(days - 1, -1, -1):
        run.now += DAY_S
        run.each(_sealed(run, sealing, following=left > 0), lambda post: _deliver(run, office, post))
        run.trials.say(f"long-cut: {sum(post.sealed for post in run.posts)} sealed")
    run.each(run.suspended, lambda post: post.exchange(office, run.now))


def _sealed(run: CutRun, sealing: list[Future[Day]], *, following: bool) -> Iterator[Post]:
    """Every station takes what it sealed on a day; those with a line, as soon as they have it."""
    with_line = {post.name for post in run.suspended}
    for number, post in enumerate(run.posts):
        post.take(sealing[number].result())
        if following:  # the next day is sealed while this one is delivered
            sealing[number] = _seal(run, post, run.now + DAY_S)
        if post.name in with_line:
            yield post


def _seal(run: CutRun, post: Post, at: int) -> Future[Day]:
    return run.sealers.submit(seal_day, post.order(run.cut.per_day, at))


def _deliver(run: CutRun, office: Office, post: Post) -> None:
    # Receipts of the day before come with this answer, as in a real round.
    run.bring(office, post, post.tell_all(office, run.now).wanted)
