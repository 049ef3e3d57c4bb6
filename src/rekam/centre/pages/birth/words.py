"""Sentences of the children's pages that templates take from a table."""

from rekam.operations.birth import NoCertificate

REASONS = {
    NoCertificate.PARENTS_UNMARRIED_ON_PAPER.value: "Perkawinan orang tua tidak tercatat",
    NoCertificate.NO_BIRTH_LETTER.value: "Tidak ada surat keterangan lahir",
    NoCertificate.PARENTS_WITHOUT_CARD.value: "Orang tua belum punya KTP-el atau KK",
    NoCertificate.PARENTS_UNKNOWN.value: "Asal-usul orang tua tidak diketahui",
    NoCertificate.NOT_APPLIED.value: "Belum diurus orang tua",
    NoCertificate.ISSUED_ELSEWHERE.value: "Punya akta dari daerah lain, belum dibawa",
    NoCertificate.MOVED.value: "Pindah",
    NoCertificate.DOUBLE.value: "Data ganda",
    NoCertificate.NOT_FOUND.value: "Tidak ditemukan di alamat",
}
"""Why a child has no certificate."""

WAYS = {
    NoCertificate.PARENTS_UNMARRIED_ON_PAPER.value: "Buat SPTJM kebenaran sebagai pasangan suami istri (Permendagri 9/2016; sejak Permendagri 109/2019 formulir F-1.05). Akta terbit tanpa menunggu buku nikah.",
    NoCertificate.NO_BIRTH_LETTER.value: "Buat SPTJM kebenaran data kelahiran dengan dua saksi (Permendagri 9/2016).",
    NoCertificate.PARENTS_WITHOUT_CARD.value: "Rekam dulu orang tuanya dan terbitkan KK; aktanya menyusul pada hari yang sama.",
    NoCertificate.PARENTS_UNKNOWN.value: "Minta berita acara kepolisian, atau SPTJM oleh pengasuh (Permendagri 9/2016).",
    NoCertificate.NOT_APPLIED.value: "Datangi keluarganya saat kunjungan desa; akta kelahiran gratis.",
    NoCertificate.ISSUED_ELSEWHERE.value: "Minta keluarganya membawa aktanya, lalu catat nomornya di sini.",
    NoCertificate.MOVED.value: "Periksa apakah sudah pindah secara resmi; bila belum, bantu mengurusnya.",
    NoCertificate.DOUBLE.value: "Usulkan pembersihan data ganda ke pusat.",
    NoCertificate.NOT_FOUND.value: "Tanyakan ke ketua RT dan sekolah terdekat sebelum diusulkan dinonaktifkan.",
}
"""What leads to a certificate from each reason."""

DONE = {
    "akta": "Akta tercatat. Cakupan desa ini sudah bertambah.",
    "batal": "Catatan akta dibatalkan. Cakupan dihitung tanpa akta itu.",
    "alasan": "Alasan tercatat.",
    "kia": "KIA tercatat.",
}
"""What a page says after an act."""

URGENT_BIRTH = {
    "turned": "{n} anak sudah berusia 17 tahun sejak data DKB dan belum direkam.",
    "month": "{n} anak berusia 17 tahun dalam 30 hari ini dan belum direkam.",
    "target": "{n} akta kelahiran lagi diperlukan untuk target nasional tahun ini.",
}
"""What matters today; each with its number."""

WORDS = {
    "birth_reasons": REASONS,
    "birth_ways": WAYS,
    "birth_done": DONE,
    "urgent_birth": URGENT_BIRTH,
}
