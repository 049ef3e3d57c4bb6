"""``rekam abis token`` and what ``rekam abis serve`` refuses."""

import pytest

from rekam.command import main
from rekam.edge.clock import now
from rekam.edge.key.bearer import TokenKey


def run(capsys, *words):
    with pytest.raises(SystemExit) as ended:
        main(["abis", *words])
    out, err = capsys.readouterr()
    return ended.value.code, out, err


def test_a_printed_token_is_good_at_the_folders_engine(tmp_path, capsys):
    code, out, _ = run(
        capsys, "token", "--folder", str(tmp_path), "--client", "dinas", "--scope", "abis.verify"
    )

    assert code == 0
    bearer = TokenKey.own(tmp_path).read(out.strip(), now=now())
    assert (bearer.subject, bearer.scopes) == ("dinas", {"abis.verify"})


def test_what_cannot_be_served_is_said_in_one_line(tmp_path, capsys):
    refused = [
        ("token", "--folder", str(tmp_path), "--scope", "abis.everything"),
        ("serve", "--folder", str(tmp_path), "--without-token", "--host", "0.0.0.0"),
        ("serve", "--folder", str(tmp_path), "--issuer-key", str(tmp_path / "absent.pem")),
    ]
    for words in refused:
        code, out, err = run(capsys, *words)
        assert (code, out, err.count("\n")) == (2, "", 1), err
