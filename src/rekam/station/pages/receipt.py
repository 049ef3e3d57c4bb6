from datetime import date

from starlette.responses import Response

from rekam.edge.store.station import OutboxLine
from rekam.problem import Problem
from rekam.registry import read_receipt_code
from rekam.station.pages.asking import Asked
from rekam.station.station import Station


def show_receipt(asked: Asked) -> Response:
    """What do I give the resident?"""
    line = _line(asked)
    return asked.page(
        "tanda_terima.html",
        line=line,
        resident=asked.station.store.roster.of_packet(line.packet_id),
        come_back=_come_back(asked.station, line),
    )


def show_paper(asked: Asked) -> Response:
    """The slip as PDF, 80 mm or A4."""
    from rekam.edge.print.slip import Slip
    from rekam.edge.print.slip_pdf import slip_pdf
    from rekam.edge.web.wording import day, moment

    station, line = asked.station, _line(asked)
    come_back = _come_back(station, line)
    resident = station.store.roster.of_packet(line.packet_id)
    account = station.store.accounts.find(line.operator)
    slip = Slip(
        receipt_code=line.code,
        packet_id=line.packet_id.hex()[:16],
        name=resident.biodata.name if resident else "-",
        nik_tail=resident.biodata.nik[-4:] if resident else "----",
        place=station.papers.place,
        recorded_at=moment(line.captured_at, zone=station.papers.zone),
        operator=account.account.full_name if account else line.operator,
        ask_at=station.papers.ask_at,
        notes=(f"DATANG LAGI paling lambat {day(come_back)} untuk melengkapi rekaman.",) if come_back else (),
    )
    assert asked.account is not None
    station.store.journal.write(station.now(), asked.account.name, "slip_printed", line.code)
    paper = slip_pdf(slip, "a4" if asked.path("kertas") == "a4" else "80mm")
    return Response(paper, media_type="application/pdf")


def _come_back(station: Station, line: OutboxLine) -> date | None:
    """The last day on which the resident is to complete what could not be recorded."""
    sealed = station.store.journal.about("sealed", line.code)
    due = sealed.detail.get("come_back") if sealed else None
    return station.day_of(due) if isinstance(due, int) else None


def _line(asked: Asked) -> OutboxLine:
    line = asked.station.store.outbox.by_code(read_receipt_code(asked.path("kode")))
    if line is None:
        raise Problem("station.receipt_gone")
    return line
