"""Going on to the next page."""

from rekam.account import Account, Act, require
from rekam.recording import Draft, Step, StepConfirmed, check_step
from rekam.station.station import Station
from rekam.station.use.draft import append, obstacles


def confirm_step(station: Station, account: Account | None, draft_id: str, step: Step) -> Draft:
    """Presses Lanjut; pressing it twice changes nothing.

    Raises:
        Problem: ``recording.step_not_reached``, ``recording.item_open``, and for biodata what is wrong with it.
    """
    operator = require(account, Act.RECORD, station.papers.region)
    draft = station.store.drafts.read(draft_id)
    check_step(draft, step)
    if step is Step.BIODATA:
        for problem in obstacles(station, draft):
            raise problem
    if step in draft.confirmed:
        return draft
    event = StepConfirmed(station.now(), step, operator.name)
    return append(station, operator, draft_id, draft, [event], "step_confirmed", step.name.lower())
