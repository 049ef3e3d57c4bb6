"""The two articles, statement by statement."""

from collections.abc import Mapping

_MINISTER = "Tjahjo Kumolo, Menteri Dalam Negeri"
_HEAD = "Arief Munandar, Kepala Dinas Sosial Kependudukan dan Catatan Sipil Provinsi Jambi"
JPNN_SOURCE = "JPNN 10-10-2017"
AKSI_POST_SOURCE = "Aksi Post 17-10-2017"

NATION, JAMBI, MERANGIN, SAROLANGUN, TEBO = "0", "15", "15.02", "15.03", "15.09"
_ALREADY = "2017-10-09"
_SEVENTEENTH = "2017-10-17"


def _jpnn(
    code: str, wording: str, *, speaker: str = _MINISTER, day: str = _ALREADY, **cells: str
) -> Mapping[str, str]:
    return {"code": code, "day": day, "wording": wording, "speaker": speaker, "source": JPNN_SOURCE, **cells}


def _aksi(code: str, wording: str, *, speaker: str = _HEAD, **cells: str) -> Mapping[str, str]:
    return {
        "code": code,
        "day": _SEVENTEENTH,
        "wording": wording,
        "speaker": speaker,
        "source": AKSI_POST_SOURCE,
        **cells,
    }


JPNN: tuple[Mapping[str, str], ...] = (
    _jpnn(NATION, "Posisi sekarang baru 94 persen, akhir tahun ini harus selesai 100 persen", percent="94"),
    _jpnn(
        NATION,
        "dulu sewaktu saya baru masuk (menjadi menteri, red), progresnya baru 31 persen, saya genjot dan targetkan akhir tahun ini"
        " bisa selesai 100 persen",
        percent="31", day="2014-10-27",
        note="Tanggalnya tidak disebut; dipakai hari pelantikan kabinet, 27 Oktober 2014",
    ),
    _jpnn(
        NATION, "15.600 Data Perekaman E-KTP Belum Terkirim ke Pusat", speaker="JPNN (judul berita yang ditautkan)",
        note="Menurut JPNN 6-10-2017 berita itu tentang Kabupaten Madiun",
    ),
    _jpnn(
        NATION,
        "Dari 12 ribu unit alat perekam, yang rusak itu ada sekitar 19,3 persen. Yang rusak berat diganti baru, dan yang rusak ringan"
        " diperbaiki",
    ),
    _jpnn(NATION, "persoalan alat perekaman yang rusak sudah diatasi, dengan diperbaiki dan diganti yang baru"),
    _jpnn(
        NATION, "saat ini masih banyak Daerah yang belum menyelesaikan perekaman e-KTP, termasuk di Jambi … pada akhir tahun ini semua"
        " perekaman sudah diharuskan rampung 100 persen",
    ),
    _jpnn(
        JAMBI, "perekaman e-KTP di Provinsi Jambi saat ini mencapai 88,50 persen dengan target 100 persen pada tahun 2017",
        speaker=_HEAD, percent="88,50",
    ),
    _jpnn(
        JAMBI, "Untuk anak dari usia 0-18 tahun yang telah memiliki akta kelahiran sebanyak 77,56 persen", speaker=_HEAD, percent="77,56",
    ),
    _jpnn(
        JAMBI, "saat ini kendala dari pelaksanaan perekaman adalah rusaknya 185 item peralatan perekaman di kabupaten/kota. Untuk perbaikan"
        " peralatan itu harus dikirimkan terlebih dahulu ke Kementrian", speaker=_HEAD,
    ),
    _jpnn(
        JAMBI, "pemadaman listrik juga sering terjadi di Daerah … Kita tidak memiliki genset. Jaringan internet juga menjadi permasalahan"
        " didaerah", speaker=_HEAD,
    ),
    _jpnn(JAMBI, "Kita targetkan sebelum akhir tahun dapat diselesaikan", speaker=_HEAD),
)  # fmt: skip
"""JPNN, Tuesday 10 October 2017, 03:30 WIB; said on Monday 9 October."""

AKSI_POST: tuple[Mapping[str, str], ...] = (
    _aksi(
        SAROLANGUN, "dua kabupaten yang realisasinya rendah atau sekitar 60 persen tersebut yakni Sarolangun dan Merangin",
        percent="sekitar 60",
    ),
    _aksi(
        MERANGIN, "dua kabupaten yang realisasinya rendah atau sekitar 60 persen tersebut yakni Sarolangun dan Merangin",
        percent="sekitar 60",
    ),
    _aksi(
        JAMBI, "dua kabupaten yang realisasinya rendah atau sekitar 60 persen tersebut yakni Sarolangun dan Merangin, sementara untuk daerah"
        " lain sudah maksimal … dua kabupaten lain juga sempat mengalami masalah dalam perekaman data KTP-E karena jaringannya diputus oleh"
        " pusat yaitu Merangin dan Tebo",
    ),
    _aksi(
        JAMBI, "pemerintah pusat menargetkan pada akhir tahun ini hal tersebut dapat terwujud 100 persen", speaker="Aksi Post",
    ),
    _aksi(JAMBI, "mesin perekaman dan pencetakan KTP-E sudah berada di tiap kecamatan"),
    _aksi(
        JAMBI, "Kita punya target, tapi kami tidak tahu hambatannya baik itu terkait dengan jaringan, seperti dua kabupaten sempat tiga bulan"
        " diputus jaringan ke pusat, untuk peralatan semuanya sudah dilakukan perbaikan",
    ),
    _aksi(
        JAMBI, "untuk awal ditanggung pusat sedangkan ketika rusak diwajibkan kepada pemerintah daerah untuk memperbaikinya",
    ),
    _aksi(MERANGIN, "Untuk kabupaten Merangin itu karena masalah SDM nya dianggap melangggar aturan"),
    _aksi(TEBO, "Bupati Tebo cepat merespon dan memperbaiki aturan OPD dan sudah dinaikkan tipe A, sehingga bisa diaktifkan jaringannya ke pusat"),
    _aksi(
        NATION, "saat ini masih banyak daerah yang belum menyelesaikan perekaman data KTP elektronik termasuk di Jambi", speaker=_MINISTER,
    ),
)  # fmt: skip
"""Aksi Post (``AP``, signed "dod"), Tuesday 17 October 2017."""

OTHERS: tuple[Mapping[str, str], ...] = (
    {
        "code": NATION, "day": "2017-09-19", "source": "nusantaranews.co 19-09-2017", "speaker": "Direktur Jenderal Dukcapil",
        "note": "1.248 dari 6.465 unit alat rusak atau 19,30 persen",
    },
)  # fmt: skip
"""What was printed before and belongs beside them."""
