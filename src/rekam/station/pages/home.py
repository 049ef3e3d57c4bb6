from starlette.responses import Response

from rekam.station.pages.asking import Asked, see
from rekam.station.use.draft import cancel, open_drafts
from rekam.station.use.notice import notices
from rekam.station.use.overview import overview
from rekam.station.use.queue import hour_now, in_turn


def show_home(asked: Asked) -> Response:
    """Can I work, and is anything of ours stuck?"""
    station = asked.station
    resumed = station.store.journal.of("sealing_resumed", 5)
    fresh = [line.subject for line in resumed if station.now() - line.at < 12 * 3600]
    return asked.page(
        "beranda.html",
        view=overview(station),
        drafts=open_drafts(station),
        resumed=fresh,
        gap=station.power_gap,
        notices=notices(station, asked.account.valid_until if asked.account else 0),
        waiting_people=len(
            in_turn(station.store.queue.numbers(station.today().isoformat()), hour_now(station))
        ),
        promised=station.store.queue.ahead(station.today().isoformat()).get(station.today().isoformat(), 0),
    )


def show_lamps(asked: Asked) -> Response:
    """The four lamps alone, for the page that keeps itself fresh."""
    return asked.page("lampu.html", view=overview(asked.station))


def do_cancel(asked: Asked) -> Response:
    """Deletes an unfinished recording."""
    cancel(asked.station, asked.account, asked.path("draft"))
    return see("/")
