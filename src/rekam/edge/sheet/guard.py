"""A workbook as a ZIP archive that may have been made to do harm."""

import zipfile
from typing import IO

from rekam.edge.sheet.parameters import PARTS_MOST, SWELLING_FREE, SWELLING_MOST, UNPACKED_MOST
from rekam.problem import Problem


def open_archive(file: IO[bytes]) -> zipfile.ZipFile:
    """The archive, once its own list of parts promises nothing beyond reason; no part is unpacked for it.

    A part that lies about its size is cut off at that size by the reader, and is then a damaged one.

    Raises:
        Problem: ``report.file_damaged``, ``report.file_bomb``.
    """
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Problem("report.file_damaged") from error
    parts = archive.infolist()
    swollen = any(
        part.file_size > SWELLING_FREE and part.file_size > SWELLING_MOST * max(1, part.compress_size)
        for part in parts
    )
    if swollen or len(parts) > PARTS_MOST or sum(part.file_size for part in parts) > UNPACKED_MOST:
        archive.close()
        raise Problem("report.file_bomb")
    if any(part.flag_bits & 0x1 for part in parts):
        archive.close()
        raise Problem("report.file_old")
    return archive
