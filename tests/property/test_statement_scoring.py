"""Recall and precision on generated tables: 98 % of each kind at least, and nothing in tables without a mistake."""

import csv
import io
from collections import Counter
from random import Random

from statement_truth import MISTAKES, TITLES, honest_table, put_in

from rekam.edge.packed.statement_places import children_of, residents_of
from rekam.operations.statement import as_json, check, read_text

EACH = 30
HONEST = 100
LEAST = 0.98


def problems_of(rows):
    text = io.StringIO()
    csv.writer(text).writerows([TITLES, *(row.cells() for row in rows)])
    table = read_text(text.getvalue())
    assert table.problems == ()
    report = as_json(check(table.statements, children=children_of, residents=residents_of))
    return {(row["id"], kind) for row in report["rows"] for kind in row["problems"]}


def test_honest_tables_are_left_in_peace():
    alarms = Counter()
    for seed in range(HONEST):
        for id_, kind in problems_of(honest_table(Random(seed))):
            alarms[seed, id_, kind] += 1

    assert alarms == Counter()


def test_each_kind_is_found_and_nothing_else_is_blamed():
    put, found, blamed, wrong = Counter(), Counter(), Counter(), []
    for name in MISTAKES:
        seed = 0
        while put[name] < EACH:
            random = Random(f"{name} {seed}")
            seed += 1
            rows = honest_table(random)
            mistake = put_in(name, rows, random)
            if mistake is None:
                continue
            named = problems_of(rows)
            put[name] += 1
            found[name] += all((id_, mistake.kind) in named for id_ in mistake.rows)
            for id_, kind in named:
                right = (kind == mistake.kind and id_ in mistake.rows) or (id_, kind) in mistake.also
                blamed[kind, right] += 1
                if not right:
                    wrong.append((name, seed - 1, id_, kind))

    recall = {name: found[name] / put[name] for name in put}
    precision = {kind: blamed[kind, True] / (blamed[kind, True] + blamed[kind, False]) for kind, _ in blamed}
    assert {name: share for name, share in recall.items() if share < LEAST} == {}
    assert {kind: share for kind, share in precision.items() if share < LEAST} == {}, wrong
