"""What the capture pages do: take, sign, except, and show what was taken."""

import base64
import binascii
from collections.abc import Callable
from io import BytesIO

from starlette.responses import Response

from rekam.account import Account
from rekam.biometric import ExceptionReason, Modality
from rekam.biometric.picture import decode_grey, decode_jp2
from rekam.problem import Problem
from rekam.recording import ITEMS_OF, STEP_OF, Accommodation, Draft, Item, Step
from rekam.station.pages.asking import Asked, see
from rekam.station.pages.wizard import again
from rekam.station.station import Station
from rekam.station.use.capture import (
    MODALITY_OF,
    accommodate,
    capture,
    discard,
    except_items,
    lift_exception,
    sign,
)

_LONGEST_SIDE = 480
"""Pixels of a picture on the page; the kept one is larger."""
_PNG_START = "data:image/png;base64,"


def do_capture(asked: Asked) -> Response:
    """Ambil: one attempt at everything the step shows."""
    return _done(asked, asked.step, lambda: capture(*_who(asked), asked.step))


def do_sign(asked: Asked) -> Response:
    """The signature from the pad, or from a file where there is no script."""
    return _done(asked, Step.SIGNATURE, lambda: sign(*_who(asked), _signature(asked)))


def do_except(asked: Asked) -> Response:
    """Kecualikan: items, reason, and a supervisor where the reason needs one."""
    step = asked.step

    def act() -> Draft:
        items = [
            Item(value)
            for value in asked.fields("bagian")
            if value in {item.value for item in ITEMS_OF[step]}
        ]
        name = asked.field("penyelia")
        supervisor = (name, asked.field("sandi_penyelia")) if name.strip() else None
        return except_items(*_who(asked), items, _reason(asked), supervisor=supervisor)

    return _done(asked, step, act)


def do_accommodate(asked: Asked) -> Response:
    """Keadaan khusus: what is done differently for the resident, and who came along."""

    def act() -> Draft:
        try:
            kind = Accommodation(asked.field("keadaan"))
        except ValueError as error:
            raise Problem("recording.accommodation_unknown") from error
        return accommodate(
            *_who(asked), kind, companion=asked.field("pendamping"), relationship=asked.field("hubungan")
        )

    return _done(asked, asked.step, act)


def do_lift(asked: Asked) -> Response:
    """The exception was a mistake."""
    item = _item(asked)
    return _done(asked, STEP_OF[item], lambda: lift_exception(*_who(asked), item))


def do_discard(asked: Asked) -> Response:
    """The kept picture is thrown away."""
    item = _item(asked)
    return _done(asked, STEP_OF[item], lambda: discard(*_who(asked), item))


def show_picture(asked: Asked) -> Response:
    """The kept picture of an item, small enough for a page; never stored by the browser."""
    best = asked.station.store.drafts.read(asked.path("draft")).of(_item(asked)).best
    if best is None:
        return Response(status_code=404)
    if best.media_type == "image/png":
        return Response(best.content, media_type="image/png")
    from PIL import Image

    grey = best.modality is not Modality.FACE
    picture = Image.fromarray(decode_grey(best.content) if grey else decode_jp2(best.content))
    picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    out = BytesIO()
    picture.save(out, "JPEG", quality=88)
    return Response(out.getvalue(), media_type="image/jpeg")


def show_preview(asked: Asked) -> Response:
    """What the device sees now; no content while it has nothing to show."""
    step = asked.step
    if step not in MODALITY_OF:
        return Response(status_code=404)
    try:
        frame = asked.station.bench.preview(MODALITY_OF[step], [item.place for item in ITEMS_OF[step]])
    except Problem:
        return Response(status_code=204)
    return Response(frame, media_type="image/jpeg")


def _who(asked: Asked) -> tuple[Station, Account | None, str]:
    return asked.station, asked.account, asked.path("draft")


def _done(asked: Asked, step: Step, act: Callable[[], Draft]) -> Response:
    try:
        act()
    except Problem as problem:
        return again(asked, step, problem)
    return see(f"/rekam/{asked.path('draft')}/{int(step)}")


def _item(asked: Asked) -> Item:
    try:
        return Item(asked.path("item"))
    except ValueError as error:
        raise Problem("command.page_not_found") from error


def _reason(asked: Asked) -> ExceptionReason:
    try:
        return ExceptionReason(asked.field("alasan"))
    except ValueError as error:
        raise Problem("recording.reason_missing") from error


def _signature(asked: Asked) -> bytes:
    drawn = asked.field("gambar")
    if drawn.startswith(_PNG_START):
        try:
            return base64.b64decode(drawn[len(_PNG_START) :], validate=True)
        except binascii.Error:
            return b""
    content = asked.file("berkas")
    if not content:
        raise Problem("recording.signature_empty")
    return content
