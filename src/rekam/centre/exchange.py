"""The exchange with a station: what it tells is kept, what it may know is answered."""

from rekam.centre import parameters
from rekam.centre.centre import Centre
from rekam.centre.connection import end_lapsed
from rekam.centre.observed import keep_observed
from rekam.centre.policy import policy_for
from rekam.centre.reports import take_reports
from rekam.centre.restored import forgotten_numbers, take_forgotten
from rekam.centre.share import bodies_wanted
from rekam.centre.station_keys import StationKeys
from rekam.centre.told import status_of, statuses_to_tell
from rekam.edge.store.centre import audit, ledger, packets, stations
from rekam.edge.store.centre.ledger import RecordingRow
from rekam.edge.store.centre.packets import FORK, SOUND
from rekam.edge.store.centre.stations import Suspension
from rekam.edge.store.station.roster_delta import RosterDelta, encode_roster_delta
from rekam.packet import (
    Connection,
    ExchangeAnswer,
    ExchangeRequest,
    Manifest,
    Refusal,
    manifest_hash,
    read_manifest,
    read_request,
    sign_answer,
)
from rekam.packet.parameters import TEXT_CHARACTERS_MOST
from rekam.problem import Problem
from rekam.registry import Status


class ExchangeDesk:
    """Answers the requests of stations.

    Args:
        centre: The open centre.
    """

    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        self._store = centre.store

    def receive_exchange(self, signed: bytes) -> bytes:
        """From the signed request to the signed answer; the same request again changes nothing.

        Raises:
            Problem: ``packet.*`` when the request is not that of a known station; noted in the audit.
        """
        keys = StationKeys(self._store.stations)
        try:
            request = read_request(signed, keys)
        except Problem as problem:
            self._note_stranger("exchange_refused", manifest_hash(signed), problem)
            raise
        known, refused, new = self._take_manifests(request, keys)
        take_forgotten(self._centre, request, new)
        with self._store.database.transaction() as connection:
            stations.note_contact(
                connection, request.station, roster_version=request.roster_version, held=len(request.held),
                journal=request.journal, at=self._centre.now(),
            )  # fmt: skip
        take_reports(self._centre, request.station, request.journal)
        keep_observed(self._centre, request.station, request.journal)
        end_lapsed(self._centre)
        return sign_answer(self._answer(request, known, refused), self._centre.keys.signer)

    def _take_manifests(
        self, request: ExchangeRequest, keys: StationKeys
    ) -> tuple[list[Manifest], list[Refusal], list[Manifest]]:
        known: list[Manifest] = []
        refused: list[Refusal] = []
        for signed in request.manifests:
            try:
                manifest = read_manifest(signed, keys)
                if manifest.station != request.station:
                    raise Problem("centre.other_station", station=manifest.station)  # noqa: TRY301
            except Problem as problem:
                refused.append(Refusal(manifest_hash(signed), problem.code, problem.details))
                self._note_stranger("manifest_refused", manifest_hash(signed), problem, request.station)
            else:
                known.append(manifest)
        # In the order of their numbers, so that each finds the one before it.
        known.sort(key=lambda manifest: manifest.sequence)
        return known, refused, self._keep(known) if known else []

    def _keep(self, manifests: list[Manifest]) -> list[Manifest]:
        now = self._centre.now()
        with self._store.database.transaction() as connection:
            put = packets.put_manifests(connection, manifests, at=now)
            new = [manifest for manifest, _ in put]
            ledger.begin(connection, new, at=now)
            for manifest, link in put:
                if link != SOUND:
                    code = "packet.chain_fork" if link == FORK else "packet.chain_break"
                    audit.write(
                        connection, f"station:{manifest.station}", "manifest_disputed", manifest.region,
                        manifest.packet_id.hex(), at=now, details={"problem": code, "sequence": manifest.sequence},
                    )  # fmt: skip
        return new

    def _answer(
        self, request: ExchangeRequest, known: list[Manifest], refused: list[Refusal]
    ) -> ExchangeAnswer:
        station = request.station
        held = {*request.held, *(manifest.packet_id for manifest in known)}
        head = self._store.log.head()
        wanted = self._store.packets.awaited(station, list(held), limit=bodies_wanted(self._centre, station))
        gaps = self._store.packets.missing_sequences(station, limit=parameters.MISSING_MOST)
        forgotten = forgotten_numbers(self._centre, request)
        # A centre that came back from an older copy may have told what it no longer knows.
        rows, until = statuses_to_tell(self._centre, station, b"" if forgotten else request.statuses_after)
        return ExchangeAnswer(
            station=station,
            nonce=request.nonce,
            answered_at=self._centre.now(),
            wanted=tuple(wanted),
            receipts=tuple(self._store.log.receipts(station, list(held), limit=parameters.RECEIPTS_MOST)),
            refused=(
                *refused,
                *(_refusal(row) for row in rows if row.packet_id in held and _is_refused(row)),
            ),
            statuses=tuple(status_of(row) for row in rows),
            statuses_until=until,
            missing_sequences=(*gaps, *forgotten),
            connection=_connection(self._store.stations.suspension_of(station)),
            roster=self._roster(station, request.roster_version),
            policy=policy_for(self._centre, station, request.policy_version),
            log_size=head.size,
            log_root=head.root,
        )

    def _roster(self, station_id: str, version: str) -> bytes | None:
        station = self._store.stations.station(station_id)
        assert station is not None
        if version == str(self._store.people.roster_version(station.region)):
            return None
        return encode_roster_delta(roster_of(self._centre, station.region, version))

    def _note_stranger(self, act: str, subject: bytes, problem: Problem, station: str = "") -> None:
        actor = f"station:{station}" if station else "-"
        self._store.audit.write(
            actor, act, "", subject.hex(), at=self._centre.now(), details={"problem": problem.code}
        )


def roster_of(centre: Centre, region: str, version: str | None = None) -> RosterDelta:
    """The roster of a kecamatan, or its changes since a version that a station has; ``None`` = it has none."""
    change = centre.store.people.roster(region, since=_number(version) if version else None)
    return RosterDelta(str(change.version), tuple(change.residents), tuple(change.removed))


def _number(version: str) -> int:
    # A version that this centre never gave is like one from the future: the station gets everything.
    return int(version) if version.isascii() and version.isdigit() else 1 << 62


def _is_refused(row: RecordingRow) -> bool:
    return row.status is Status.REFUSED and row.problem is not None


def _refusal(row: RecordingRow) -> Refusal:
    assert row.problem is not None
    return Refusal(row.packet_id, row.problem, row.problem_details)


def _connection(suspension: Suspension | None) -> Connection:
    if suspension is None:
        return Connection()
    cause = suspension.cause[:TEXT_CHARACTERS_MOST]
    # A cause that is quoted from a letter is written in one language.
    english = suspension.cause_en[:TEXT_CHARACTERS_MOST] or cause
    return Connection("suspended", suspension.since, cause, english, suspension.letter[:TEXT_CHARACTERS_MOST])
