"""Words of the stages of a repair and of its steps, as a button says them and as the history does."""

from collections.abc import Mapping

from rekam.operations.fleet import Stage, Step

STAGES: Mapping[str, str] = {
    Stage.IN_SERVICE.value: "Dipakai",
    Stage.REPORTED.value: "Dilaporkan, belum diperiksa",
    Stage.JUDGED_LIGHT.value: "Rusak ringan, menunggu perbaikan",
    Stage.JUDGED_HEAVY.value: "Rusak berat, menunggu penggantian",
    Stage.IN_REPAIR.value: "Sedang diperbaiki di kantor",
    Stage.SHIPPED.value: "Dalam pengiriman ke tempat perbaikan",
    Stage.AWAY.value: "Di tempat perbaikan",
    Stage.REPAIRED_AWAY.value: "Selesai diperbaiki, menunggu dikirim pulang",
    Stage.RETURNING.value: "Dalam perjalanan pulang",
    Stage.RETURNING_BROKEN.value: "Dalam perjalanan pulang, belum diperbaiki",
    Stage.READY.value: "Sudah baik di kantor, belum dipasang",
    Stage.MISSING.value: "Tidak ada di tempat",
    Stage.REPLACED.value: "Sudah diganti",
    Stage.WRITTEN_OFF.value: "Dihapus dari daftar",
}

STEPS: Mapping[str, str] = {
    Step.REPORT.value: "Laporkan rusak",
    Step.NO_FAULT.value: "Ternyata tidak rusak",
    Step.JUDGE_LIGHT.value: "Nyatakan rusak ringan",
    Step.JUDGE_HEAVY.value: "Nyatakan rusak berat",
    Step.REPAIR_HERE.value: "Perbaiki di kantor",
    Step.SHIP.value: "Kirim untuk diperbaiki",
    Step.RECEIVE.value: "Catat sudah diterima",
    Step.REPAIRED.value: "Selesai diperbaiki",
    Step.SHIP_BACK.value: "Kirim pulang",
    Step.ARRIVE.value: "Catat sudah tiba di kantor",
    Step.BACK_IN_SERVICE.value: "Pasang dan pakai kembali",
    Step.REPLACE.value: "Ganti dengan yang baru",
    Step.WRITE_OFF.value: "Hapus dari daftar",
    Step.LOSE.value: "Laporkan hilang",
    Step.STEAL.value: "Laporkan dicuri",
    Step.FIND.value: "Catat sudah ditemukan",
    Step.LEND.value: "Pinjamkan ke kantor lain",
    Step.RETURN_LOAN.value: "Catat pinjaman dikembalikan",
    "swap": "Tukar dengan komponen set lain",
    "part": "Ambil dari set lain (kanibal)",
    "cost": "Catat biaya",
}
"""What a button does."""

DONE: Mapping[str, str] = {
    Step.REGISTER.value: "Masuk daftar",
    Step.REPORT.value: "Dilaporkan rusak",
    Step.NO_FAULT.value: "Diperiksa: tidak rusak",
    Step.JUDGE_LIGHT.value: "Diperiksa: rusak ringan",
    Step.JUDGE_HEAVY.value: "Diperiksa: rusak berat",
    Step.REPAIR_HERE.value: "Mulai diperbaiki di kantor",
    Step.SHIP.value: "Dikirim",
    Step.RECEIVE.value: "Diterima di tempat perbaikan",
    Step.REPAIRED.value: "Perbaikan selesai",
    Step.SHIP_BACK.value: "Dikirim pulang",
    Step.ARRIVE.value: "Tiba di kantor",
    Step.BACK_IN_SERVICE.value: "Dipakai kembali",
    Step.REPLACE.value: "Diganti dengan yang baru",
    Step.WRITE_OFF.value: "Dihapus dari daftar",
    Step.LOSE.value: "Hilang",
    Step.STEAL.value: "Dicuri",
    Step.FIND.value: "Ditemukan",
    Step.LEND.value: "Dipinjamkan",
    Step.RETURN_LOAN.value: "Pinjaman dikembalikan",
    Step.MOVE.value: "Pindah set",
}
"""What the history says."""

OUTCOMES: Mapping[str, str] = {
    "in_service": "Dipakai kembali",
    "replaced": "Diganti",
    "written_off": "Dihapus dari daftar",
}
