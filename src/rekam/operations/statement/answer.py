"""The report as the command line and pages hand it on."""

from datetime import date

from rekam.operations.statement.check import Report
from rekam.operations.statement.finding import Finding
from rekam.operations.statement.sentence import say


def as_json(report: Report) -> dict[str, object]:
    """``rows``, one for each statement in order, and ``contradictions``, each with the rows it concerns."""
    rows = []
    for place, (statement, findings) in enumerate(zip(report.statements, report.by_row, strict=True)):
        rows.append(
            {
                "id": statement.id,
                "line": statement.line,
                "place": statement.code,
                "name": statement.name,
                "day": statement.day.isoformat() if statement.day else None,
                "problems": report.problems(place),
                "words_id": [say(one, "id") for one in findings],
                "words_en": [say(one, "en") for one in findings],
            }
        )
    contradictions = [contradiction(report, one) for one in report.findings]
    return {
        "statements": len(rows),
        "with_problems": sum(bool(row["problems"]) for row in rows),
        "rows": rows,
        "contradictions": contradictions,
    }


def contradiction(report: Report, finding: Finding) -> dict[str, object]:
    """One finding: its name, its rows, its sentence and the numbers in it."""
    return {
        "kind": finding.kind.value,
        "rows": [report.statements[place].id for place in finding.rows],
        "lines": [report.statements[place].line for place in finding.rows],
        "certain": finding.certain,
        "words_id": say(finding, "id"),
        "words_en": say(finding, "en"),
        "values": {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in finding.values.items()
        },
    }
