"""Limits and names of the MOSIP interface, with unit and source."""

VERSIONS = frozenset({"1.1"})
"""Values of ``version`` that are understood (ABIS API 0.9, all examples)."""
GALLERY = "mosip"
"""The engine's gallery of everybody whom MOSIP inserted; MOSIP's searches go through this one only."""
ENCOUNTER = "mosip"
"""Name of the one encounter of a reference: MOSIP inserts a reference once."""
MOST_OCTETS = 4_000_000
"""Longest message, octets; a gallery of 50 000 references has 3 MB."""
MOST_GALLERY = 50_000
"""References in the gallery of one request; each is compared precisely (8 000 a second and finger)."""
CANDIDATES = 100
"""Candidates of an answer where the request names no ``maxResults``: everybody who is a match, within reason."""
MOST_CANDIDATES = 1_000
"""Candidates of an answer whatever the request says."""
FPIR_RANGE = (0, 90)
"""``targetFPIR`` is round(-10 log10 of the rate); 90 means one search in a milliard (ABIS API 0.9, identify)."""
ROUND = 32
"""Messages taken from the queue before the next job is worked on: probes do not wait behind a long queue."""
KEEP_S = 30 * 86_400
"""How long an answer is kept to be given again to a repeated request, seconds."""
FORGET_AT_ONCE = 1_000
"""Jobs forgotten in one transaction."""
SHARE_OCTETS = 40_000_000
"""Longest answer of the data share, octets: 24 MB of CBEFF, sealed and in base64 once more."""
SHARE_SILENCE_S = 10.0
"""How long the data share may be silent, seconds."""
SHARE_WHOLE_S = 60.0
"""How long one fetch may take altogether, seconds."""
QUEUE_WAIT_S = 1.0
"""How long to wait for a message when there is nothing else to do, seconds."""
AGAIN_S = (1.0, 2.0, 5.0, 15.0)
"""Pauses before the first, second … try of a lost connection, seconds; the last one again and again."""
