"""The operations of the tag Gallery."""

from rekam.engine.osia.answer import CSV, Answer, csv_text
from rekam.engine.osia.work import Work
from rekam.problem import Problem

_MOST = 2**63 - 1
"""The largest number that a database counts with."""


def read_galleries(work: Work) -> Answer:
    """Names of all galleries."""
    return Answer(200, work.service.galleries())


def read_gallery_content(work: Work) -> Answer:
    """Who is in a gallery, a page of it; as CSV to who asks for nothing else."""
    limit, offset = work.values.get("limit", 1000), work.values.get("offset", 0)
    gallery = work.text("galleryId")
    work.service.check_gallery(gallery)
    if min(limit, offset) < 0:
        raise Problem("engine.page_bad")
    members = work.service.members(gallery, limit=min(limit, _MOST), offset=min(offset, _MOST))
    if work.call.accept.partition(";")[0].strip() == CSV:
        return Answer(200, csv_text(("PersonId", "encounterId"), members), CSV)
    return Answer(200, [{"personId": person, "encounterId": encounter} for person, encounter in members])
