"""The queue of the day and the promised hours."""

from datetime import date

from starlette.responses import Response

from rekam.account import Act, require
from rekam.edge.store.station.queue import BOOKED, CALLED
from rekam.problem import Problem
from rekam.station.pages.asking import Asked, see
from rekam.station.pages.words import NEEDS
from rekam.station.parameters import OPEN_HOURS, SLOT_CAPACITY
from rekam.station.sibling.own import called_for
from rekam.station.use import queue as use
from rekam.station.use import shared_queue as shared


def show_queue(asked: Asked) -> Response:
    """Who is next?"""
    return _page(asked)


def do_take(asked: Asked) -> Response:
    """A number for somebody who came."""
    try:
        number = use.take_number(asked.station, asked.account, asked.field("siapa"), asked.field("kebutuhan"))
    except Problem as problem:
        return _page(asked, problem)
    return see(f"/antrean?nomor={number}")


def do_call(asked: Asked) -> Response:
    """The next one."""
    try:
        shared.call_next_of_office(asked.station, asked.account)
    except Problem as problem:
        return _page(asked, problem)
    return see("/antrean")


def do_move(asked: Asked) -> Response:
    """Done, gone, or back among those who wait."""
    act = asked.path("tindakan")
    if act not in use.MOVES:
        raise Problem("command.page_not_found")
    try:
        use.move_number(asked.station, asked.account, asked.number("nomor"), act)
    except Problem as problem:
        return _page(asked, problem)
    return see("/antrean")


def do_move_next_door(asked: Asked) -> Response:
    """A number of another station that was called here: done, gone, or waiting again."""
    act = asked.path("tindakan")
    if act not in use.MOVES:
        raise Problem("command.page_not_found")
    try:
        shared.move_next_door(asked.station, asked.account, asked.path("huruf"), asked.number("nomor"), act)
    except Problem as problem:
        return _page(asked, problem)
    return see("/antrean")


def do_book(asked: Asked) -> Response:
    """An appointment."""
    try:
        use.book(
            asked.station, asked.account,
            asked.field("tanggal"), asked.field("jam"), asked.field("siapa"), asked.field("kebutuhan"),
        )  # fmt: skip
    except Problem as problem:
        return _page(asked, problem)
    return see(f"/antrean?hari={asked.field('tanggal')}#janji")


def do_appointment(asked: Asked) -> Response:
    """Who has an appointment came, or will not come."""
    appointment, act = asked.number("janji"), asked.path("tindakan")
    if act not in {"datang", "batal"}:
        raise Problem("command.page_not_found")
    try:
        if act == "datang":
            return see(f"/antrean?nomor={use.arrive(asked.station, asked.account, appointment)}")
        use.cancel_appointment(asked.station, asked.account, appointment)
    except Problem as problem:
        return _page(asked, problem)
    return see("/antrean#janji")


def show_paper(asked: Asked) -> Response:
    """The number on 80 mm paper."""
    from rekam.edge.print.number_pdf import NumberSlip, number_pdf
    from rekam.edge.web.wording import day, moment

    station = asked.station
    require(asked.account, Act.SEE_ROSTER, station.papers.region)
    today = station.today()
    numbers = station.store.queue.numbers(today.isoformat())
    found = [one for one in numbers if one.number == asked.number("nomor")]
    if not found:
        raise Problem("command.page_not_found")
    turn = [None if one.station else one.number for one in shared.turns(station)]
    slip = NumberSlip(
        number=found[0].number,
        letter=station.siblings.letter if station.siblings else "",
        place=station.papers.place,
        day=day(today),
        taken_at=moment(found[0].taken_at, zone=station.papers.zone),
        need=NEEDS[found[0].need] if found[0].need else "",
        hour=found[0].hour,
        ahead=turn.index(found[0].number) if found[0].number in turn else 0,
    )
    return Response(number_pdf(slip), media_type="application/pdf")


def _page(asked: Asked, problem: Problem | None = None) -> Response:
    station = asked.station
    require(asked.account, Act.SEE_ROSTER, station.papers.region)
    today = station.today().isoformat()
    try:
        day = use.bookable(station, asked.request.query_params.get("hari", today))
    except Problem:
        # An old address: today is shown, and nothing is done for the day in it.
        day = today
    numbers = station.store.queue.numbers(today)
    given = asked.request.query_params.get("nomor", "")
    return asked.page(
        "antrean.html",
        status=problem.row.http if problem else 200,
        problems=[problem] if problem else [],
        called=[one for one in numbers if one.state == CALLED],
        turns=shared.turns(station),
        called_here=shared.called_here(station),
        called_for=called_for(station) if station.siblings else {},
        next_door=station.siblings.neighbours if station.siblings else (),
        alone=station.siblings.problems() if station.siblings else [],
        letter=station.siblings.letter if station.siblings else "",
        counts={state: sum(one.state == state for one in numbers) for state in ("done", "left")},
        given=int(given) if given.isascii() and given.isdigit() and 0 < len(given) < 6 else None,
        appointments=station.store.queue.appointments(day),
        booked=BOOKED,
        day_shown=day,
        today=today,
        hours=[(hour, SLOT_CAPACITY - station.store.queue.booked(day, hour)) for hour in OPEN_HOURS],
        ahead=station.store.queue.ahead(today),
        typed=asked.field("siapa"),
        calendar=date.fromisoformat,
    )
