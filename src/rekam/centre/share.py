"""How many bodies a station is asked for while many stations catch up at once."""

from rekam.centre import parameters
from rekam.centre.centre import Centre


def bodies_wanted(centre: Centre, station_id: str) -> int:
    """Bodies to ask a station for now, the oldest first.

    What the centre takes in one window is shared by the stations that spoke in it and have something to send. Who has
    had the share of the last window waits until it is over; there is a share for everybody, however many they are.
    """
    since = centre.now() - parameters.WINDOW_S
    load = centre.store.packets.load(station_id, since)
    share = max(parameters.WINDOW_BODIES // max(load.stations, 1), parameters.WANTED_LEAST)
    return min(max(share - load.taken, 0), parameters.WANTED_MOST)
