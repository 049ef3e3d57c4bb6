from rekam.edge.packed import code_list
from rekam.registry import Status
from rekam.registry.opensid import OF_STATUS, VillageStatus, village_card, village_status
from rekam.registry.status import CARDS


def test_every_status_of_the_registry_has_a_code_of_opensid():
    assert set(OF_STATUS) == set(Status)


def test_the_codes_are_those_of_opensid():
    spoken = {int(code): name for code, name in code_list("status_rekam_opensid").items()}

    assert spoken == {
        1: "BELUM WAJIB", 2: "BELUM REKAM", 3: "SUDAH REKAM", 4: "CARD PRINTED", 5: "PRINT READY RECORD",
        6: "CARD SHIPPED", 7: "SENT FOR CARD PRINTING", 8: "CARD ISSUED",
    }  # fmt: skip
    assert {int(one) for one in VillageStatus} == set(spoken)


def test_the_statuses_that_both_know_keep_their_names():
    for status in CARDS:
        spoken = code_list("status_rekam_opensid")[str(int(OF_STATUS[status]))]
        assert spoken == status.name.replace("_", " ")


def test_a_failed_recording_shows_the_village_somebody_not_recorded():
    failed = Status.ENROLL_FAILURE_AT_CENTRAL

    assert village_status(obliged=True, recorded_before=False, status=failed) is VillageStatus.NOT_RECORDED
    assert village_status(obliged=False, recorded_before=False, status=failed) is VillageStatus.NOT_OBLIGED
    assert village_status(obliged=True, recorded_before=True, status=failed) is VillageStatus.RECORDED


def test_without_a_recording_the_obligation_decides():
    assert village_status(obliged=True, recorded_before=False, status=None) is VillageStatus.NOT_RECORDED
    assert village_status(obliged=False, recorded_before=False, status=None) is VillageStatus.NOT_OBLIGED
    assert village_status(obliged=True, recorded_before=True, status=None) is VillageStatus.RECORDED


def test_who_is_recorded_early_counts_as_recorded():
    ready = Status.PRINT_READY_RECORD

    assert (
        village_status(obliged=False, recorded_before=False, status=ready) is VillageStatus.PRINT_READY_RECORD
    )


def test_the_second_column_follows_from_the_first():
    """As in OpenSID's own table: 1 *belum* for the first two codes, 2 *KTP-EL* for the others."""
    assert [village_card(one) for one in VillageStatus] == [1, 1, 2, 2, 2, 2, 2, 2]
