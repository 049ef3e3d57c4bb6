"""The devices: what works, what was reported."""

from starlette.responses import Response

from rekam.station.pages.asking import Asked, see
from rekam.station.use.health import drifts, faults, report_fault
from rekam.station.use.overview import overview


def show_devices(asked: Asked) -> Response:
    """What is broken and who has it?"""
    station = asked.station
    return asked.page(
        "alat.html",
        view=overview(station),
        ports=station.config.device_ports,
        faults=faults(station),
        drifts=drifts(station),
        reported="dilaporkan" in asked.request.query_params,
    )


def do_report(asked: Asked) -> Response:
    """Laporkan rusak."""
    report_fault(asked.station, asked.account, asked.field("alat"), asked.field("catatan"))
    return see("/alat?dilaporkan=1")
