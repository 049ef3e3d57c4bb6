"""``gallery-kill``: SIGKILL while the engine's galleries change on disk; the search afterwards is the one before."""

import time

from rekam.fault.bed.audit import Finding
from rekam.fault.gallery.ledger import GalleryLedger
from rekam.fault.outcome import Outcome
from rekam.fault.process import warm_nursery
from rekam.fault.process.memory import scratch_in_memory
from rekam.fault.trial import Trials

LIFE_KILLS = 50
"""Kills that one folder lives through before a new one begins."""
MOST_CHANGES = 12
"""Acknowledged changes before a kill."""
LONGEST_WAIT_S = 0.02
"""After the last of them: several times one change."""


def run(trials: Trials) -> Outcome:
    """One trial is one process killed at work, and an audit of what it leaves."""
    outcome = Outcome("gallery-kill", trials.seed, control=trials.control)
    ledger, folder, slowest = GalleryLedger(), trials.folder, 0.0
    with scratch_in_memory(trials.folder) as scratch:
        for number, chance in trials.each("gallery-kill"):
            if number % LIFE_KILLS == 0:
                ledger = GalleryLedger()
                folder = scratch / f"life{number // LIFE_KILLS}"
            before = ledger.acknowledged
            with warm_nursery().start(
                "gallery_part:churn",
                folder=str(folder),
                seed=f"{trials.seed} {number}",
                present=sorted(ledger.here),
                control=trials.control,
            ) as child:
                heard: list[list[str]] = []
                for _ in range(chance.randint(0, MOST_CHANGES)):
                    heard += child.hear_until("did", "problem", "error")
                time.sleep(chance.uniform(0.0, LONGEST_WAIT_S))
                child.kill()
                heard += child.hear_all()
            ledger.hear(heard)
            finding = Finding()
            finding.unknown += sum(words[0] in {"problem", "error"} for words in heard)
            begun = time.monotonic()
            ledger.audit(folder, finding)
            slowest = max(slowest, time.monotonic() - begun)
            finding.into(outcome)
            outcome.acknowledged += ledger.acknowledged - before
            outcome.trials += 1
    outcome.details["audit_s_most"] = round(slowest, 3)
    return outcome
