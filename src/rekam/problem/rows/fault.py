from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "fault.not_possible": Row(
        "Uji ini tidak dapat dijalankan di mesin ini: {reason}.",
        "This test cannot run on this machine: {reason}.",
        501,
    ),
}
