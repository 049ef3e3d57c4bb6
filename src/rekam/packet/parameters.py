"""Limits and sizes of the packet format, version 1. All promised in ``contracts/packet.cddl``."""

FORMAT = 1
"""Version of manifest, receipt, request, answer and policy; another number is refused by name."""

CONTENT_FORMATS = (1, 2)
"""Versions of content that are read: the last three there were. 2 added own signatures and the clock."""

CHUNK_BYTES = 65_536
"""Plain bytes in one chunk when nothing else is asked (the tag adds 16)."""

CHUNK_BYTES_LEAST = 1_024
CHUNK_BYTES_MOST = 1_048_576
"""Bounds on the chunk size a manifest may name, bytes."""

TAG_BYTES = 16
"""Length of an AES-GCM tag (NIST SP 800-38D)."""

PADDING_BYTES = 4_096
"""Content is padded up to a multiple of this many bytes, so that its exact size stays hidden."""

CONTENT_BYTES_MOST = 16 * 1_048_576
"""Content larger than this is neither sealed nor opened, bytes (a recording is about 0.5-2 MB)."""

MANIFEST_BYTES_MOST = 6_144
"""A signed manifest with two hybrid recipients is about 3 KiB; four fit."""

RECIPIENTS_MOST = 4
"""Centre, recovery, and both again while keys are being changed."""

WRAPPED_BYTES_MOST = 2_048
"""One wrapped content key: 1,168 bytes for X25519 + ML-KEM-768, 512 for RSA-4096 in a token."""

RECEIPT_BYTES_MOST = 4_096
"""64 proof hashes are 2 KiB."""

RECEIPT_COPIES = 2
"""Durable copies a receipt must promise before a station may delete (DESIGN, promise 1)."""

PROOF_HASHES_MOST = 64
"""Longest inclusion proof: a log of 2**64 leaves."""

REQUEST_BYTES_MOST = 8 * 1_048_576
ANSWER_BYTES_MOST = 32 * 1_048_576
"""One exchange message, bytes; the roster travels inside the answer."""

POLICY_BYTES_MOST = 1_048_576
"""A signed policy: 2,000 accounts of 400 bytes."""

POLICY_ACCOUNTS_MOST = 2_000
POLICY_INSTRUCTIONS_MOST = 100
"""Accounts and instructions in one policy."""

PUBLIC_KEY_BYTES_MOST = 4_096
"""One public key as text: 1,216 bytes in base64 with its names."""

REQUEST_MANIFESTS_MOST = 1_000
"""Manifests in one request: 3 MB; a longer queue takes several exchanges."""

EXCHANGE_ITEMS_MOST = 100_000
"""Packet ids, statuses or sequences in one list of an exchange message (three months at 60 a day is 4,680)."""

HELD_MOST = 1_000
"""Packet ids of held bodies that a station names in one request, the oldest: 34 kB, two seconds at 128 kbit/s."""

BOOKMARK_BYTES_MOST = 64
"""The centre's bookmark in the statuses that it has told a station."""

RECEIPTS_MOST = 10_000
"""Receipts in one answer."""

JOURNAL_ENTRIES_MOST = 5_000
JOURNAL_ENTRY_BYTES_MOST = 4_096
"""What a station tells of its own power, line and devices in one request."""

NOTE_PADDING_BYTES = 512
"""A sealed note is padded to this, bytes: it says nothing of its length, and with two hybrid recipients its text
form (base 85) is about 3,800 bytes, below ``JOURNAL_ENTRY_BYTES_MOST``."""

BATCH_ITEMS_MOST = 1_000
"""Packets on one list of a courier's disk: what one request can announce; more packets take more lists."""

BATCH_BYTES_MOST = REQUEST_BYTES_MOST + 262_144
"""A signed list: the request it carries, and about 60 bytes an item."""

SIBLING_NUMBERS_MOST = 300
SIBLING_TAKEN_MOST = 300
"""Queue numbers and residents in one word to the station next door: three times the best day of a counter."""

SIBLING_QUESTION_BYTES_MOST = 1_024
SIBLING_WORD_BYTES_MOST = 65_536
"""One message between two stations of an office, bytes: about 90 a number and 60 a resident."""

SAMPLES_MOST = 64
SAMPLE_BYTES_MOST = 4 * 1_048_576
"""Items of one recording: 10 fingers, 2 irises, face, signature, and room for more attempts kept."""

NOTES_MOST = 64
NOTE_CHARACTERS_MOST = 2_000
TEXT_CHARACTERS_MOST = 500
"""Free text inside content."""

NESTING_MOST = 12
"""Arrays and maps inside each other in any message."""

TIME_MOST = 253_402_300_799
"""Last second of the year 9999, Unix time; a later number is a mistake."""
