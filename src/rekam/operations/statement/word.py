"""Claims in words against figures and against each other."""

import re
from collections.abc import Iterator
from functools import cache

from rekam.operations.statement.claim import Claims, Topic, read_claims
from rekam.operations.statement.finding import Finding, Kind
from rekam.operations.statement.mention import ITEMS, SETS, Role
from rekam.operations.statement.parameters import (
    FIGURE_DAYS,
    MAXIMAL_FLOOR,
    NEAR_LATEST,
    REPAIRED_AFTER_DAYS,
    REPAIRED_BEFORE_DAYS,
    STATE_DAYS,
)
from rekam.operations.statement.sheet import Sheet, inside, parent_of
from rekam.operations.statement.subjects import Subject

_STATES = (Topic.LINE, Topic.POWER, Topic.BLANKS)
_claims_of = cache(read_claims)


def check_words(sheet: Sheet) -> Iterator[Finding]:
    """``claim_conflict`` between what is said and what is counted or said elsewhere."""
    claims = [_claims_of(one.words) if one.words else Claims() for one in sheet.statements]
    speaking = [place for place, one in enumerate(claims) if one.against]
    for place, one in enumerate(claims):
        for topic, words in one.well.items():
            if topic in {Topic.DEVICES, Topic.OBSTACLES, *_STATES}:
                yield from _against(sheet, claims, place, topic, words, speaking)
            elif topic is Topic.EVERYBODY:
                yield from _everybody(sheet, place, words)
            elif topic in {Topic.MAXIMAL, Topic.OTHERS_MAXIMAL}:
                yield from _maximal(sheet, place, topic, words)
            else:
                yield from _ranked(sheet, place, topic, words)
        yield from _change(sheet, place)
        yield from _bounds(sheet, place)
    yield from _items_and_sets(sheet)


def _against(
    sheet: Sheet, claims: list[Claims], place: int, topic: Topic, words: str, speaking: list[int]
) -> Iterator[Finding]:
    for other in speaking:
        against = claims[other].against
        contrary = next(iter(against.values()), "") if topic is Topic.OBSTACLES else against.get(topic, "")
        if not contrary or contrary == words or not _near(sheet, place, other, topic):
            continue
        values: dict[str, object] = {"claim": words, "contrary": contrary}
        yield Finding(Kind.CLAIM_CONFLICT, tuple(dict.fromkeys((place, other))), "claim_against", values)


def _near(sheet: Sheet, place: int, other: int, topic: Topic) -> bool:
    one, two = sheet.statements[place], sheet.statements[other]
    if place == other:
        return True
    if not inside(two.place, one.place):
        return False
    if one.day is None or two.day is None:
        return False
    days = (two.day - one.day).days
    if topic is Topic.DEVICES:
        return -REPAIRED_BEFORE_DAYS <= days <= REPAIRED_AFTER_DAYS
    return abs(days) <= STATE_DAYS


def _everybody(sheet: Sheet, place: int, words: str) -> Iterator[Finding]:
    if sheet.statements[place].subject is not Subject.RECORDING:
        return
    figures = sheet.figures[place]
    rest = figures.missing
    if rest is None and figures.obliged and figures.recorded and figures.obliged.low > figures.recorded.high:
        yield Finding(
            Kind.CLAIM_CONFLICT,
            (place,),
            "not_everybody",
            {"claim": words, "rest": figures.obliged.whole - figures.recorded.whole},
        )
    elif rest is not None and rest.low > 0:
        yield Finding(Kind.CLAIM_CONFLICT, (place,), "not_everybody", {"claim": words, "rest": rest.whole})
    elif figures.percent is not None and figures.percent.high <= 100:
        yield Finding(
            Kind.CLAIM_CONFLICT,
            (place,),
            "not_maximal",
            {"claim": words, "names": sheet.statements[place].name, "counted_percent": figures.percent.value},
        )


def _maximal(sheet: Sheet, place: int, topic: Topic, words: str) -> Iterator[Finding]:
    claim = sheet.statements[place]
    for other, statement in enumerate(sheet.statements):
        if statement.subject is not Subject.RECORDING:
            continue
        share = sheet.figures[other].sound_share
        near = claim.day and statement.day and abs((statement.day - claim.day).days) <= FIGURE_DAYS
        if share is None or share.high >= MAXIMAL_FLOOR or not (near or other == place):
            continue
        if topic is Topic.MAXIMAL:
            hit = statement.place == claim.place
        else:
            hit = _another(statement.place, claim.place) and statement.name.lower() not in claim.words.lower()
        if hit:
            yield Finding(
                Kind.CLAIM_CONFLICT, tuple(dict.fromkeys((place, other))), "not_maximal",
                {"claim": words, "names": statement.name, "counted_percent": share.value},
            )  # fmt: skip


def _another(place: str, claimed: str) -> bool:
    """Whether a place is among the "others" of a claim made about a place or its province."""
    if inside(place, claimed):
        return place != claimed
    return parent_of(place) == parent_of(claimed)


def _ranked(sheet: Sheet, place: int, topic: Topic, words: str) -> Iterator[Finding]:
    mine, claim = sheet.figures[place].sound_share, sheet.statements[place]
    if mine is None or claim.day is None or parent_of(claim.place) is None:
        return
    sign = 1 if topic is Topic.HIGHEST else -1
    for other, statement in enumerate(sheet.statements):
        if (statement.day, statement.source, statement.subject) != (claim.day, claim.source, claim.subject):
            continue
        share = sheet.figures[other].sound_share
        beside = parent_of(statement.place) == parent_of(claim.place) and statement.place != claim.place
        if share is not None and beside and sign * (share.value - mine.value) > NEAR_LATEST:
            values: dict[str, object] = {
                "claim": words,
                "names": statement.name,
                "counted_percent": share.value,
            }
            yield Finding(Kind.CLAIM_CONFLICT, (place,), "not_first", values, beside=(other,))
            return


_CHANGE = re.compile(
    r"\b(?P<way>naik|meningkat|turun|menurun|rose|fell)\b[^.;]{0,30}?\bdari\s+(?P<old>\d+(?:[.,]\d+)?)\s*(?:persen|%)?\s+(?:menjadi|ke)\s+(?P<new>\d+(?:[.,]\d+)?)\s*(?:persen|%)",
    re.IGNORECASE,
)


def _change(sheet: Sheet, place: int) -> Iterator[Finding]:
    for match in _CHANGE.finditer(sheet.statements[place].words):
        old, new = (float(match[end].replace(",", ".")) for end in ("old", "new"))
        up = match["way"].lower() in {"naik", "meningkat", "rose"}
        if (new < old) if up else (new > old):
            values: dict[str, object] = {"claim": match[0], "before_percent": old, "after_percent": new}
            yield Finding(Kind.CLAIM_CONFLICT, (place,), "wrong_way", values)


_BOUND = re.compile(
    r"\b(?:sudah|telah|mencapai|tembus|masih|baru|already|still)\b[^.;,]{0,20}?\b(?P<side>di atas|lebih dari|melebihi|di bawah|kurang dari|above|more than|below|less than)"
    r"\s+(?P<edge>\d+(?:[.,]\d+)?)\s*(?:persen|%|percent)",
    re.IGNORECASE,
)


def _bounds(sheet: Sheet, place: int) -> Iterator[Finding]:
    """Figures beside their own bounds: "already above 98 per cent", and 95."""
    share, statement = sheet.figures[place].sound_share, sheet.statements[place]
    if share is None or (statement.percent is None and not sheet.figures[place].shares):
        return
    for match in _BOUND.finditer(statement.words):
        edge = float(match["edge"].replace(",", "."))
        above = match["side"].lower() in {"di atas", "lebih dari", "melebihi", "above", "more than"}
        if "belum" not in match[0].lower() and (share.high < edge if above else share.low > edge):
            values: dict[str, object] = {"claim": match[0], "counted_percent": share.value}
            yield Finding(Kind.CLAIM_CONFLICT, (place,), "not_above", values)


def _items_and_sets(sheet: Sheet) -> Iterator[Finding]:
    """One number of broken things, once as items and once as whole sets."""
    known: list[tuple[int, float, bool]] = []
    for place, statement in enumerate(sheet.statements):
        for one in statement.note.mentions:
            if (
                one.percent
                or one.role is not Role.BROKEN
                or one.unit not in ITEMS | SETS
                or one.reading.value < 10
            ):
                continue
            items = one.unit in ITEMS
            for earlier, value, as_items in known:
                before = sheet.statements[earlier]
                near = before.day and statement.day and abs((before.day - statement.day).days) <= FIGURE_DAYS
                if (
                    value == one.reading.value
                    and as_items != items
                    and (earlier == place or (near and before.place == statement.place))
                ):
                    at = tuple(dict.fromkeys((earlier, place)))
                    yield Finding(Kind.UNIT_CONFUSION, at, "items_or_sets", {"printed": one.reading.whole})
                    break
            known.append((place, one.reading.value, items))
