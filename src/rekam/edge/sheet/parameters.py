"""Limits on files that come from outside. Each is far above what an office's report needs."""

FILE_MB_MOST = 50
"""Largest file, megabytes; 100,000 villages with every column are about 8 MB."""

UNPACKED_MOST = 600 * 1024 * 1024
"""Most bytes of all parts of a workbook together; 100,000 rows of 16 columns unpack to 90 MB."""

SWELLING_MOST = 250
"""Most times a part of a workbook may grow when it is unpacked; sheets grow 5 to 30 times."""

SWELLING_FREE = 4 * 1024 * 1024
"""Parts up to so many bytes may be of any kind: a short part of one repeated letter harms nobody."""

PARTS_MOST = 2_000
"""Most parts of a workbook."""

ROWS_MOST = 150_000
"""Most rows of a sheet; the country has 83,403 villages with coordinates and 91,599 regions (2025)."""

SHEET_ROWS = 1_048_576
"""Rows that a sheet of Excel can have at all."""

CELLS_MOST = 20_000_000
"""Most cells of a sheet, empty ones with a colour too."""

COLUMNS_MOST = 200
"""Most columns in which something stands."""

TEXT_MOST = 2_000
"""Most letters of one cell."""

STRINGS_MOST = 128 * 1024 * 1024
"""Most letters of a workbook's table of texts."""

CHUNK = 256 * 1024
"""Bytes read at once."""
