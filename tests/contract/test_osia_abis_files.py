"""The contract file is OSIA's own."""

import hashlib
from pathlib import Path

import yaml

from rekam.engine.osia.contract import abis_contract
from rekam.engine.osia.operations import OPERATIONS

ROOT = Path(__file__).parents[2]
GIVEN = ROOT / "contracts" / "osia"
USED = ROOT / "src" / "rekam" / "engine" / "osia"


def test_the_file_we_run_by_is_the_published_one_byte_for_byte():
    for name in ("abis.yaml", "LICENSE"):
        assert (USED / name).read_bytes() == (GIVEN / name).read_bytes()

    digest = hashlib.sha256((GIVEN / "abis.yaml").read_bytes()).hexdigest()
    assert digest in (GIVEN / "README.md").read_text("utf-8")


def test_every_operation_of_the_contract_is_answered():
    told = yaml.safe_load((GIVEN / "abis.yaml").read_text("utf-8"))
    named = {one["operationId"] for item in told["paths"].values() for one in item.values()}

    assert len(named) == 22
    assert {one.name for one in abis_contract().operations} == named
    assert set(OPERATIONS) | {"readTaskStatus", "redeliverTaskResult"} == named


def test_every_operation_that_has_a_callback_may_be_asked_to_answer_later():
    told = yaml.safe_load((GIVEN / "abis.yaml").read_text("utf-8"))
    later = {
        one["operationId"] for item in told["paths"].values() for one in item.values() if "callbacks" in one
    }

    assert later == set(OPERATIONS)
