from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    # the case and its order
    "connection.case_unknown": Row(
        "Kasus sambungan ini tidak ditemukan. Kembali ke daftar sambungan dan muat ulang.",
        "This connection case was not found. Go back to the list of connections and reload.",
        404,
    ),
    "connection.case_running": Row(
        "Untuk kantor atau stasiun ini sudah ada kasus yang berjalan. Lanjutkan kasus itu; surat dan tenggatnya tetap berlaku.",
        "There is a running case for this office or station already. Go on with that case; its letters and deadlines hold.",
        409,
    ),
    "connection.not_next": Row(
        "Langkah ini tidak mungkin pada tahap kasus sekarang. Muat ulang halaman; mungkin orang lain sudah memutuskan.",
        "This step is not possible at the case's stage now. Reload the page; somebody else may have decided.",
        409,
    ),
    "connection.gap": Row(
        "Catatan kasus tidak lengkap: nomor {expected} diharapkan, nomor {found} ditemukan. Laporkan ke pengelola basis data.",
        "The case's record is incomplete: number {expected} expected, {found} found. Tell who keeps the database.",
        500,
    ),
    "connection.action_unknown": Row(
        "Tombol ini tidak dikenal. Muat ulang halaman lalu coba lagi.",
        "This button is not known. Reload the page and try again.",
        422,
    ),
    # letters first
    "connection.letters_needed": Row(
        "Sambungan belum boleh diputus: perlu {needed} surat peringatan, baru {sent} yang dikirim. Kirim surat dulu, atau pakai pemutusan darurat dengan alasan.",
        "The connection may not be cut yet: {needed} warning letters are needed, {sent} sent so far. Send the letter first, or use the emergency cut with a reason.",
        409,
    ),
    "connection.deadline_running": Row(
        "Tenggat surat terakhir belum lewat, masih {days} hari. Tunggu sampai tenggatnya lewat.",
        "The last letter's deadline has not passed, {days} days are left. Wait until it has passed.",
        409,
    ),
    "connection.letter_too_old": Row(
        "Tenggat surat terakhir sudah lewat lebih dari {days} hari. Kirim surat baru sebelum mengusulkan pemutusan.",
        "The last letter's deadline passed more than {days} days ago. Send a new letter before a cut is proposed.",
        409,
    ),
    "connection.condition_needed": Row(
        "Tulis dulu sekurangnya satu syarat pemulihan: kantor harus tahu apa yang membuka sambungannya lagi.",
        "Write at least one condition for restoring first: the office must know what opens its connection again.",
        409,
    ),
    "connection.letter_number": Row(
        "Tulis nomor surat, paling banyak {most} huruf.",
        "Write the letter's number, {most} characters at most.",
        422,
    ),
    "connection.letter_date": Row(
        "Tanggal surat harus tanggal yang benar dan tidak di masa depan.",
        "The letter's date must be a real date and not in the future.",
        422,
    ),
    "connection.letter_days": Row(
        "Tenggat surat harus antara {least} dan {most} hari.",
        "The letter's term must be between {least} and {most} days.",
        422,
    ),
    "connection.letter_number_taken": Row(
        "Nomor surat ini sudah dipakai dalam kasus ini. Periksa nomor suratnya.",
        "This letter's number stands in this case already. Check the number.",
        409,
    ),
    "connection.fingerprint": Row(
        "Sidik berkas harus 64 angka heksadesimal (SHA-256). Kosongkan bila tidak ada berkasnya.",
        "The file's fingerprint must be 64 hexadecimal digits (SHA-256). Leave it empty if there is no file.",
        422,
    ),
    "connection.words_needed": Row(
        "Isi kotak yang masih kosong sebelum menyimpan.",
        "Fill in the box that is empty before saving.",
        422,
    ),
    "connection.text_too_long": Row(
        "Teksnya terlalu panjang; paling banyak {most} huruf.",
        "The text is too long; {most} characters at most.",
        422,
    ),
    "connection.ground_unknown": Row(
        "Pilih salah satu alasan dalam daftar.",
        "Choose one of the grounds in the list.",
        422,
    ),
    "connection.place_needed": Row(
        "Pilih provinsi, kabupaten/kota, atau kecamatan; seluruh Indonesia tidak dapat diputus dengan satu kasus.",
        "Choose a province, regency or sub-district; the whole nation cannot be cut with one case.",
        422,
    ),
    "connection.station_elsewhere": Row(
        "Stasiun {station} tidak ada di wilayah ini. Periksa nama stasiun atau kosongkan kotaknya.",
        "There is no station {station} in this territory. Check its name or leave the box empty.",
        422,
    ),
    # two people
    "connection.same_person": Row(
        "Keputusan ini perlu orang kedua: yang mengusulkan atau memutus tidak boleh mengesahkannya sendiri.",
        "This decision needs a second person: whoever proposed or decided may not confirm it.",
        403,
    ),
    "connection.proposal_old": Row(
        "Usulan ini sudah lebih dari {days} hari. Tarik usulannya dan usulkan lagi bila masih perlu.",
        "This proposal is more than {days} days old. Withdraw it, and propose again if it is still needed.",
        409,
    ),
    "connection.reason_needed": Row(
        "Tulis alasannya, sekurangnya {least} huruf; alasan ini dibaca kantor dan tercatat.",
        "Write the reason, at least {least} characters; the office reads it and it is kept.",
        422,
    ),
    "connection.emergency_used": Row(
        "Pemutusan darurat hanya sekali dalam satu kasus. Untuk memutus lagi perlu surat dan orang kedua.",
        "An emergency cut is possible once in a case. Another cut needs letters and a second person.",
        409,
    ),
    "connection.emergency_end": Row(
        "Pemutusan darurat berakhir sendiri setelah {days} hari; akhir yang lain tidak dapat dicatat.",
        "An emergency cut ends by itself after {days} days; another end cannot be noted.",
        500,
    ),
    # conditions, restoring, appeal
    "connection.condition_settled": Row(
        "Syarat ini tidak ada atau sudah dicentang. Muat ulang halaman.",
        "This condition does not exist or is ticked already. Reload the page.",
        409,
    ),
    "connection.conditions_many": Row(
        "Satu kasus paling banyak punya {most} syarat. Gabungkan yang sejenis.",
        "A case has {most} conditions at most. Put those of a kind together.",
        409,
    ),
    "connection.conditions_open": Row(
        "Masih ada {count} syarat yang belum dicentang. Centang dengan buktinya, atau lepaskan syaratnya dengan alasan.",
        "{count} conditions are not ticked yet. Tick them with their evidence, or waive them with a reason.",
        409,
    ),
    "connection.appeal_late": Row(
        "Keberatan hanya dapat diajukan dalam {days} hari setelah diputus. Kirim jawaban dan bukti; pusat tetap dapat memulihkan.",
        "An appeal is possible within {days} days of the cut. Send an answer and evidence; the centre can still restore.",
        409,
    ),
    "connection.appeal_open": Row(
        "Keberatan sebelumnya belum dijawab. Tunggu jawabannya; bukti baru dapat dikirim sebagai jawaban.",
        "The earlier appeal has not been answered. Wait for it; new evidence can be sent as an answer.",
        409,
    ),
    "connection.no_appeal": Row(
        "Tidak ada keberatan yang menunggu jawaban. Muat ulang halaman.",
        "No appeal waits for an answer. Reload the page.",
        409,
    ),
    # what was only read about
    "connection.only_retold": Row(
        "Langkah ini hanya untuk kasus lama yang dicatat dari berita. Pada kasus yang berjalan pakai usulan dan pengesahan.",
        "This step is only for old cases entered from published reports. A running case uses a proposal and a confirmation.",
        409,
    ),
    "connection.retold_open": Row(
        "Kasus lama hanya dapat dicatat bila sudah berakhir: catatan berita tidak boleh memutus siapa pun sekarang.",
        "An old case can be entered only when it is over: a report of the past must not cut anybody off now.",
        422,
    ),
    "connection.source_needed": Row(
        "Setiap langkah kasus lama perlu sumbernya: surat kabar dan tanggal.",
        "Each step of an old case needs its source: the paper and its date.",
        422,
    ),
    # lines
    "connection.outage_time": Row(
        "Waktu gangguan harus tanggal dan jam yang benar, mulai sebelum selesai, dan tidak di masa depan.",
        "The outage's times must be real dates and hours, begin before they end, and not lie in the future.",
        422,
    ),
    "connection.outage_unknown": Row(
        "Gangguan ini tidak ditemukan. Muat ulang daftar jalur.",
        "This outage was not found. Reload the list of lines.",
        404,
    ),
    "connection.outage_over": Row(
        "Gangguan ini sudah dicatat selesai. Muat ulang daftar jalur.",
        "This outage is noted as over already. Reload the list of lines.",
        409,
    ),
    "connection.cause_unknown": Row(
        'Pilih salah satu sebab dalam daftar; bila belum jelas, pilih "belum diketahui".',
        'Choose one of the causes in the list; if it is not clear, choose "not known yet".',
        422,
    ),
}
