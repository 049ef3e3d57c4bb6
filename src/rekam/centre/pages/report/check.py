"""Whether a file is a report that an office signed."""

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from rekam.centre.monthly.verify import FILE_MOST, Verdict, verify_report
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.report.asked import month_words
from rekam.edge.web import check_form_token
from rekam.operations.report import Month
from rekam.problem import Problem


def check_page(
    desk: Desk,
    request: Request,
    *,
    problems: list[Problem] | None = None,
    verdict: Verdict | None = None,
    status: int = 200,
) -> Response:
    """The form, and what the last file was."""
    desk.reader(request)
    month = Month.parse(verdict.statement.month) if verdict else None
    return desk.shell.page(
        request, "report_check.html", month_words=month_words(request), status=status, problems=problems or [], verdict=verdict, month=month,
        key_id=desk.centre.keys.signer.key_id,
    )  # fmt: skip


def take(desk: Desk, request: Request, form: dict[str, str], file: UploadFile | None) -> Response:
    """Check one file; nothing of it is kept."""
    check_form_token(request, form.get("_token"))
    desk.reader(request)
    try:
        data = file.file.read(FILE_MOST + 1) if file is not None else b""
        if not data:
            raise Problem("report.file_missing")  # noqa: TRY301 - one way out for whatever is wrong with it
        verdict = verify_report(data, desk.centre.keys.signer.verifier)
    except Problem as problem:
        return check_page(desk, request, problems=[problem], status=problem.row.http)
    return check_page(desk, request, verdict=verdict)
