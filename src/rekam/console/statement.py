"""``rekam statement``."""

import sys
from pathlib import Path

from cyclopts import App

from rekam.console.output import print_json
from rekam.problem import Problem

statement = App(
    name="statement", help="Published figures: do they agree with themselves and with each other?"
)


@statement.command(name="check")
def statement_check(file: Path, *, json: bool = False) -> int:
    """Recompute published figures and name what contradicts what.

    Parameters
    ----------
    file
        CSV (comma, semicolon or tab; UTF-8) or XLSX with the columns tanggal, kode, wilayah, penduduk, wajib_ktp,
        sudah_rekam, belum_rekam, persen_dilaporkan, sumber, catatan; id if the rows have names.
    """
    from rekam.edge.packed.statement_places import children_of, residents_of
    from rekam.edge.statement_file import read_statement_file
    from rekam.operations.statement import as_json, check

    if not file.is_file():
        raise Problem("command.file_not_found", path=str(file))
    table = read_statement_file(file.name, file.read_bytes())
    if table.problems:
        raise table.problems[0]
    report = as_json(check(table.statements, children=children_of, residents=residents_of))
    if json:
        print_json(report)
        return 0
    for row in report["rows"]:  # type: ignore[attr-defined]
        if row["problems"]:
            sys.stdout.write(
                f"{row['id']} (baris {row['line']}) {row['name']}: {', '.join(row['problems'])}\n"
            )
            sys.stdout.writelines(f"    {sentence}\n" for sentence in row["words_id"])
    sys.stdout.write(f"{report['with_problems']} / {report['statements']}\n")
    return 0
