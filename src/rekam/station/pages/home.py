from starlette.responses import Response

from rekam.station.pages.asking import Asked, see
from rekam.station.pages.words import ACTS, COUNTS
from rekam.station.use.draft import cancel, open_drafts
from rekam.station.use.overview import overview


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
    )


def show_lamps(asked: Asked) -> Response:
    """The four lamps alone, for the page that keeps itself fresh."""
    return asked.page("lampu.html", view=overview(asked.station))


def show_devices(asked: Asked) -> Response:
    """What is broken and who has it?"""
    return asked.page("alat.html", view=overview(asked.station), ports=asked.station.config.device_ports)


def show_today(asked: Asked) -> Response:
    """The day in figures and what befell the station."""
    station = asked.station
    today = station.today()
    lines = [
        line
        for line in station.store.journal.latest(500)
        if station.day_of(line.at) == today and line.act in ACTS
    ]
    counts = station.store.journal.counts(today.isoformat())
    return asked.page(
        "hari_ini.html",
        today=today,
        counts={name: counts.get(name, 0) for name in COUNTS},
        roster=station.store.roster.counts(),
        version=station.store.roster.version(),
        lines=lines,
    )


def show_unbuilt(asked: Asked) -> Response:
    """A page that is planned: what it will do and what to use until then."""
    return asked.page("belum.html", page_name=asked.path("halaman"))


def do_cancel(asked: Asked) -> Response:
    """Deletes an unfinished recording."""
    cancel(asked.station, asked.account, asked.path("draft"))
    return see("/")
