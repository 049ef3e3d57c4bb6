"""Cetak & stok: the fair queue, the card as PDF, the hand-over."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Account, Act, require
from rekam.biometric import Modality
from rekam.card import Card, write_code
from rekam.centre.pages.desk import WIB, Desk
from rekam.centre.pages.journey import packet_id_of
from rekam.centre.pages.places import asked_place, named
from rekam.centre.printing import hand_over as note_hand_over
from rekam.centre.printing import mark_printed
from rekam.edge.packed import code_list
from rekam.edge.print import card_pdf
from rekam.edge.store.centre.cards import BLANK
from rekam.edge.store.centre.cards import Card as PrintedCard
from rekam.edge.web import check_form_token
from rekam.problem import Problem
from rekam.registry import read_receipt_code, receipt_code
from rekam.registry.status import CARDS, Status

SHOWN = 50
"""Lines of the queue on the page, and the most cards printed by one press."""

UNCOLLECTED_MOST = 100_000
"""More cards than any regency has waiting for their owners."""

LOOKED_AT = 2_000
"""Lines of the queue that one press looks at to find cards that can be printed."""

DISTRICT = 8
"""Letters of a kecamatan's code: blanks are counted there."""

PRINTED = (Status.CARD_PRINTED, Status.CARD_SHIPPED)
"""Cards that exist and wait for their owners."""


def card_of(desk: Desk, packet_id: bytes) -> tuple[Card, str]:
    """The card of a unique recording and the text of its code.

    Raises:
        Problem: ``command.page_not_found``, ``card.not_ready``.
    """
    row = desk.store.ledger.recording(packet_id)
    content = desk.store.contents.content(packet_id)
    if row is None or content is None:
        raise Problem("command.page_not_found")
    if row.status not in CARDS:
        raise Problem("card.not_ready", status=row.status.name)
    printed = desk.store.cards.card(packet_id)
    at = printed.printed_at if printed else desk.now()
    pictures = {sample.modality: sample.content for sample in desk.store.contents.samples(packet_id)}
    biodata = content.biodata
    province, regency, district = desk.gazetteer.ancestors(biodata.village)
    card = Card(
        number=f"{regency.code.replace('.', '')}-{printed.card_id if printed else 0:08d}",
        biodata=biodata,
        province=province.name,
        regency=named(desk.gazetteer, regency.code).title,
        district=district.name,
        village=named(desk.gazetteer, biodata.village).name,
        religion=code_list("agama").get(biodata.religion, biodata.religion),
        marital_status=code_list("status_kawin").get(biodata.marital_status, biodata.marital_status),
        occupation=code_list("pekerjaan").get(biodata.occupation, biodata.occupation),
        photo=pictures.get(Modality.FACE),
        signature=pictures.get(Modality.SIGNATURE),
        issued_on=(datetime.fromtimestamp(at, UTC) + WIB).date(),
        issued_at=regency.name,
    )
    return card, write_code(card, desk.centre.keys.signer)


def printing_page(desk: Desk, request: Request) -> Response:
    """The queue, blanks, and cards that wait for their owners."""
    asked, done = request.query_params.get("wilayah", ""), request.query_params.get("selesai", "")
    return _shown(desk, request, asked, {}, _count(done, 0))


def print_cards(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Print the first cards of the queue; nobody is printed out of turn."""
    check_form_token(request, form.get("_token"))
    place = asked_place(desk.gazetteer, desk.account(request), Act.PRINT_CARD, form.get("wilayah", ""))
    account = require(desk.account(request), Act.PRINT_CARD, place.code)
    count = min(_count(form.get("jumlah", "1"), 1), SHOWN)
    printed = 0
    problems: dict[str, Problem] = {}
    empty: set[str] = set()
    for queued in desk.store.cards.queue(place.code, limit=LOOKED_AT):
        if printed == count:
            break
        if queued.place[:DISTRICT] in empty:
            continue
        try:
            print_one(desk, queued.packet_id, account)
            printed += 1
        except Problem as problem:
            # One bad portrait, or one kecamatan without blanks, does not hold up everybody behind it.
            problems[queued.receipt_code] = problem
            if problem.code == "centre.no_blanks":
                empty.add(queued.place[:DISTRICT])
    if problems:
        return _shown(desk, request, place.code, problems, printed)
    return RedirectResponse(f"/cetak?wilayah={place.code}&selesai={printed}", 303)


def print_one(desk: Desk, packet_id: bytes, account: Account) -> bytes:
    """Draw one card, then note it as printed; a card that cannot be drawn is not noted."""
    card, code = card_of(desk, packet_id)
    card_pdf(card, code)
    mark_printed(desk.centre, packet_id, actor=account.name)
    card, code = card_of(desk, packet_id)
    return card_pdf(card, code)


def card_document(desk: Desk, request: Request) -> Response:
    """The PDF of a printed card."""
    account = desk.reader(request)
    packet_id = packet_id_of(request.path_params["packet"])
    row = desk.store.ledger.recording(packet_id)
    if row is None:
        raise Problem("command.page_not_found")
    require(account, Act.PRINT_CARD, row.place)
    card, code = card_of(desk, packet_id)
    if desk.store.cards.card(packet_id) is None:
        raise Problem("command.page_not_found")
    desk.store.audit.write(account.name, "see_card", row.place, packet_id.hex(), at=desk.now())
    headers = {
        "Content-Disposition": f'inline; filename="kartu-{card.number}.pdf"',
        "Cache-Control": "no-store",
    }
    return Response(card_pdf(card, code), media_type="application/pdf", headers=headers)


def hand_over(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Note that a card is in its owner's hand."""
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    packet_id = packet_id_of(form.get("paket", ""))
    row = desk.store.ledger.recording(packet_id)
    if row is None:
        raise Problem("command.page_not_found")
    require(account, Act.HAND_OVER_CARD, row.place)
    note_hand_over(desk.centre, packet_id, actor=account.name, received_by=form.get("penerima", ""))
    return RedirectResponse("/cetak", 303)


def _count(text: str, otherwise: int) -> int:
    """A small number out of a form or an address; what is none counts as ``otherwise``."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise


def _to_hand_over(desk: Desk, territory: str, code: str) -> list[PrintedCard]:
    """Cards that wait for their owners: the one with a receipt code, or the newest."""
    found = desk.store.cards.to_hand_over(territory, limit=UNCOLLECTED_MOST)
    if code:
        return [card for card in found if receipt_code(card.packet_id) == code]
    return found[::-1][:SHOWN]


def _shown(desk: Desk, request: Request, asked: str, problems: dict[str, Problem], done: int) -> Response:
    place = asked_place(desk.gazetteer, desk.account(request), Act.PRINT_CARD, asked)
    store = desk.store
    wanted, code = request.query_params.get("kode", "").strip()[:40], ""
    if wanted:
        try:
            code = read_receipt_code(wanted)
        except Problem as problem:
            problems = {**problems, wanted: problem}
    queue = [
        {
            "code": one.receipt_code,
            "name": one.biodata.name,
            "village": named(desk.gazetteer, one.village).name,
            "since": one.since,
            "problem": problems.get(one.receipt_code),
        }
        for one in store.cards.queue(place.code, limit=SHOWN)
    ]
    printed = []
    for card in _to_hand_over(desk, place.code, code):
        content, row = store.contents.content(card.packet_id), store.ledger.recording(card.packet_id)
        assert content is not None
        assert row is not None
        printed.append(
            {
                "packet": card.packet_id.hex(),
                "code": row.receipt_code,
                "name": content.biodata.name,
                "printed_at": card.printed_at,
            }
        )
    collected = store.journey.waiting(place.code, now=desk.now())
    named_problems = list(dict.fromkeys(problems.values()))
    blanks = [item.quantity for item in store.cards.stock(place.code) if item.item == BLANK]
    return desk.shell.page(
        request,
        "printing.html",
        status=named_problems[0].row.http if problems else 200,
        place=place,
        wanted=wanted,
        problems=named_problems,
        done=done,
        uncollected=sum(collected[status].recordings for status in PRINTED),
        waiting=store.cards.queue_length(place.code).waiting,
        queue=queue,
        printed=printed,
        stock=sum(blanks) if blanks else None,
    )
