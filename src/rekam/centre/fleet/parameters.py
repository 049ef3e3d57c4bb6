"""Limits of the fleet's forms: one place, each with its reason."""

REASON_LETTERS_LEAST = 10
"""Letters of a reason; shorter ones explain nothing to the people after."""

TEXT_LETTERS_MOST = 200
"""Of a remark, a name or the number of a letter; what a paper has room for."""

RUPIAH_MOST = 1_000_000_000_000
"""A trillion: more than the whole procurement of a province; a slip of the zero key is refused."""

SEEN_BY_STATION = "stasiun"
"""Source of a component that a station reported before any register named it."""
