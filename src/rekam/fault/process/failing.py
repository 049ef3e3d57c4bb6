"""An act whose n-th call of a kind fails or takes long: what the person sees, and what is true afterwards."""

import random
from collections import Counter as Tally
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rekam.fault.bed.audit import Finding
from rekam.fault.crash_point import open_parts, sites_of
from rekam.fault.outcome import Outcome
from rekam.fault.process import warm_nursery
from rekam.fault.process.memory import scratch_in_memory
from rekam.fault.process.part import Part
from rekam.fault.process.strace import SYNCS, Site, Tracer, check_strace
from rekam.fault.trial import Trials

MARKS = ("(INJECTED)", "(DELAYED)")
"""How strace tells that the fault was met."""

SURVIVED = "survived"


@dataclass(frozen=True, slots=True)
class Effect:
    """What happens at a call.

    Attributes:
        does: As strace says it: ``error=EIO``, ``delay_exit=2000000``.
        onwards: At every later call of the kind too.
    """

    does: str
    onwards: bool = False


SLOW = Effect("delay_exit=2000000")
"""Two seconds, in microseconds."""


@dataclass
class Seen:
    """What came of the acts.

    Attributes:
        ends: How often each problem was named, and how often the act went through.
        finding: Failures without a name, and databases opened in a weaker mode.
        reached: Trials whose call was really made.
    """

    ends: Tally[str] = field(default_factory=Tally)
    finding: Finding = field(default_factory=Finding)
    reached: int = 0

    def note(self, where: str, heard: Sequence[Sequence[str]], status: int) -> None:
        """Takes what a child said before it ended with a status."""
        end = SURVIVED
        for words in heard:
            if words[0] == "problem":
                end = words[1]
            elif words[0] == "error":
                end = "-"
                self.finding.note("unknown", f"{where}: {' '.join(words[1:])}")
            elif words[0] == "open" and words[1:] != ["wal", "2"]:
                self.finding.note("unknown", f"{where}: opened with {' '.join(words[1:])}")
        if status != 0 and end == SURVIVED:
            self.finding.note("unknown", f"{where}: ended with {status}")
        self.ends[end] += 1


def fail_once(part: Part, site: Site, effect: Effect, hold: str, log: Path, seen: Seen) -> None:
    """One act with a fault at a site; then it goes on without, and is checked."""
    log.unlink(missing_ok=True)
    with part.start(hold) as child:
        child.wait_ready()
        tracer = Tracer(child, site.rule(effect.does, onwards=effect.onwards), log)
        child.go()
        heard = child.hear_all()
        status = child.wait()
        tracer.end()
    said = log.read_text(errors="replace")
    if any(mark in said for mark in MARKS):
        seen.reached += 1
        seen.note(f"{part.name}, {effect.does} at {site.call} {site.number}", heard, status)
    part.settle(heard)


def run_failures(
    trials: Trials,
    case: str,
    effects: Sequence[Effect],
    calls: Sequence[str],
    hold: str,
    *,
    slow_every: int = 0,
    beside: Callable[[Part, random.Random, Seen], None] | None = None,
) -> Outcome:
    """Trials in turn over parts and effects; the sites of each come one after the other, shuffled.

    Args:
        trials: How many.
        case: Its name.
        effects: What goes wrong.
        calls: Kinds of calls.
        hold: Before or after the act opens its data.
        slow_every: One trial in so many has a sync that takes two seconds instead; 0 = none.
        beside: Another fault, done to the recording part once for every round over parts and effects.

    Raises:
        Problem: ``fault.not_possible`` without strace.
    """
    check_strace()
    outcome, seen = Outcome(case, trials.seed, control=trials.control), Seen()
    with (
        scratch_in_memory(trials.folder) as scratch,
        open_parts(scratch / "parts", warm_nursery(), trials.wanted + 20) as parts,
    ):
        log = scratch / "calls"
        order = random.Random(f"{trials.seed} {case}")  # noqa: S311 - chance, not secrets
        sites: dict[str, list[Site]] = {}
        for number, chance in trials.each(case):
            turn, place = divmod(number, len(parts) * len(effects))
            part, effect = parts[place % len(parts)], effects[place // len(parts)]
            if part.name not in sites:
                sites[part.name] = _in_turn(sites_of(part, calls, log, hold), order)
            site = sites[part.name][(turn * len(effects) + place // len(parts)) % len(sites[part.name])]
            if slow_every and number % slow_every == slow_every - 1:
                site = chance.choice([one for one in sites[part.name] if one.call in SYNCS])
                effect = SLOW
            fail_once(part, site, effect, hold, log, seen)
            if beside is not None and place == 0:
                beside(parts[0], chance, seen)
            outcome.trials += 1
        for part in parts:
            part.finish(outcome)
    seen.finding.into(outcome)
    outcome.details |= {"method": "strace", "faults_met": seen.reached, "seen": _sorted(seen.ends)}
    outcome.details["sites"] = {name: len(found) for name, found in sites.items()}
    return outcome


def _in_turn(sites: list[Site], order: random.Random) -> list[Site]:
    """Shuffled, but every kind of call comes early: of some kinds an act makes hundreds, of others two."""
    order.shuffle(sites)
    places = Tally[str]()
    ranked = []
    for site in sites:
        ranked.append((places[site.call], site))
        places[site.call] += 1
    return [site for _, site in sorted(ranked, key=lambda one: one[0])]


def _sorted(ends: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(ends.items()))
