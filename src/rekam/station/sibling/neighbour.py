"""One other station of the office as this one sees it."""

from threading import Lock
from typing import TYPE_CHECKING

from rekam.packet.request import NONCE_BYTES
from rekam.packet.sibling import NumberNextDoor, SiblingQuestion, SiblingWord, read_word, sign_question
from rekam.problem import Problem
from rekam.station.sibling.own import who_of
from rekam.station.sibling.papers import SharedOffice, Sibling, verifier_of
from rekam.station.sibling.parameters import CLOCK_WINDOW_S, PATIENCE_S, SERIAL_RUN

if TYPE_CHECKING:
    from rekam.station.station import Station


class Neighbour:
    """Asks one sibling; its last word is kept until the next.

    Attributes:
        sibling: Its papers.
        word: What it said last; ``None`` before the first.
        problem: Why it is not counted on now; ``None`` while it answers.
        patience_s: Seconds that it may take.

    Args:
        station: The asking station.
        office: The asking station's office.
        sibling: Whom to ask.
    """

    def __init__(self, station: "Station", office: SharedOffice, sibling: Sibling) -> None:
        import httpx

        self.sibling = sibling
        self.word: SiblingWord | None = None
        self.patience_s = PATIENCE_S
        self._station = station
        self._office = office
        self.problem: Problem | None = self._silent()
        self._verifier = verifier_of(sibling)
        self._asked = 0
        self._lock = Lock()
        self._http = httpx.Client(
            trust_env=False, follow_redirects=False, limits=httpx.Limits(max_keepalive_connections=0)
        )

    def ask(self, number: int = 0, act: str = "") -> None:
        """One question; ``word`` and ``problem`` say what came of it.

        Args:
            number: A number of the sibling to move; 0 = none.
            act: How, see `rekam.station.sibling.door.ACTS`.

        Raises:
            Problem: ``station.sibling_silent``, ``station.sibling_clock``, ``station.queue_moved``,
                ``packet.*`` of an answer that is not true or a question that it refuses.
        """
        if not self._lock.acquire(timeout=self.patience_s):
            raise self._silent()
        try:
            self.word = self._exchange(number, act)
            self.problem = None
        except Problem as problem:
            if act and problem.code == "station.queue_moved":
                raise Problem("station.queue_moved", number=f"{self.sibling.letter}{number}") from problem
            told = problem.code.startswith("packet.") or problem.code == "station.sibling_clock"
            self.problem = problem if told else self._silent()
            raise self.problem from problem
        finally:
            self._lock.release()

    def numbers(self) -> tuple[NumberNextDoor, ...]:
        """Its numbers of today as it told them last."""
        today = self._station.today().isoformat()
        return self.word.numbers if self.word is not None and self.word.day == today else ()

    def state_of(self, nik: str) -> str:
        """``begun`` or ``recorded`` when it said so of a resident today, else empty."""
        if self.word is None:
            return ""
        who = who_of(self._office.secret, self.word.day, nik)
        return next((one.state for one in self.word.taken if one.who == who), "")

    def close(self) -> None:
        """Ends the connections."""
        self._http.close()

    def _exchange(self, number: int, act: str) -> SiblingWord:
        from rekam.edge.wire.exchange import send_signed
        from rekam.station.sibling.door import SIBLING_PATH

        station, self._asked = self._station, self._asked + 1
        question = SiblingQuestion(
            station=station.papers.station,
            to=self.sibling.station,
            nonce=station.random(NONCE_BYTES),
            serial=station.time.boot * SERIAL_RUN + self._asked,
            sent_at=station.now(),
            number=number,
            act=act,
        )
        url = f"http://{self.sibling.address}{SIBLING_PATH}"
        signed = send_signed(
            self._http, url, sign_question(question, station.signer), silence_s=self.patience_s
        )
        word = read_word(signed, self._verifier, question=question)
        apart = abs(station.now() - word.at)
        if apart > CLOCK_WINDOW_S or word.day != station.today().isoformat():
            raise Problem("station.sibling_clock", station=self.sibling.station, seconds=apart)
        return word

    def _silent(self) -> Problem:
        return Problem("station.sibling_silent", station=self.sibling.station, letter=self._office.letter)
