"""Real stations around one real centre, for the courier's tests."""

from rekam.centre.exchange import ExchangeDesk
from rekam.centre.intake import Intake
from rekam.fault.bed.counter import SIGNATURE, make_counter, resident
from rekam.fault.bed.office import Office
from rekam.registry import EventKind
from rekam.station import StationOperator


def office_of(world, folder):
    return Office(folder, "", world.centre, ExchangeDesk(world.centre), Intake(world.centre))


def made_station(office, folder, name):
    """An enrolled station, open."""
    counter, public = make_counter(folder / name, office.keys, station_id=name, clock=office.centre.now)
    office.enrol(name, public)
    return counter.open()


def record(station, *numbers):
    """Sealed recordings of these residents; their packet ids."""
    operator = StationOperator(station, station.store.accounts.find("rina").account)
    return [operator.record(resident(number).nik, SIGNATURE).packet_id for number in numbers]


def arrivals(office, packet_id):
    """How often a packet was received at the centre."""
    return sum(event.kind is EventKind.RECEIVED for event in office.centre.store.ledger.history(packet_id))
