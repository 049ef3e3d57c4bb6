"""An operator without hands: the same acts as the pages, for the scripted demo, tests and measurements."""

from collections.abc import Sequence

from rekam.account import Account
from rekam.biometric import ExceptionReason
from rekam.problem import Problem
from rekam.recording import Accommodation, Draft, Item, Step, may_go_on, next_step, to_recheck
from rekam.station.station import Station
from rekam.station.use import biodata as biodata_use
from rekam.station.use import capture as capture_use
from rekam.station.use import draft as draft_use
from rekam.station.use.find import Found, find
from rekam.station.use.recheck import recheck
from rekam.station.use.seal import Sealed, consent, seal
from rekam.station.use.sign_in import sign_in
from rekam.station.use.step import confirm_step


class StationOperator:
    """One signed-in operator with at most one recording before them.

    Args:
        station: An open station.
        account: Who records; see `sign_in` of this class for one with a password.
    """

    def __init__(self, station: Station, account: Account) -> None:
        self.station = station
        self.account = account
        self.draft_id: str | None = None

    @classmethod
    def sign_in(cls, station: Station, name: str, password: str) -> "StationOperator":
        """Signs in with name and password."""
        return cls(station, sign_in(station, name, password))

    def find(self, text: str) -> list[Found]:
        """Residents by NIK, family number or name."""
        return find(self.station, self.account, text)

    def begin(self, nik: str) -> Draft:
        """Opens a recording, or the one that a crash left open."""
        self.draft_id = draft_use.begin(self.station, self.account, nik)
        return self.draft

    @property
    def draft(self) -> Draft:
        """The recording as it is on the disk."""
        return self.station.store.drafts.read(self._id)

    @property
    def step(self) -> Step:
        """Where the wizard stands."""
        return next_step(self.draft)

    def obstacles(self) -> list[Problem]:
        """What keeps the biodata from being recorded."""
        return draft_use.obstacles(self.station, self.draft)

    def correct(self, field: str, value: str, document: str) -> Draft:
        """Corrects a biodata field against a document."""
        return biodata_use.correct(self.station, self.account, self._id, field, value, document)

    def refuse(self) -> list[Problem]:
        """Ends a recording whose biodata is not in order; the named reasons."""
        reasons = draft_use.refuse(self.station, self.account, self._id)
        if reasons:
            self.draft_id = None
        return reasons

    def capture(self, step: Step) -> Draft:
        """One attempt at everything the step shows."""
        return capture_use.capture(self.station, self.account, self._id, step)

    def sign(self, picture: bytes) -> Draft:
        """The resident's signature as PNG."""
        return capture_use.sign(self.station, self.account, self._id, picture)

    def except_item(
        self, items: Sequence[Item], reason: ExceptionReason, supervisor: tuple[str, str] | None = None
    ) -> Draft:
        """Leaves items out for a reason; ``supervisor`` is name and password where the reason needs one."""
        return capture_use.except_items(
            self.station, self.account, self._id, items, reason, supervisor=supervisor
        )

    def confirm(self, step: Step) -> Draft:
        """Presses Lanjut."""
        return confirm_step(self.station, self.account, self._id, step)

    def capture_until_good(self, step: Step, *, attempts: int = 3) -> Draft:
        """Captures a step as often as it takes, at most ``attempts`` times, then presses Lanjut."""
        for _ in range(attempts):
            if may_go_on(self.capture(step), step):
                break
        return self.confirm(step)

    def accommodate(self, kind: Accommodation, companion: str = "", relationship: str = "") -> Draft:
        """Notes what is done differently for the resident."""
        return capture_use.accommodate(
            self.station, self.account, self._id, kind, companion=companion, relationship=relationship
        )

    def recheck(self) -> Draft:
        """Puts both index fingers on the glass once more."""
        return recheck(self.station, self.account, self._id)

    def recheck_until_settled(self) -> Draft:
        """Repeats the second look until both index fingers match or go on with a note.

        Raises:
            Problem: What the last look said while a finger is still open.
        """
        while True:
            try:
                return self.recheck()
            except Problem as problem:
                if not problem.code.startswith(("recording.index_", "device.")):
                    raise
                if not to_recheck(self.draft):
                    return self.draft

    def consent(self) -> Draft:
        """The resident agrees, after the second look at both index fingers."""
        if self.station.judge.compares:
            self.recheck_until_settled()
        return consent(self.station, self.account, self._id)

    def seal(self) -> Sealed:
        """Seals; the recording is then in the outbox and unreadable here."""
        sealed = seal(self.station, self._id)
        self.draft_id = None
        return sealed

    def record(
        self, nik: str, signature: bytes, *, excepted: Sequence[tuple[Sequence[Item], ExceptionReason]] = ()
    ) -> Sealed:
        """The whole way of one resident whose biodata is in order, from the step where it stands.

        Args:
            nik: The resident.
            signature: Their signature as PNG.
            excepted: Items to leave out for a reason that needs no supervisor.
        """
        self.begin(nik)
        for items, reason in excepted:
            self.except_item(items, reason)
        for step in Step:
            if step < self.step or step is Step.REVIEW:
                continue
            if step is Step.BIODATA:
                self.confirm(step)
            elif step is Step.SIGNATURE:
                self.sign(signature)
                self.confirm(step)
            else:
                self.capture_until_good(step)
        self.consent()
        return self.seal()

    @property
    def _id(self) -> str:
        if self.draft_id is None:
            raise Problem("station.draft_gone")
        return self.draft_id
