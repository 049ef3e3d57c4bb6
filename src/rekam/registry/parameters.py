"""Times allowed in each status, in hours since it began.

Source: the project's own service targets. They stand against what residents met in 2017: SENT FOR ENROLLMENT
lasting from one day to six months (Kebumen) or a year (Kota Bogor), and five to ten minutes where the line was
good (Jember 2018).
"""

SUMMON_HOURS = 90 * 24
"""From being obliged without a recording to being visited or summoned: a quarter."""

SEAL_HOURS = 1
"""From the last capture to the sealed packet: the same visit."""

ANNOUNCE_HOURS = 24
"""From sealing to the centre's knowing the manifest (1-4 kB; one SMS-sized moment of line a day)."""

UPLOAD_HOURS = 72
"""From the manifest to the whole body at the centre: three nights of a 128 kbit/s line."""

COURIER_HOURS = 14 * 24
"""A disk on its way by boat or motorcycle."""

PROCESS_HOURS = 24
"""From the receipt to unique, adjudication or a named failure."""

QUARANTINE_HOURS = 14 * 24
"""A suspension lasting longer than this is put before the ministry again."""

RECORD_AGAIN_HOURS = 14 * 24
"""From a failure to the resident's second visit."""

SEARCH_AGAIN_HOURS = 4
"""From a failed search to the next attempt."""

ADJUDICATE_HOURS = 3 * 24
"""One expert opinion."""

CHOOSE_HOURS = 30 * 24
"""The resident chooses which recording to keep."""

PRINT_HOURS = 14 * 24
"""From print ready to printed."""

PRINT_JOB_HOURS = 24
"""From the printer's queue to the card."""

SHIP_HOURS = 7 * 24
"""From printed to the place of handing over."""

COLLECT_HOURS = 90 * 24
"""The resident fetches the card."""
