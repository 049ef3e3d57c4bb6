import pytest

from rekam.demo.claim import claimed
from rekam.edge.wire.serving import bind
from rekam.problem import Problem

PORTS = range(8490, 8493)


def test_two_demos_never_claim_one_port():
    with claimed(PORTS) as one, claimed(PORTS) as other:
        assert one != other


def test_a_port_somebody_listens_on_is_passed_over():
    with bind(PORTS[0]), claimed(PORTS) as port:
        assert port != PORTS[0]


def test_a_claim_ends_with_its_block():
    with claimed(PORTS) as first:
        pass
    with claimed(PORTS) as again:
        assert again == first


def test_a_full_range_is_told():
    with (
        claimed(PORTS),
        claimed(PORTS),
        claimed(PORTS),
        pytest.raises(Problem, match="port_in_use"),
        claimed(PORTS),
    ):
        pass
