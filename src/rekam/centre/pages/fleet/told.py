"""Every table of words of this room, as templates name it."""

from collections.abc import Mapping

from rekam.centre.pages.fleet import step_words, words

WORDS: dict[str, Mapping[str, str]] = {
    "fleet_reported": words.COMPONENTS,
    "fleet_kind": words.KINDS,
    "fleet_condition": words.CONDITIONS,
    "fleet_holder": words.HOLDERS,
    "fleet_turn": words.TURNS,
    "fleet_payer": words.PAYERS,
    "fleet_action": words.ACTIONS,
    "fleet_standing": words.STANDINGS,
    "fleet_owner": words.OWNERS,
    "fleet_source": words.SOURCES,
    "fleet_stage": step_words.STAGES,
    "fleet_step": step_words.STEPS,
    "fleet_done": step_words.DONE,
    "fleet_outcome": step_words.OUTCOMES,
    "urgent_fleet": words.URGENT_FLEET,
}
