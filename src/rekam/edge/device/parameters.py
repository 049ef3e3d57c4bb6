"""Numbers of the device room, each with its unit and where it comes from."""

PORTS = range(4501, 4601)
"""TCP ports on 127.0.0.1 where device services listen (SBI 0.9.5, device discovery)."""

PROBE_S = 0.3
"""Seconds to wait for a port to accept; loopback answers within a millisecond, also when it refuses."""

INFO_TIMEOUT_S = 3.0
"""Seconds for discovery and info; they do no capture, so a longer silence is a dead service."""

CAPTURE_TIMEOUT_S = 30.0
"""Seconds a device may look for a hand, eyes or a face before it gives its best frame; chosen for a queue."""

ANSWER_MARGIN_S = 3.0
"""Seconds beyond the capture timeout for encoding, signing and sending the answer."""

REQUESTED_QUALITY = 60
"""Score 0-100 at which a device may release the shutter by itself; NFIQ 2 >= 60 is a good plain print."""

ANSWER_OCTETS = 16_000_000
"""Longest answer read, octets: four uncompressed fingers as base64 inside a token stay below 8 MB."""

HEADER_OCTETS = 16_384
"""Longest token header read, octets: a chain of three certificates is about 6 kB."""

FRAME_OCTETS = 2_000_000
"""Longest preview frame read, octets."""

CLOCK_TOLERANCE_S = 300
"""Seconds a device clock may differ from the station's before the page says so (SBI: five minutes)."""

RSA_BITS = 2048
"""Smallest signing key accepted (SBI 0.9.5, cryptography)."""

INFO_LENGTH = 120
"""Characters kept of a device's own error text."""
