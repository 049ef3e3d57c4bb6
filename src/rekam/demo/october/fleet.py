"""October 2017 in Jambi: the sets. How many are broken has its source; which ones, where and how is invented."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from zlib import crc32

from rekam.account import Account, Role
from rekam.centre.centre import Centre
from rekam.centre.fleet.cost import Cost, note_cost
from rekam.centre.fleet.exchange import take_part
from rekam.centre.fleet.load import link_station, load_sets
from rekam.centre.fleet.repair import Order, take_step
from rekam.demo.october.post import JAMBI, SAMPLE
from rekam.edge.packed import gazetteer
from rekam.edge.store.centre.fleet_life import Component
from rekam.edge.store.centre.fleet_ticket import Paper
from rekam.operations.fleet import MINISTRY, ComponentKind, CostAction, HolderKind, Payer, Step
from rekam.operations.fleet.set_file import COLUMNS
from rekam.place import Level

BROKEN = 185
"""Items broken in the kab/kota: JPNN 10-10-2017. Items are components (a kecamatan had two sets)."""

MENDED = 14
"""Repairs that came back before: invented, so that a mean time to repair can be seen."""

SOURCE = f"{SAMPLE}: dua set tiap kecamatan; sebaran 185 item rusak (JPNN 10-10-2017) dibuat-buat"

LOADED_AT = int(datetime(2017, 1, 2, 2, tzinfo=UTC).timestamp())
REPORTS = (date(2017, 5, 2), date(2017, 10, 8))
"""First and last day of the invented reports; the article speaks on 9 October."""

THEFT = "15.05.05"
"""Mestong: a theft there is told of (domain 1.9); its day here is invented."""

KEEPER = Account("peragaan", "Peragaan Oktober 2017", Role.REGENCY, JAMBI, "")
WORKSHOP = Account("peragaan-gudang", "Peragaan gudang pusat", Role.DEPOT, "", "")
"""Enter what the demonstration shows; they cannot sign in."""

DAY_S = 86_400
_BOTH = ("laptop", "camera", "ten_print_scanner", "iris_scanner", "signature_pad", "card_reader", "ups")
_FIRST = ("server", "printer")
"""Server and printer once a kecamatan: "mesin perekaman dan pencetakan sudah berada di tiap kecamatan" (Aksi Post
17-10-2017). No generator: "kita tidak memiliki genset" (JPNN 10-10-2017)."""


def seed(centre: Centre, now: int) -> None:
    """Enter Jambi's register of sets with its broken components, their repairs, papers and costs.

    Args:
        centre: The open centre; its clock stands in October 2017.
        now: Unix seconds.
    """
    known = gazetteer()
    load_sets(_at(centre, LOADED_AT), KEEPER, register_file(), known.knows, source=SOURCE)
    for station in centre.store.stations.all(JAMBI):
        link_station(centre, KEEPER, f"JBI-{station.region}-1", station.station_id)
    sets = centre.store.device_register.sets(JAMBI, limit=1000)
    parts = [part for one in sets for part in centre.store.device_register.components_of(one.set_id)]
    drawn = sorted(parts, key=lambda part: crc32(part.serial.encode()))
    for number, part in enumerate(drawn[:BROKEN]):
        _break(centre, part, number, now)
    for number, part in enumerate(drawn[BROKEN : BROKEN + MENDED]):
        _mend(centre, part, number)
    stolen = next(
        part for part in drawn[BROKEN + MENDED :]
        if part.life.home == THEFT and part.kind is ComponentKind.LAPTOP
    )  # fmt: skip
    lost_at = _report_day("pencurian") - 30 * DAY_S
    order = Order(step=Step.STEAL, remark="Pencurian di Mestong diberitakan; tanggalnya contoh.")
    take_step(_at(centre, lost_at), KEEPER, stolen.component_id, order)
    _cannibalise(centre, now)


def register_file() -> str:
    """Two sets for each of the 144 kecamatan of 2025's code list."""
    lines = [",".join(COLUMNS)]
    for region in gazetteer().within(JAMBI, Level.DISTRICT):
        for number, kinds in ((1, (*_BOTH, *_FIRST)), (2, _BOTH)):
            name = f"JBI-{region.code}-{number}"
            lines += [
                f"{name},{region.code},{kind},{SAMPLE},{name}-{kind},2011,negara,baik" for kind in kinds
            ]
    return "\n".join(lines)


def _break(centre: Centre, part: Component, number: int, now: int) -> None:
    """Report a component, and go on with it as far as chance and the clock let it come."""
    day, fate = _report_day(part.serial), number % 20
    steps: list[tuple[int, Account, Order]] = [(0, KEEPER, Order(step=Step.REPORT, remark=SAMPLE))]
    if fate >= 2:
        judged = Step.JUDGE_HEAVY if fate in {2, 3, 4, 5} else Step.JUDGE_LIGHT
        steps.append((2, KEEPER, Order(step=judged)))
    if fate >= 11:
        paper = _paper("Petugas contoh dinas", "Pengirim contoh", number, day + 9 * DAY_S)
        steps.append((9, KEEPER, Order(step=Step.SHIP, to=MINISTRY, paper=paper)))
    if fate >= 15:
        paper = _paper("Pengirim contoh", "Petugas contoh kementerian", number, day + 21 * DAY_S)
        steps.append((21, WORKSHOP, Order(step=Step.RECEIVE, paper=paper)))
    _walk(centre, part, day, [one for one in steps if day + one[0] * DAY_S < now])


def _mend(centre: Centre, part: Component, number: int) -> None:
    """A whole repair at the ministry, back before the article, with its bill."""
    day, weeks = LOADED_AT + (90 + 5 * number) * DAY_S, 5 + number % 4

    def paper(after: int) -> Paper:
        return _paper("Petugas contoh", "Penerima contoh", number, day + after * DAY_S)

    last = 7 * weeks
    after = _walk(
        centre, part, day,
        [
            (0, KEEPER, Order(step=Step.REPORT, remark=SAMPLE)),
            (2, KEEPER, Order(step=Step.JUDGE_LIGHT)),
            (6, KEEPER, Order(step=Step.SHIP, to=MINISTRY, paper=paper(6))),
            (12, WORKSHOP, Order(step=Step.RECEIVE, paper=paper(12))),
            (last - 10, WORKSHOP, Order(step=Step.REPAIRED)),
            (last - 8, WORKSHOP, Order(step=Step.SHIP_BACK, paper=paper(last - 8))),
            (last - 1, KEEPER, Order(step=Step.ARRIVE, paper=paper(last - 1))),
            (last, KEEPER, Order(step=Step.BACK_IN_SERVICE)),
        ],
    )  # fmt: skip
    assert after.ticket_id is None
    ticket = centre.store.device_register.tickets_of(part.component_id)[0]
    bill = Cost(
        action=CostAction.REPAIR, rupiah=350_000 + 50_000 * (number % 5), payer=Payer.APBN,
        receipt=f"{SAMPLE}-{number + 1}", paid_on=_day(day + last * DAY_S),
        reason="contoh: tidak ada aturan yang ditemukan untuk hari itu",
    )  # fmt: skip
    note_cost(_at(centre, day + last * DAY_S), KEEPER, ticket.ticket_id, bill)


def _cannibalise(centre: Centre, now: int) -> None:
    """In one kecamatan of Merangin one whole set is made of two."""
    register = centre.store.device_register
    for ticket in register.open_tickets("15.02"):
        broken = register.component(ticket.component_id)
        assert broken is not None
        if ticket.holder_kind == HolderKind.OFFICE.value and ticket.component in {
            "camera",
            "ten_print_scanner",
        }:
            donors = [one for one in register.donors(broken, "15.02") if one.life.home == broken.life.home]
            if donors:
                paper = _paper("Petugas contoh", "Petugas contoh", 0, now - 5 * DAY_S)
                take_part(
                    _at(centre, now - 5 * DAY_S), KEEPER, donors[0].component_id, broken.component_id,
                    paper=paper, remark="contoh: satu set jalan lebih baik daripada dua set diam",
                )  # fmt: skip
                return


def _walk(
    centre: Centre, part: Component, day: int, steps: Sequence[tuple[int, Account, Order]]
) -> Component:
    assert all(first[0] <= second[0] for first, second in pairwise(steps))
    after = part
    for days, who, order in steps:
        after = take_step(_at(centre, day + days * DAY_S), who, part.component_id, order)
    return after


def _at(centre: Centre, moment: int) -> Centre:
    """The centre as it was: the same use cases, with the clock of that day."""
    return replace(centre, now=lambda: moment)


def _report_day(text: str) -> int:
    first, last = (int(datetime(day.year, day.month, day.day, 3, tzinfo=UTC).timestamp()) for day in REPORTS)
    return first + crc32(f"{text} lapor".encode()) % ((last - first) // DAY_S) * DAY_S


def _paper(giver: str, taker: str, number: int, moment: int) -> Paper:
    return Paper(giver, taker, f"{SAMPLE}/{number + 1}/2017", _day(moment))


def _day(moment: int) -> date:
    return datetime.fromtimestamp(moment, UTC).date()
