"""One delivery round of a station: tell what exists, bring what is wanted, take what comes back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rekam.edge.wire.exchange import ExchangePort
from rekam.edge.wire.lanes import Lanes
from rekam.edge.wire.line_client import LINE_CODES
from rekam.edge.wire.outbox_port import HeldPacket, OutboxPort
from rekam.edge.wire.pace import Pace
from rekam.edge.wire.tus.client import UploadPort, UploadReport
from rekam.packet import (
    ExchangeAnswer,
    ExchangeRequest,
    Receipt,
    Verifiers,
    check_receipt,
    read_receipt,
)
from rekam.packet.parameters import HELD_MOST
from rekam.problem import Problem

_NONCE_BYTES = 16


@dataclass(slots=True)
class RoundReport:
    """What a round did.

    Attributes:
        manifests: Manifests that the centre now knows.
        uploaded: Bodies brought there whole.
        receipts: Receipts taken.
        waiting: Packets that could not go, each with its problem.
        refused: Packets that the centre does not take.
        false_receipts: Receipts that were not believed.
        sent_bytes: Bytes of bodies given to the line.
        resent_bytes: Those of them that were for nothing.
        sending_s: Seconds that the line was busy with bodies.
        stopped: The problem of the line that ended the round; ``None`` if it came to its end.
    """

    manifests: int = 0
    uploaded: int = 0
    receipts: int = 0
    waiting: list[tuple[bytes, Problem]] = field(default_factory=list)
    refused: int = 0
    false_receipts: list[Problem] = field(default_factory=list)
    sent_bytes: int = 0
    resent_bytes: int = 0
    sending_s: float = 0.0
    stopped: Problem | None = None

    @property
    def kbit_s(self) -> float:
        """Speed of the line over this round's uploads; 0 = nothing was uploaded."""
        return self.sent_bytes / 125 / self.sending_s if self.sending_s else 0.0

    def add(self, upload: UploadReport) -> None:
        """Count a body that is at the centre."""
        self.uploaded += 1
        self.sent_bytes += upload.sent_bytes
        self.resent_bytes += upload.resent_bytes
        if upload.kbit_s:
            self.sending_s += upload.sent_bytes / 125 / upload.kbit_s


@dataclass(frozen=True, slots=True)
class Ways:
    """What a round works with.

    Attributes:
        exchange: Carries messages.
        upload: Carries bodies.
        second: Carries others at the same time, if there is one.
        centre: The centre's public key or keys, for receipts.
        now: Unix seconds.
        random: Unpredictable bytes.
        pace: How hard to try.
    """

    exchange: ExchangePort
    upload: UploadPort
    centre: Verifiers
    now: Callable[[], int]
    random: Callable[[int], bytes]
    pace: Pace = field(default_factory=Pace)
    second: UploadPort | None = None


def deliver_round(outbox: OutboxPort, ways: Ways) -> RoundReport:
    """Manifests first, then the wanted bodies in the centre's order, then the receipts.

    One bad packet never keeps another waiting; a broken line ends the round with its name in
    ``stopped``. No body is given up here: the outbox gets a receipt only after it was checked.

    Raises:
        Problem: Only of the station's own store (disk, database).
    """
    report = RoundReport()
    try:
        wanted = _tell_everything(outbox, ways, report)
        failure = _bring(wanted, outbox, ways, report)
        if report.uploaded:
            _exchange(outbox, ways, report)
        elif failure is not None:
            report.stopped = failure
    except _LineEnded as ended:
        report.stopped = ended.problem
    if report.kbit_s:
        outbox.note_speed(report.kbit_s, ways.now())
    code, details = (report.stopped.code, report.stopped.details) if report.stopped else ("", {})
    outbox.note_line(code, details, ways.now())
    return report


def take_answer(answer: ExchangeAnswer, outbox: OutboxPort, centre: Verifiers) -> RoundReport:
    """What an answer brings that came by another way than a round, on a courier's disk for instance.

    Raises:
        Problem: Only of the station's own store (disk, database).
    """
    report = RoundReport()
    _take(answer, outbox, centre, report)
    return report


class _LineEnded(Exception):  # noqa: N818 - carries the reason out of the round
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.code)


def _tell_everything(outbox: OutboxPort, ways: Ways, report: RoundReport) -> list[bytes]:
    """Exchanges until the centre knows every manifest; the ids that it wants, in its order."""
    wanted: dict[bytes, None] = {}
    for _ in range(ways.pace.exchanges):
        answer = _exchange(outbox, ways, report)
        wanted.update(dict.fromkeys(answer.wanted))
        if not outbox.manifests_unacknowledged(1) or answer.missing_sequences:
            break
    return list(wanted)


def _exchange(outbox: OutboxPort, ways: Ways, report: RoundReport) -> ExchangeAnswer:
    manifests = tuple(outbox.manifests_unacknowledged(ways.pace.manifests_at_once))
    journal = tuple(outbox.journal_waiting(ways.pace.journal_at_once))
    request = ExchangeRequest(
        station=outbox.station,
        nonce=ways.random(_NONCE_BYTES),
        sent_at=ways.now(),
        manifests=manifests,
        held=tuple(packet.packet_id for packet in outbox.held()[:HELD_MOST]),
        receipts_known=outbox.receipts_known(),
        roster_version=outbox.roster_version(),
        journal=journal,
        policy_version=outbox.policy_version(),
        statuses_after=outbox.statuses_after(),
    )
    try:
        answer = ways.exchange.post(request)
    except Problem as problem:
        raise _LineEnded(problem) from problem
    outbox.note_time(answer.answered_at)
    outbox.note_manifests_known(manifests)
    outbox.note_journal_known(journal)
    report.manifests += len(manifests)
    _take(answer, outbox, ways.centre, report)
    return answer


def _take(answer: ExchangeAnswer, outbox: OutboxPort, centre: Verifiers, report: RoundReport) -> None:
    outbox.note_connection(answer.connection)
    for signed in answer.receipts:
        _take_receipt(signed, outbox, centre, report)
    for refusal in answer.refused:
        if outbox.sequence_of(refusal.packet_id) is not None:
            outbox.note_refused(refusal.packet_id, refusal.code, refusal.details)
            report.refused += 1
    if answer.statuses or answer.statuses_until:
        outbox.note_statuses(answer.statuses, answer.statuses_until)
    if answer.missing_sequences:
        outbox.note_missing(answer.missing_sequences)
    if answer.roster is not None:
        outbox.apply_roster(answer.roster)
    if answer.policy is not None:
        outbox.apply_policy(answer.policy)


def _take_receipt(signed: bytes, outbox: OutboxPort, centre: Verifiers, report: RoundReport) -> None:
    """Only a receipt that is true for a packet of this station reaches the outbox."""
    try:
        receipt = read_receipt(signed, centre)
        _check(receipt, outbox)
    except Problem as problem:
        report.false_receipts.append(problem)
        return
    outbox.accept_receipt(signed, receipt)
    report.receipts += 1


def _check(receipt: Receipt, outbox: OutboxPort) -> None:
    sequence = outbox.sequence_of(receipt.packet_id)
    if sequence is None:
        raise Problem("packet.receipt_other_packet")
    check_receipt(receipt, packet_id=receipt.packet_id, station=outbox.station, sequence=sequence)


def _bring(wanted: list[bytes], outbox: OutboxPort, ways: Ways, report: RoundReport) -> Problem | None:
    """Uploads what is wanted; the problem of the line on the last packet, if there was one."""
    held: Mapping[bytes, HeldPacket] = {packet.packet_id: packet for packet in outbox.held()}
    now = ways.now()
    ready = [held[one] for one in wanted if one in held and held[one].next_try <= now]
    lanes = Lanes((ways.upload, ways.second) if ways.second else (ways.upload,), outbox.body_path)
    failure: Problem | None = None
    ended: Problem | None = None
    for packet, result in lanes.bring(ready):
        if isinstance(result, Problem):
            _let_wait(packet, result, outbox, ways, report)
            # The line may break on one packet alone (a packet that makes the centre fall over): only when
            # the next one meets the same is it the line.
            if result.code == "delivery.line_refused" or (failure and result.code in LINE_CODES):
                ended = ended or result
                lanes.stop()
            failure = result if result.code in LINE_CODES else None
            continue
        failure = None
        outbox.note_sent(packet.packet_id)
        report.add(result)
    if ended is not None:
        raise _LineEnded(ended) from ended
    return failure


def _let_wait(
    packet: HeldPacket, problem: Problem, outbox: OutboxPort, ways: Ways, report: RoundReport
) -> None:
    of_line = problem.code in LINE_CODES
    pause = ways.pace.pause_s(packet.attempts + 1, ways.random(1)[0] / 255, of_line=of_line)
    outbox.note_waiting(packet.packet_id, problem.code, problem.details, ways.now() + pause)
    report.waiting.append((packet.packet_id, problem))
