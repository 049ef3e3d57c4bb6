"""What the pages of power say."""

from collections.abc import Mapping

from rekam.operations.power import Want

WANT_WORDS = {
    Want.REGISTER.value: "isi daftar daya cadangan",
    Want.GENERATOR.value: "genset",
    Want.UPS.value: "UPS (baterai cadangan)",
    Want.FUEL.value: "bahan bakar",
}

CUT_SOURCE_WORDS = {"observed": "teramati stasiun", "reported": "dilaporkan kantor"}

WORDS: Mapping[str, Mapping[str, str]] = {
    "power_wants": WANT_WORDS,
    "power_sources": CUT_SOURCE_WORDS,
}
"""Tables for every template of the centre."""
