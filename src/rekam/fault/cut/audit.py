"""What must be true when everybody has caught up."""

from rekam.centre import parameters
from rekam.fault.bed.office import Office
from rekam.fault.bed.post import Post
from rekam.fault.cut.cut import CutRun

_ARRIVALS = "('received', 'put_in_quarantine')"


def audit_cut(run: CutRun, office: Office) -> None:
    """Counts what was lost, doubled or is unexplained, and the receipts that stations hold."""
    store, finding = office.centre.store, run.finding
    total = sum(post.sealed for post in run.posts)
    count = store.database.value
    received = count(b"SELECT count(*) FROM packet WHERE received_at IS NOT NULL")
    for _ in range(total - received):
        finding.note("lost", "a packet never came")
    run.now += parameters.STATUSES_SETTLE_S + 1
    for post in run.posts:
        _compare_statuses(run, office, post)
        for packet_id in post.held:
            finding.note("lost", f"{packet_id.hex()[:12]} never got its receipt")
        run.outcome.acknowledged += post.receipts
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
    if (
        store.packets.misfits("")
        or store.packets.gaps("")
        or store.packets.miscounted()
        or store.ledger.differing_folds()
    ):
        finding.note("unknown", "the chain or the ledger does not add up")


def _compare_statuses(run: CutRun, office: Office, post: Post) -> None:
    """What the station was told of its packets is what the ledger says, however many changed on one day."""
    before = None
    while before != post.heard_until:
        before = post.heard_until
        post.exchange(office, run.now)
    rows = office.centre.store.ledger.changed_since(post.name, 0, limit=post.sealed)
    for row in rows:
        if post.statuses.get(row.packet_id) != row.status.value:
            told = post.statuses.get(row.packet_id, "nothing")
            run.finding.note("unknown", f"{post.name} was told {told} of a packet that is {row.status.value}")
