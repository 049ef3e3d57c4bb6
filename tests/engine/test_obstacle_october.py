"""Jambi in October 2017: what the articles say of obstacles stands with its source, what is invented says so."""

from dataclasses import replace
from datetime import date

from centre_world import open_world

from rekam.centre.connection import suspend
from rekam.demo.october import obstacle, power

NOW = 1_508_205_600
"""17 October 2017, 09.00 WIB."""


def test_the_ledger_of_jambi_adds_up_and_names_its_sources(tmp_path, database_url):
    with open_world(tmp_path, database_url) as world:
        centre = replace(world.centre, now=lambda: NOW)
        suspend(centre, "15.02", cause="SDM", letter="surat", condition="syarat", actor="pusat")
        with centre.store.database.transaction() as connection:
            connection.execute("UPDATE suspension SET since = 1499706000, restored_at = 1507600000")
        power.seed(centre, NOW)
        obstacle.seed(centre, NOW)
        store, span = centre.store, (date(2017, 7, 1), date(2017, 10, 17))

        assert store.obstacles.unbalanced() == 0
        assert store.obstacles.has_samples("15.02")
        (province,) = store.obstacles.worked("15", 2, *span)
        assert province.post_days == sum(one.post_days for one in store.obstacles.worked("15", 8, *span))
        lost = store.obstacles.lost("15", 2, *span)
        assert sum(one.lost_s for one in lost) == province.lost_s
        cut = {
            one.place: one.lost_s for one in store.obstacles.lost("15", 5, *span) if one.cause == "suspension"
        }
        assert list(cut) == ["15.02"]
        told = {
            (one.cause, one.source)
            for one in store.loss_reports.touching("15", *span)
            if not one.seconds_a_day
        }
        assert told == {
            ("device", "JPNN 10-10-2017"), ("power", "JPNN 10-10-2017"), ("line", "JPNN 10-10-2017"),
            ("awareness", "Aksi Post 17-10-2017"),
        }  # fmt: skip
        assert "tidak memiliki genset" in store.power.backups_of(["15"])["15"].note
        rise = store.obstacles.worked("15", 2, date(2017, 8, 29), date(2017, 10, 9))[0].recorded
        assert 0.8 * 5_890 < rise < 1.2 * 5_890
