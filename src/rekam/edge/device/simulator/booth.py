from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from threading import Condition
from typing import Any

from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition
from rekam.biometric.sample import Place
from rekam.edge.device.record import Picture
from rekam.edge.device.sbi import sub_type
from rekam.edge.device.simulator.degrade import degrade
from rekam.edge.device.simulator.drawn_subject import DrawnSubject
from rekam.edge.device.simulator.flaw import again, flawed
from rekam.edge.device.simulator.setting import Settings, Sitter, changed
from rekam.edge.device.subject import Subject

SubjectOf = Callable[[Sitter], Subject]

_DRAWERS = 4
"""Threads that draw; one slap at once."""


class Booth:
    """Who stands before the devices, how the devices are set, and how often each place was captured.

    Args:
        subject_of: Makes the subject for a sitter.
        settings: To begin with.
    """

    def __init__(self, subject_of: SubjectOf = DrawnSubject, settings: Settings | None = None) -> None:
        self._subject_of = subject_of
        self._settings = settings or Settings()
        self._subject = subject_of(self._settings.sitter())
        self._attempts: dict[str | None, int] = {}
        self._drawn: dict[tuple[str | None, int], Future[Picture]] = {}
        self._with_others: dict[str | None, Future[Picture]] = {}
        self._lock = Condition()
        self._pool = ThreadPoolExecutor(_DRAWERS, "draw")
        self._closing = False

    @property
    def closing(self) -> bool:
        """Whether the simulator is being stopped."""
        return self._closing

    @property
    def settings(self) -> Settings:
        """As they are now."""
        return self._settings

    def set(self, **changes: Any) -> Settings:
        """Changes some settings; another sitter or first attempt begins the counting of captures anew.

        Raises:
            Problem: ``device.setting_invalid``; then nothing was changed.
        """
        with self._lock:
            before, self._settings = self._settings, changed(self._settings, changes)
            if self._settings.sitter() != before.sitter():
                self._begin(self._subject_of(self._settings.sitter()))
            elif self._settings.first_attempt != before.first_attempt:
                self._begin(self._subject)
            self._lock.notify_all()
            return self._settings

    def pause(self, seconds: float, still: Callable[[Settings], bool] = lambda _settings: True) -> None:
        """Waits; ends early when the settings are no longer ``still`` so, or when the simulator stops."""
        with self._lock:
            self._lock.wait_for(lambda: self._closing or not still(self._settings), seconds)

    def show(self, subject: Subject) -> None:
        """Puts a subject before the devices until the sitter is changed."""
        with self._lock:
            self._begin(subject)

    def _begin(self, subject: Subject) -> None:
        self._subject = subject
        self._attempts = {}
        self._drawn = {}
        self._with_others = {}

    def picture(self, place: Place, ahead: int = 0) -> Picture:
        """What the device would capture of a place now, degraded to the quality that is set.

        Args:
            place: Finger, eye, or ``None`` for the face.
            ahead: 0 = the next capture, 1 = the one after.
        """
        drawn, attempt = self._drawing(place, ahead)
        return self._degraded(drawn.result(), attempt)

    def draw_ahead(self, places: Iterable[Place]) -> None:
        """Begins to draw the next capture of all these places at once."""
        for place in places:
            self._drawing(place, 0)

    def _drawing(self, place: Place, ahead: int) -> tuple[Future[Picture], int]:
        word = sub_type(place)
        with self._lock:
            attempt = self._attempts.get(word, self._settings.first_attempt) + ahead
            if (drawn := self._drawn.get((word, attempt))) is None:
                drawn = self._pool.submit(_draw, self._subject, place, attempt)
                self._drawn[word, attempt] = drawn
        return drawn, attempt

    def stranger(self, place: Place) -> Picture:
        """The same place of the next person."""
        sitter = self._settings.sitter()
        other = Sitter(person=sitter.person + 1, sex=sitter.sex, age=sitter.age, birth_year=sitter.birth_year)
        first = self._settings.first_attempt
        return self._degraded(_draw(self._subject_of(other), place, first), first)

    def taken(self, places: Sequence[Place]) -> None:
        """Counts one capture of each of these places."""
        with self._lock:
            for word in map(sub_type, places):
                attempt = self._attempts.get(word, self._settings.first_attempt)
                self._attempts[word] = attempt + 1
                drawn = self._drawn.pop((word, attempt), None)
                self._with_others.pop(word, None)
                if drawn is not None and len(places) > 1:
                    self._with_others[word] = drawn

    def touched_again(self, place: Place) -> Picture | None:
        """A finger that was taken in a slap and now comes alone, to be compared: the same touch a moment later.

        ``None`` where there was no such slap; once, so that trying again gives another impression.
        """
        with self._lock:
            drawn = self._with_others.pop(sub_type(place), None)
            attempt = self._attempts.get(sub_type(place), self._settings.first_attempt)
        image = drawn.result() if drawn is not None else None
        return self._degraded(again(image, attempt), attempt) if isinstance(image, FingerImage) else None

    def close(self) -> None:
        """Ends every wait; no capture after this."""
        with self._lock:
            self._closing = True
            self._lock.notify_all()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _degraded(self, picture: Picture, attempt: int) -> Picture:
        pixels = degrade(picture.pixels, self._settings.quality, (self._settings.person, attempt))
        return flawed(replace(picture, pixels=pixels), self._settings)


def _draw(subject: Subject, place: Place, attempt: int) -> FingerImage | EyeImage | FaceImage:
    if isinstance(place, FingerPosition):
        return subject.finger(place, attempt)
    return subject.eye(place, attempt) if isinstance(place, Eye) else subject.face(attempt)
