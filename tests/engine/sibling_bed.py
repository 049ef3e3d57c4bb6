"""Two stations of one office on loopback, each with its own folder, keys and listener."""

import os
from contextlib import contextmanager
from dataclasses import dataclass

import msgspec

from rekam.fault.bed.counter import Counter, absent_centre, make_counter
from rekam.station import provision
from rekam.station.sibling.papers import SharedOffice, Sibling

START = 1_508_205_600  # 17 October 2017, 09.00 WIB
DAY = "2017-10-17"
SECRET = bytes(range(32))
LETTERS = {"ST-1": "A", "ST-2": "B"}


class Hands:
    """A clock that stands still until it is put forward."""

    def __init__(self):
        self.now = float(START)

    def __call__(self):
        return self.now


@dataclass
class Pair:
    counters: dict[str, Counter]
    publics: dict[str, bytes]
    clocks: dict[str, Hands]

    def copy_to(self, folder):
        """The same two in other folders, with clocks of their own."""
        clocks = {name: Hands() for name in self.counters}
        counters = {name: counter.copy_to(folder / name) for name, counter in self.counters.items()}
        for name, counter in counters.items():
            counter.clock = clocks[name]
        return Pair(counters, self.publics, clocks)

    @contextmanager
    def at_work(self, name):
        """One of them, listening; it asks only when the test does."""
        station = patient(self.counters[name].open())
        try:
            station.siblings.listen()
            yield station
        finally:
            station.close()


def own_host():
    """An address of this machine's loopback that no other test process listens at, so that ports can be named."""
    return f"127.{64 + os.getpid() // 65_536 % 64}.{os.getpid() // 256 % 256}.{os.getpid() % 256}"


def make_pair(folder):
    """Two provisioned stations that know each other's public key and address."""
    _, centre = absent_centre(folder / "centre")
    clocks = {name: Hands() for name in LETTERS}
    made = {
        name: make_counter(folder / name, centre, station_id=name, residents=4, clock=clocks[name])
        for name in LETTERS
    }
    counters = {name: counter for name, (counter, _) in made.items()}
    publics = {name: public for name, (_, public) in made.items()}
    listens = {name: f"{own_host()}:{port}" for port, name in enumerate(LETTERS, 8801)}
    for name, counter in counters.items():
        station = counter.open()
        papers = station.papers
        station.close()
        others = tuple(
            Sibling(other, LETTERS[other], publics[other], listens[other])
            for other in LETTERS
            if other != name
        )
        office = SharedOffice(LETTERS[name], listens[name], SECRET, others)
        provision(counter.folder, msgspec.structs.replace(papers, office=office), at=START)
    return Pair(counters, publics, clocks)


def patient(station):
    """Waits for its sibling as long as a busy machine takes."""
    for one in station.siblings.neighbours:
        one.patience_s = 60.0
    return station


def met(*stations):
    """Each has asked the others once, as their threads do when they start."""
    for station in stations:
        station.siblings.ask_all()


def rina(station):
    return station.store.accounts.find("rina").account
