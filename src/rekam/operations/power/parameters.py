"""The numbers of power: one place, each with unit and source."""

CUT_HOURS_MOST = 8.0
"""Hours of opening time without power in 30 days above which an office without a generator stands on the needs
list: one whole day. House choice."""

GENERATOR_COST = 12_000_000
"""Rupiah of a 5 kVA petrol generator with cable and change-over switch: enough for two recording sets (about
0.6 kW each) and the office's light. House estimate of 2017; an office writes its own price into its proposal."""

UPS_COST = 2_500_000
"""Rupiah of a 1.2 kVA UPS: carries one set about 20 minutes, until the generator runs. House estimate of 2017."""

FUEL_COST = 6_450
"""Rupiah of a litre of Premium outside Java, Madura and Bali from April 2016 through 2017 (government's fixed
price)."""

LITRES_PER_HOUR = 1.5
"""What a 5 kVA petrol generator burns at half load, litres an hour; makers' data sheets say 1.2 to 1.8."""

UPS_MOST = GENERATORS_MOST = 99
FUEL_LITRES_MOST = 10_000.0
LITRES_PER_HOUR_MOST = 100.0
UPS_MINUTES_MOST = 1_440
"""Most of each that an office can enter; more is a slip of the finger."""

CUT_DAYS_MOST = 14
"""Days of one reported cut; a longer one is told as several, so that a forgotten end is noticed."""
