"""Forged packets, manifests, chunks, receipts, messages and lists: each is refused under its own name."""

from rekam.fault.outcome import Outcome
from rekam.fault.tampering import CATALOGUE, refusal_of
from rekam.fault.trial import Trials


def run(trials: Trials) -> Outcome:
    """One trial is one pass over all classes.

    ``acknowledged`` counts honest things accepted, ``lost`` honest things refused, ``unknown`` forged things that
    were accepted, refused under another name, or refused with no name at all.
    """
    outcome = Outcome("tamper", trials.seed, control=trials.control)
    classes = {
        f"{name}: {kind}": (subject, forge, expected)
        for name, subject in CATALOGUE.items()
        for kind, (forge, expected) in subject.classes.items()
    }
    for _, chance in trials.each("tamper"):
        for subject in CATALOGUE.values():
            accepted = refusal_of(subject, subject.honest()) is None
            outcome.acknowledged += accepted
            outcome.lost += not accepted
        # In another order each time: nothing that was read before may change what is believed after.
        for named in chance.sample(sorted(classes), len(classes)):
            subject, forge, expected = classes[named]
            try:
                found = refusal_of(subject, forge()) or "accepted"
            except Exception as failure:  # noqa: BLE001 - whatever is no Problem is what this case looks for
                found = type(failure).__name__
            if found != expected:
                outcome.unknown += 1
                outcome.details.setdefault("first", f"{named}: {found} instead of {expected}")
        outcome.trials += 1
    outcome.details["classes"] = len(classes)
    for name, subject in CATALOGUE.items():
        outcome.details[f"classes_{name}"] = len(subject.classes)
    return outcome
