"""Who paid for what, as it was said and when: one line a statement, contradictions kept.

Days are those of the statement; where a source names only a year, its first or last day stands. A gap between
two lines is a gap in what was found, not a rule that nobody pays.
"""

from datetime import date

from rekam.operations.fleet.rule import CostAction, Payer, Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "beli-2010", CostAction.PURCHASE, Payer.APBN, date(2010, 1, 1), date(2012, 12, 31),
        "Pengadaan awal perangkat oleh pusat, dua set tiap kecamatan.",
        "Pengadaan KTP-el 2010–2012; lintastegal.blogspot.com 2012",
    ),
    Rule(
        "pelihara-2012", CostAction.REPAIR, Payer.APBN, date(2012, 1, 1), date(2015, 12, 31),
        "Pemeliharaan dalam kontrak pusat sampai 31 Desember 2015.",
        "Kontrak pemeliharaan berakhir 31-12-2015 (rangkuman riset Rekam)",
    ),
    Rule(
        "ganti-2017-09", CostAction.REPLACE, Payer.APBD, date(2017, 9, 19), date(2018, 12, 31),
        "Penggantian alat yang rusak berat dibebankan kepada daerah.",
        "Dirjen Dukcapil, nusantaranews.co 19-9-2017",
    ),
    Rule(
        "baiki-2017-09", CostAction.REPAIR, Payer.APBN, date(2017, 9, 19), date(2018, 12, 31),
        "Perbaikan alat dibebankan kepada pusat.",
        "Dirjen Dukcapil, nusantaranews.co 19-9-2017",
    ),
    Rule(
        "baiki-2017-10-09", CostAction.REPAIR, Payer.APBN, date(2017, 10, 9), date(2018, 12, 31),
        "Untuk perbaikan, alat dikirim dahulu ke kementerian.",
        "Kepala Dinas Sosial Dukcapil Provinsi Jambi, JPNN 10-10-2017",
    ),
    Rule(
        "beli-2017-10-17", CostAction.PURCHASE, Payer.APBN, date(2017, 10, 17), date(2018, 12, 31),
        "Pengadaan awal ditanggung pusat.",
        "Kepala Dinas Sosial Dukcapil Provinsi Jambi, Aksi Post 17-10-2017",
    ),
    Rule(
        "baiki-2017-10-17", CostAction.REPAIR, Payer.APBD, date(2017, 10, 17), date(2018, 12, 31),
        "Ketika rusak, pemerintah daerah wajib memperbaikinya.",
        "Kepala Dinas Sosial Dukcapil Provinsi Jambi, Aksi Post 17-10-2017",
    ),
    Rule(
        "ribbon-2018", CostAction.RIBBON, Payer.APBD, date(2018, 1, 1), None,
        "Ribbon pencetak dibeli daerah sejak 2018.",
        "Rangkuman riset Rekam (sumber pertama tidak tersimpan)",
    ),
    Rule(
        "beli-2019", CostAction.PURCHASE, Payer.APBD, date(2019, 1, 1), None,
        "Tidak ada satu pun yang akan dibeli pusat; daerah menganggarkan dalam APBD.",
        "Dirjen Dukcapil, ANTARA 2019 (antaranews.com 965226)",
    ),
    Rule(
        "ganti-2019", CostAction.REPLACE, Payer.APBD, date(2019, 1, 1), None,
        "Peremajaan alat yang rusak dianggarkan daerah.",
        "Dirjen Dukcapil, ANTARA 2019 (antaranews.com 965226)",
    ),
    Rule(
        "baiki-2019", CostAction.REPAIR, Payer.APBD, date(2019, 1, 1), None,
        "Hanya APBD.",
        "Rangkuman riset Rekam, 2019–2020 (sumber pertama tidak tersimpan)",
    ),
    Rule(
        "sewa-jaringan", CostAction.LINE, Payer.APBN, date(2011, 1, 1), None,
        "Sewa jaringan kecamatan dibayar pusat.",
        "Rangkuman riset Rekam (tanggal mulai menurut dugaan)",
    ),
    Rule(
        "sewa-jaringan-batanghari", CostAction.LINE, Payer.APBD, date(2025, 1, 1), None,
        "Sewa jaringan kecamatan di Batang Hari dihentikan pusat.",
        "jambi.antaranews.com 628397 (tahun menurut dugaan)",
        place="15.04",
    ),
)  # fmt: skip
