"""The operations of the tag Search."""

from collections.abc import Mapping, Sequence
from typing import Any

from rekam.abis import PersonTemplate, Zone
from rekam.abis.comparison import Comparison
from rekam.engine.encounter import Encounter, Hit, Match
from rekam.engine.osia.answer import Answer
from rekam.engine.osia.filter import acceptance, compared
from rekam.engine.osia.reading import Read
from rekam.engine.osia.words import type_of
from rekam.engine.osia.work import Work
from rekam.engine.parameters import CANDIDATES
from rekam.problem import Problem

UNIT = "nats"
"""Unit of every score: the natural logarithm of a likelihood ratio."""


def identify(work: Work) -> Answer:
    """The persons most like the items of the request."""
    work.service.check_gallery(work.text("galleryId"))
    read = work.read()
    return _candidates(work, [read.template], work.call.body["filter"], reason=_reasons(read))


def identify_from_id(work: Work) -> Answer:
    """The persons most like a person, except that one."""
    work.service.check_gallery(work.text("galleryId"))
    return _from_known(work, work.service.read_all(work.text("personId")))


def identify_from_encounter_id(work: Work) -> Answer:
    """The persons most like an encounter, except its own person."""
    work.service.check_gallery(work.text("galleryId"))
    return _from_known(work, [work.service.read(work.text("personId"), work.text("encounterId"))])


def _from_known(work: Work, encounters: Sequence[Encounter]) -> Answer:
    templates = [one.template for one in encounters]
    return _candidates(work, templates, work.call.body or {}, without=encounters[0].person)


def _candidates(
    work: Work,
    templates: Sequence[PersonTemplate | None],
    asked: Mapping[str, Any],
    *,
    without: str | None = None,
    reason: str = "-",
) -> Answer:
    """The answer to a search; one that could find nobody is refused, or it would say that nobody is there."""
    limit, threshold = work.values.get("maxNbCand", CANDIDATES), work.values.get("threshold")
    probes = [compared(one, asked) for one in templates if one is not None]
    probes = [one for one in probes if one.fingers or one.irises]
    if not probes:
        raise Problem("engine.probe_unreadable", reason=reason)
    found: dict[str, Match] = {}
    for probe in probes:
        matches = work.service.search(
            probe,
            gallery=work.text("galleryId"),
            limit=limit + 1,
            threshold=threshold,
            accept=acceptance(asked),
        )
        for one in matches:
            if one.person != without and (one.person not in found or found[one.person].score < one.score):
                found[one.person] = one
    best = sorted(found.values(), key=lambda one: -one.score)[: max(limit, 0)]
    return Answer(200, [_candidate(rank, one) for rank, one in enumerate(best, 1)])


def _candidate(rank: int, match: Match) -> dict[str, Any]:
    return {
        "personId": match.person,
        "rank": rank,
        "score": match.score,
        "scores": [detail for hit in match.hits for detail in _details(hit)],
        "others": {"zone": match.zone.value, "unit": UNIT},
    }


def _details(hit: Hit) -> list[dict[str, Any]]:
    own: dict[str, Any] = {"encounterId": hit.encounter.encounter, "galleries": list(hit.encounter.galleries)}
    return [{"score": score, **own, **type_of(part)} for part, score in hit.parts.items()]


def verify_from_id(work: Work) -> Answer:
    """Whether the items of the request are of a person we have."""
    person, gallery = work.text("personId"), work.text("galleryId")
    read = work.read()
    compared = work.service.verify_person(read.template or PersonTemplate(), person, gallery=gallery)
    scores = [
        {**detail, "encounterId": encounter.encounter, "galleries": list(encounter.galleries)}
        for encounter, comparison in compared
        for detail in _compared(comparison)
    ]
    return _verdict(work, [one for _, one in compared], [*scores, *_unread(read)])


def verify_from_bio(work: Work) -> Answer:
    """Whether two sets of items are of one person."""
    first, second = work.read("biometricData1"), work.read("biometricData2")
    comparison = work.service.verify(first.template or PersonTemplate(), second.template or PersonTemplate())
    return _verdict(work, [comparison], [*_compared(comparison), *_unread(first), *_unread(second)])


def _verdict(work: Work, comparisons: Sequence[Comparison], scores: list[dict[str, Any]]) -> Answer:
    """Yes only where something was compared and says so; what could not be read never speaks for the person."""
    threshold = work.values.get("threshold")
    decision = any(
        one.parts and (one.zone is Zone.DUPLICATE if threshold is None else one.score >= threshold)
        for one in comparisons
    )
    return Answer(200, {"decision": bool(decision), "scores": scores})


def _compared(comparison: Comparison) -> list[dict[str, Any]]:
    whole = {"score": comparison.score, "others": {"zone": comparison.zone.value, "unit": UNIT}}
    return [whole, *({"score": score, **type_of(part)} for part, score in comparison.parts.items())]


def _unread(read: Read) -> list[dict[str, Any]]:
    """The items that could not be read, as scores that say nothing."""
    kinds = ("biometricType", "biometricSubType", "instance")
    return [
        {"score": 0.0, "others": {"problem": one["problem"], "message": one["message"]}}
        | {name: one[name] for name in kinds if name in one}
        for one in read.told()
    ]


def _reasons(read: Read) -> str:
    return ", ".join(sorted({problem.code for _, problem in read.unreadable})) or "-"
