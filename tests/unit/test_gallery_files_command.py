import pytest

from rekam.console.abis_rebuild import rebuild_gallery
from rekam.problem import Problem


def test_a_folder_that_is_no_centre_is_refused_and_stays_as_it_is(tmp_path):
    with pytest.raises(Problem, match="file_not_found"):
        rebuild_gallery(tmp_path, json=True)

    assert list(tmp_path.iterdir()) == []
