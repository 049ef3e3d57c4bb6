from rekam.problem.row import Row

ROWS: dict[str, Row] = {}
