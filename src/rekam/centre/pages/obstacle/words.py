"""What the pages of obstacles say: tables of Indonesian, keyed as the room names things."""

from collections.abc import Mapping

from rekam.operations.obstacle import Cause

CAUSE_WORDS = {
    Cause.POWER.value: "Listrik padam",
    Cause.DEVICE.value: "Alat rusak",
    Cause.SUSPENSION.value: "Sambungan diputus pusat",
    Cause.LINE.value: "Jaringan putus",
    Cause.BLANKS.value: "Blangko habis",
    Cause.STAFF.value: "Petugas tidak ada",
    Cause.TERRAIN.value: "Medan dan jarak",
    Cause.AWARENESS.value: "Warga tidak datang",
    Cause.HOME.value: "Perlu direkam di rumah",
    Cause.DENOMINATOR.value: "Penyebut keliru",
    Cause.UNKNOWN.value: "Belum diketahui",
}

CAUSE_HINTS = {
    Cause.POWER.value: "Periksa daftar genset dan UPS; yang padam lebih dari sehari penuh sebulan ada di daftar kebutuhan.",
    Cause.DEVICE.value: "Buka tiket yang paling lama; pinjamkan alat dari kecamatan tetangga selagi menunggu.",
    Cause.SUSPENSION.value: "Penuhi syarat yang tertulis di kasusnya; perekaman tetap boleh berjalan.",
    Cause.LINE.value: "Rekam terus, kirim dengan cakram kurir; laporkan gangguan ke penyedia.",
    Cause.BLANKS.value: "Minta blangko menurut jumlah siap cetak; perekaman tidak perlu menunggu.",
    Cause.STAFF.value: "Atur pengganti; akun baru dapat dibuat hari ini juga.",
    Cause.TERRAIN.value: "Rencanakan kunjungan desa dengan alat jinjing.",
    Cause.AWARENESS.value: "Undang menurut daftar nama, minta camat menandatangani, catat siapa yang datang.",
    Cause.HOME.value: "Jadwalkan perekaman di rumah bagi yang sakit atau lanjut usia.",
    Cause.DENOMINATOR.value: "Usulkan yang meninggal, pindah, dan ganda untuk dikeluarkan dari daftar.",
    Cause.UNKNOWN.value: "Tanyakan ke kantor mengapa stasiun tidak dibuka, lalu laporkan sebabnya.",
}
"""What to do next about each cause."""

OWNER_WORDS = {
    "head_of_office": "Kepala dinas kabupaten/kota",
    "director_general": "Direktur Jenderal Dukcapil",
    "head_of_province_office": "Kepala dinas provinsi",
    "camat": "Camat",
    "head_of_unit": "Kepala UPT kecamatan",
}

SEEN_WORDS = {"observed": "teramati", "reported": "dilaporkan"}

PERIOD_WORDS = {
    "bulan": "bulan ini",
    "3bulan": "90 hari terakhir",
    "target": "sejak target ditetapkan",
}

TOLD_BY_WORDS = {
    "station": "penutupan hari stasiun",
    "packets": "rekaman yang sampai; hari tidak ditutup",
    "office": "laporan kantor",
    "contoh": "contoh, dibuat untuk peragaan",
}

EVIDENCE_WORDS = {
    "power_gap": "Stasiun mati tiba-tiba",
    "mains": "Listrik padam, baterai dipakai",
    "power_report": "Laporan padam",
    "ticket": "Tiket alat",
    "outage": "Gangguan jaringan",
    "suspension": "Pemutusan oleh pusat",
    "loss_report": "Laporan jam hilang",
}

REVIEW_WORDS = {
    "none": "Belum dinilai; dihitung sampai ada yang menolak",
    "accepted": "Diterima",
    "refused": "Ditolak; tidak dihitung",
}

BEARS_WORDS = {
    "borne": "Pengamatan sejalan: sebab yang sama teramati untuk sebagian besar jam itu.",
    "partly": "Pengamatan hanya menunjukkan sebagian jam itu.",
    "none": "Tidak ada pengamatan tentang sebab ini; hanya laporan ini yang mengatakannya.",
    "unmeasured": "Sumber menyebut sebabnya tanpa jam; tidak ada yang dapat dibandingkan.",
}

STRIP_WORDS = {
    "open": "Jam buka",
    "power": "Listrik",
    "device": "Alat",
    "suspension": "Sambungan pusat",
    "line": "Jaringan",
    "running": "Stasiun menyala",
}

URGENT_OBSTACLE = {
    "biggest": "{place}: hambatan terbesar 30 hari terakhir {cause}, {hours} jam rekam hilang, kira-kira {people} orang.",
    "unknown": "{place}: {hours} jam rekam hilang dalam 30 hari tanpa sebab yang diketahui. Tanyakan ke kantornya.",
}

WORDS: Mapping[str, Mapping[str, str]] = {
    "obstacle_causes": CAUSE_WORDS,
    "obstacle_hints": CAUSE_HINTS,
    "obstacle_owners": OWNER_WORDS,
    "obstacle_seen": SEEN_WORDS,
    "obstacle_periods": PERIOD_WORDS,
    "obstacle_told_by": TOLD_BY_WORDS,
    "obstacle_evidence": EVIDENCE_WORDS,
    "obstacle_reviews": REVIEW_WORDS,
    "obstacle_bears": BEARS_WORDS,
    "obstacle_strips": STRIP_WORDS,
    "urgent_obstacle": URGENT_OBSTACLE,
}
"""Tables for every template of the centre."""
