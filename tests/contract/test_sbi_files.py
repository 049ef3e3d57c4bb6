from pathlib import Path

import pytest
from jsonschema import Draft201909Validator

import rekam.edge.device

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT / "contracts" / "mosip-sbi-0.9.5"
PACKED = Path(rekam.edge.device.__file__).parent / "contract"
SHARED = ROOT.parent / "shared" / "mosip-samples"


def folder(path):
    return {file.name: file.read_bytes() for file in path.iterdir() if file.is_file()}


def test_the_client_carries_the_contract_byte_for_byte():
    packed = folder(PACKED)
    assert packed.pop("LICENSE") == (CONTRACT / "LICENSE").read_bytes()
    contract = folder(CONTRACT / "schemas")
    assert packed
    assert {name: contract[name] for name in packed} == packed


def test_the_licence_stands_beside_the_files():
    assert (CONTRACT / "LICENSE").read_text("utf-8").startswith("Mozilla Public License Version 2.0")


@pytest.mark.parametrize("name", sorted(folder(CONTRACT / "schemas")))
def test_every_schema_is_a_schema(name):
    import json

    Draft201909Validator.check_schema(json.loads(folder(CONTRACT / "schemas")[name]))


@pytest.mark.shared
@pytest.mark.skipif(
    not SHARED.exists(), reason="the outside samples (../shared/mosip-samples) are not beside the checkout"
)
def test_the_contract_is_the_given_one():
    kit = SHARED / "ctk-schemas"
    assert folder(CONTRACT / "schemas") == folder(kit / "resources" / "schemas" / "sbi" / "0.9.5")
    assert folder(CONTRACT / "api") == folder(SHARED / "mosip-docs" / "api" / "sbi")
    assert (CONTRACT / "LICENSE").read_bytes() == (kit / "LICENSE").read_bytes()
