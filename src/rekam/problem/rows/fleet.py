from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "fleet.not_next": Row(
        "Langkah itu belum dapat dilakukan pada tahap alat sekarang. Muat ulang halaman; mungkin orang lain sudah melangkah lebih dulu.",
        "That step is not possible at the component's present stage. Reload the page; somebody may have gone ahead.",
        409,
    ),
    "fleet.gap": Row(
        "Riwayat alat tidak utuh: seharusnya kejadian ke-{expected}, ditemukan ke-{found}. Laporkan kepada pengelola pusat.",
        "The component's history is not whole: event {expected} was expected, {found} was found. Tell the centre's keeper.",
        409,
    ),
    "fleet.addressee_needed": Row(
        "Pilih penerima lain: alat tidak dapat dikirim ke tempat ia berada, dan pinjaman harus ke kantor lain.",
        "Choose another receiver: a component cannot be sent to where it is, and a loan goes to another office.",
    ),
    "fleet.lent_already": Row(
        "Alat ini sedang dipinjamkan. Catat dulu pengembalian pinjamannya.",
        "This component is out on loan. Note its return first.",
        409,
    ),
    "fleet.not_lent": Row(
        "Alat ini tidak sedang dipinjamkan.",
        "This component is not out on loan.",
        409,
    ),
    "fleet.paper_needed": Row(
        "Setiap serah terima memerlukan nama yang menyerahkan, nama yang menerima, tanggal dan nomor surat. Lengkapi keempatnya.",
        "Every hand-over needs who gives, who receives, the date and the number of the letter. Fill in all four.",
    ),
    "fleet.date_bad": Row(
        "Tanggal ditulis tahun-bulan-hari, tidak sesudah hari ini. Contoh: 2017-10-17.",
        "The date is written year-month-day and is not after today. Example: 2017-10-17.",
    ),
    "fleet.reason_needed": Row(
        "Tulis alasannya, paling sedikit {least} huruf, agar orang sesudah Anda mengerti.",
        "Write the reason, at least {least} letters, so that people after you understand.",
    ),
    "fleet.approval_needed": Row(
        "Langkah ini menyimpang dari kebijakan (rusak berat diganti, rusak ringan diperbaiki). Perlu alasan dan persetujuan orang kedua yang berwenang di wilayah ini, dengan kata sandinya sendiri.",
        "This step departs from the policy (heavily damaged is replaced, lightly damaged is repaired). It needs a reason and the approval of a second person with authority here, with their own password.",
        403,
    ),
    "fleet.component_unknown": Row(
        "Komponen itu tidak ada dalam daftar wilayah Anda. Kembali ke halaman Alat, lalu pilih dari daftar.",
        "That component is not in the register of your territory. Go back to the devices page and choose from the list.",
        404,
    ),
    "fleet.set_unknown": Row(
        "Set itu tidak ada dalam daftar wilayah Anda. Kembali ke halaman Alat, lalu pilih dari daftar.",
        "That set is not in the register of your territory. Go back to the devices page and choose from the list.",
        404,
    ),
    "fleet.ticket_unknown": Row(
        "Tiket itu tidak ada di wilayah Anda. Kembali ke daftar tiket.",
        "There is no such ticket in your territory. Go back to the list of tickets.",
        404,
    ),
    "fleet.kinds_differ": Row(
        "Kedua komponen harus sejenis dan dari set yang berbeda. Pilih komponen lain.",
        "Both components must be of one kind and of different sets. Choose another component.",
    ),
    "fleet.donor_broken": Row(
        "Komponen yang diambil harus dalam keadaan baik dan sedang di kantornya.",
        "The component that is taken must be in good order and at its office.",
        409,
    ),
    "fleet.rupiah_bad": Row(
        "Biaya ditulis dalam rupiah bulat lebih dari nol, paling banyak {most}. Contoh: 3.600.000.",
        "The cost is written in whole rupiah above zero, at most {most}. Example: 3.600.000.",
    ),
    "fleet.receipt_needed": Row(
        "Tulis nomor kuitansi; satu kuitansi dicatat sekali saja untuk satu tiket.",
        "Write the number of the receipt; one receipt is noted once for one ticket.",
    ),
    "fleet.payer_reason_needed": Row(
        "Pembayar ini berbeda dari aturan pada tanggal itu, atau aturannya bertentangan atau tidak diketahui. Tulis mengapa, paling sedikit {least} huruf.",
        "This payer differs from the rule of that day, or the rules conflict or are not known. Write why, at least {least} letters.",
    ),
    "fleet.text_too_long": Row(
        "Tulisan terlalu panjang. Paling banyak {limit} huruf.",
        "The text is too long. At most {limit} letters.",
    ),
    "fleet.choice_bad": Row(
        "Pilihan itu tidak dikenal. Pilih dari daftar.",
        "That choice is not known. Choose from the list.",
    ),
    "fleet.file_heading": Row(
        "Baris pertama berkas harus berisi kolom: {wanted}. Tidak ada yang dimuat.",
        "The first line of the file must hold the columns: {wanted}. Nothing was loaded.",
    ),
    "fleet.file_cells": Row(
        "Baris {line} berisi {count} kolom, seharusnya {wanted}. Tidak ada yang dimuat.",
        "Line {line} has {count} columns instead of {wanted}. Nothing was loaded.",
    ),
    "fleet.file_value": Row(
        "Baris {line}, kolom {column}: “{value}” tidak dapat dipakai. Perbaiki, lalu muat lagi; tidak ada yang dimuat.",
        "Line {line}, column {column}: “{value}” cannot be used. Mend it and load again; nothing was loaded.",
    ),
    "fleet.file_set_twice": Row(
        "Baris {line}: set {set} sudah tercatat di wilayah lain dalam berkas ini. Tidak ada yang dimuat.",
        "Line {line}: set {set} already stands in another region in this file. Nothing was loaded.",
    ),
    "fleet.file_set_known": Row(
        "Set {set} sudah ada dalam daftar. Hapus dari berkas, lalu muat lagi; tidak ada yang dimuat.",
        "Set {set} is already in the register. Take it out of the file and load again; nothing was loaded.",
        409,
    ),
    "fleet.file_empty": Row(
        "Berkas tidak berisi satu komponen pun.",
        "The file holds not a single component.",
    ),
}
