"""Limits and rules of the engine's service."""

ALL = "ALL"
"""The name that means every gallery (OSIA ABIS 1.6, `identify`); no gallery may carry it."""
MOST_CANDIDATES = 1000
"""Persons in one answer of a search; more is no list that anybody adjudicates."""
CANDIDATES = 10
"""Persons in an answer when the client names no number."""
WIDEN = 4
"""Factor by which a search asks for more candidates until a filter leaves enough of them."""
MOST_BODY_BYTES = 64_000_000
"""Bytes of one request; ten fingers, two irises and a face raw at 500 dpi have some 10 MB as base64."""
MOST_ITEMS = 100
"""Items of `biometricData` in one request; a person has ten fingers, two irises and a face, some twice."""
CALLBACK_TRIES_S = (0.0, 2.0, 10.0)
"""Seconds to wait before each try of a callback; then the task rests until it is asked for again."""
CALLBACK_TIMEOUT_S = 10.0
"""Seconds that a client may take to accept a result."""
TASK_THREADS = 4
"""Tasks that are done, or delivered, at the same time: one client that hangs must not hold up the others."""
TASKS_KEPT_S = 7 * 86_400
"""Seconds for which a finished task can be asked about."""
TOKEN_LIFETIME_S = 3_600
"""Seconds for which a token of the engine's own key is good."""
CLOCK_LEEWAY_S = 60
"""Seconds by which the clock of who issued a token may differ."""
REQUEST_THREADS = 8
"""Requests that are worked on at the same time; the others wait, so that memory stays bounded."""
PAGE_ROWS = 1000
"""Encounters read at once when the engine starts; some 10 MB."""
