"""The numbers between two stations of one office: one place, each with unit and source."""

ASK_EVERY_S = 3.0
"""Seconds between questions; somebody called at one counter is off the other's page before they have sat down."""

PATIENCE_S = 2.0
"""Seconds that the station next door may take; an office network answers in milliseconds."""

CLOCK_WINDOW_S = 300
"""Seconds by which a question's time may differ from the clock of the asked, as in Kerberos (RFC 4120, 1.6)."""

SECRET_BYTES_LEAST = 16
"""Length of the office's secret, bytes: 128 bits."""

SERIAL_RUN = 2**24
"""Questions of one run of a station: 580 days at one every three seconds."""

CALLS_MOST = 8
"""Times that calling the next one starts again because the other counter was faster."""
