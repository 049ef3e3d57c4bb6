"""The eight pages of a recording."""

from starlette.responses import Response

from rekam.person import doubt_biodata
from rekam.problem import Problem
from rekam.recording import (
    CORRECTABLE,
    DEGRADED,
    EXCEPTIONS,
    INDEX_ITEMS,
    ITEMS_OF,
    Accommodation,
    Approver,
    Draft,
    Item,
    ItemState,
    Step,
    duty,
    item_state,
    may_go_on,
    next_step,
    notes,
    word,
)
from rekam.recording.parameters import ATTEMPTS_BEFORE_BEST, NOT_MEASURED
from rekam.station.pages.asking import Asked, see
from rekam.station.pages.words import choices
from rekam.station.place import village_name
from rekam.station.use.biodata import correct
from rekam.station.use.draft import obstacles, refuse
from rekam.station.use.recheck import recheck
from rekam.station.use.seal import consent, seal
from rekam.station.use.step import confirm_step


def show_draft(asked: Asked) -> Response:
    """The step where the recording stands, also after a power cut."""
    draft = asked.station.store.drafts.read(asked.path("draft"))
    asked.station.welcome(draft.biodata)
    return see(f"/rekam/{asked.path('draft')}/{int(next_step(draft))}")


def show_step(asked: Asked) -> Response:
    """One step."""
    draft = asked.station.store.drafts.read(asked.path("draft"))
    step = asked.step
    if step > next_step(draft):
        return see(f"/rekam/{asked.path('draft')}/{int(next_step(draft))}")
    return step_page(asked, step, draft)


def do_go_on(asked: Asked) -> Response:
    """Lanjut."""
    draft_id, step = asked.path("draft"), asked.step
    try:
        draft = confirm_step(asked.station, asked.account, draft_id, step)
    except Problem as problem:
        return again(asked, step, problem)
    onward = min(next_step(draft), Step(min(step + 1, Step.REVIEW)))
    return see(f"/rekam/{draft_id}/{int(onward)}")


def do_correct(asked: Asked) -> Response:
    """A biodata field corrected against a document."""
    draft_id = asked.path("draft")
    try:
        correct(
            asked.station, asked.account, draft_id,
            asked.field("isian"), asked.field("nilai"), asked.field("dokumen"),
        )  # fmt: skip
    except Problem as problem:
        return again(asked, Step.BIODATA, problem)
    return see(f"/rekam/{draft_id}/{int(Step.BIODATA)}")


def do_refuse(asked: Asked) -> Response:
    """The biodata is not in order and cannot be mended here."""
    draft_id = asked.path("draft")
    name = asked.station.store.drafts.read(draft_id).biodata.name
    reasons = refuse(asked.station, asked.account, draft_id)
    if not reasons:
        return see(f"/rekam/{draft_id}/{int(Step.BIODATA)}")
    return asked.page("ditolak.html", reasons=reasons, name=name)


def do_seal(asked: Asked) -> Response:
    """The resident agrees: both index fingers matched, consent, seal, receipt."""
    draft_id = asked.path("draft")
    try:
        recheck(asked.station, asked.account, draft_id)
        consent(asked.station, asked.account, draft_id)
        sealed = seal(asked.station, draft_id)
    except Problem as problem:
        return again(asked, Step.REVIEW, problem)
    return see(f"/tanda-terima/{sealed.code}")


def again(asked: Asked, step: Step, problem: Problem) -> Response:
    """The same step with the problem at its top; a draft that is gone is a page of its own."""
    if problem.code in {"station.draft_gone", "packet.key_missing"}:
        raise problem
    draft = asked.station.store.drafts.read(asked.path("draft"))
    return step_page(asked, step, draft, [problem], status=problem.row.http)


def step_page(
    asked: Asked, step: Step, draft: Draft, problems: list[Problem] | None = None, *, status: int = 200
) -> Response:
    """The page of a step."""
    values = {
        "draft_id": asked.path("draft"),
        "draft": draft,
        "step": step,
        "steps": list(Step),
        "next_step": next_step(draft),
        "village": village_name(draft.biodata.village),
        "problems": problems or [],
        "fingers": _fingers(problems or []),
    }
    match step:
        case Step.BIODATA:
            return asked.page("biodata.html", status=status, **values, **_biodata(asked, draft))
        case Step.REVIEW:
            return asked.page("periksa.html", status=status, **values, **_review(asked, draft))
        case _:
            return asked.page(
                "ambil.html", status=status, **values, **_items(asked, step, draft, problems or [])
            )


def _biodata(asked: Asked, draft: Draft) -> dict[str, object]:
    field = asked.field("isian") or asked.request.query_params.get("betulkan", "")
    chosen = field if field in CORRECTABLE else ""
    return {
        "obstacles": obstacles(asked.station, draft),
        "doubts": doubt_biodata(draft.biodata, today=asked.station.today()),
        "correctable": CORRECTABLE,
        "chosen": chosen,
        "choices": choices(chosen),
        "typed": asked.field("nilai"),
        "document": asked.field("dokumen"),
        "corrected": {event.field: event.document for event in draft.corrections},
        "values": {name: str(getattr(draft.biodata, name)) for name in draft.biodata.__slots__},
    }


def _review(asked: Asked, draft: Draft) -> dict[str, object]:
    owed = duty(draft)
    return {
        "rows": [(step, [_row(draft, item) for item in ITEMS_OF[step]]) for step in Step if ITEMS_OF[step]],
        "notes": notes(draft),
        "open": may_go_on(draft, Step.REVIEW),
        "looks": [(item, draft.of(item)) for item in INDEX_ITEMS] if asked.station.judge.compares else [],
        "most_attempts": ATTEMPTS_BEFORE_BEST,
        "duty": owed,
        "due": asked.station.day_of(owed.due) if owed else None,
        "values": {name: str(getattr(draft.biodata, name)) for name in draft.biodata.__slots__},
    }


def _fingers(problems: list[Problem]) -> list[Item]:
    """The fingers that a problem is about, so that the page can name them in its own words."""
    numbers = [
        number for one in problems for name, number in one.details.items() if name in ("finger", "other")
    ]
    return [Item(f"finger.{number}") for number in numbers]


def _items(asked: Asked, step: Step, draft: Draft, problems: list[Problem]) -> dict[str, object]:
    modality = ITEMS_OF[step][0].modality
    rows = [_row(draft, item) for item in ITEMS_OF[step]]
    saved = [row["saved_at"] for row in rows if isinstance(row["saved_at"], int)]
    reasons = EXCEPTIONS[modality]
    return {
        "modality": modality,
        "rows": rows,
        "open": may_go_on(draft, step),
        "touched": any(row["held"].best is not None for row in rows),  # type: ignore[attr-defined]
        "saved_at": max(saved, default=None),
        "reasons": reasons,
        "supervised": [reason for reason, terms in reasons.items() if terms.approver is Approver.SUPERVISOR],
        "later": {reason: terms.later_days for reason, terms in reasons.items() if terms.later_days},
        "accommodations": draft.accommodations,
        "degraded": DEGRADED[modality] if any(one.code.startswith("device.") for one in problems) else None,
        "kinds": list(Accommodation) if step is Step.PHOTO else [],
        "attempts": max(draft.of(item).attempts for item in ITEMS_OF[step]),
        "most_attempts": ATTEMPTS_BEFORE_BEST,
        "asked_items": asked.fields("bagian"),
        "asked_reason": asked.field("alasan"),
    }


def _row(draft: Draft, item: Item) -> dict[str, object]:
    """What a template shows of one item."""
    held, state = draft.of(item), item_state(draft, item)
    best = held.best
    measured = best is not None and best.quality != NOT_MEASURED
    return {
        "item": item,
        "held": held,
        "state": state,
        "quality": best.quality if best is not None and measured else None,
        "word": word(item, best.quality) if best is not None else None,
        "advice": held.cause.advice if state is ItemState.POOR and held.cause is not None else None,
        "saved_at": held.saved_at,
        "picture": f"{item.value}?n={held.attempts}" if best is not None else None,
    }
