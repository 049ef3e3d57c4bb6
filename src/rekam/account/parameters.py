"""Numbers of accounts: how long, how many tries, how many letters."""

OFFLINE_DAYS = 180
"""Days without a signed word of the centre after which nobody signs in: twice the longest cut of the fault
matrix (three months), so that a station that was cut off goes on working to its end."""

WARN_DAYS = 30
"""Days before that from which the station's first page says so; time for a courier."""

LOCK_S = 900
"""Seconds without a click after which the page locks (NIST SP 800-63B section 4.2.3 asks 30 minutes at most)."""

PASSWORD_LETTERS_LEAST = 8
"""NIST SP 800-63B section 5.1.1.1."""

RECOVERY_TRIES = 5
"""Wrong codes for one question; then a new one is asked. 5 in 2**40 is a guess."""

RECOVERY_LETTERS = 8
"""Letters of question and code, five bits each: short enough for a telephone."""

KEY_HISTORY_MOST = 20
"""Own keys of one person at one station that the centre keeps in one look."""
