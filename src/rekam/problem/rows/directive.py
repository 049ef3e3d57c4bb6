from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    # the line of an addressee
    "directive.unknown": Row(
        "Instruksi ini tidak ditemukan di wilayah Anda. Buka daftar instruksi, lalu pilih dari sana.",
        "This directive was not found in your territory. Open the list of directives and choose from there.",
        404,
    ),
    "directive.not_next": Row(
        "Langkah ini tidak dapat diambil sekarang: keadaan {step}, langkah {event}. Muat ulang halaman untuk melihat keadaan terbaru.",
        "This step cannot be taken now: state {step}, step {event}. Reload the page to see how it stands.",
        409,
    ),
    "directive.gap": Row(
        "Urutan kejadian instruksi tidak utuh: seharusnya nomor {expected}, yang ada nomor {found}. Laporkan ke pusat.",
        "The events of this directive are not whole: number {expected} is due, number {found} is there. Tell the centre.",
        500,
    ),
    "directive.same_person_twice": Row(
        "Yang mengusulkan penggantian tidak boleh menjawabnya atas nama Menteri. Minta pejabat pusat lain menjawab.",
        "Whoever proposed the replacement cannot answer it for the minister. Ask another official of the centre to answer.",
        409,
    ),
    "directive.words_needed": Row(
        "Tuliskan alasan, jawaban, atau isi suratnya, paling sedikit {least} huruf.",
        "Write the reason, the answer or what the letter says, at least {least} letters.",
    ),
    "directive.not_reached": Row(
        "Angka belum mencapai sasaran, jadi instruksi belum dapat ditutup. Tunggu angkanya, atau kembalikan jawaban penerima.",
        "The figure has not reached its goal, so the directive cannot be closed yet. Wait for the figure, or return the answer.",
        409,
    ),
    "directive.evidence_needed": Row(
        "Bukti instruksi ini sebuah dokumen. Tuliskan nomor dan tanggal dokumen yang Anda terima.",
        "The evidence of this directive is a document. Write the number and date of the document that you received.",
    ),
    "directive.post_not_replaceable": Row(
        "{post} tidak diganti lewat instruksi ini. Hanya kepala dinas Dukcapil yang diangkat dan diberhentikan Menteri.",
        "{post} is not replaced by way of this directive. Only heads of Dukcapil offices are appointed and dismissed by the minister.",
        409,
    ),
    # a new directive
    "directive.title_needed": Row(
        "Tuliskan judul dan isi instruksi.",
        "Write the title and the text of the directive.",
    ),
    "directive.basis_needed": Row(
        "Tuliskan dasar hukum atau surat yang mendasari instruksi ini.",
        "Write the law or the letter that this directive rests on.",
    ),
    "directive.addressees_needed": Row(
        "Belum ada penerima. Pilih jabatan dan wilayah, lalu periksa daftar penerimanya.",
        "There is no addressee yet. Choose posts and regions, then check the list of addressees.",
    ),
    "directive.addressees_many": Row(
        "Penerima terlalu banyak: {found}, paling banyak {most}. Bagi menjadi beberapa instruksi.",
        "There are too many addressees: {found}, at most {most}. Divide them over several directives.",
    ),
    "directive.post_unknown": Row(
        "Jabatan {post} tidak dikenal. Pilih dari daftar.",
        "The post {post} is not known. Choose from the list.",
    ),
    "directive.group_unknown": Row(
        "Kelompok wilayah {group} tidak dikenal. Pilih dari daftar.",
        "The group of regions {group} is not known. Choose from the list.",
    ),
    "directive.deadline_wrong": Row(
        "Tenggat {day} tidak dapat dipakai. Pilih tanggal dari hari ini sampai paling lama {years} tahun lagi.",
        "The deadline {day} cannot be used. Choose a day from today to {years} years from now.",
    ),
    "directive.day_wrong": Row(
        "Tanggal {day} tidak terbaca. Tulis seperti 2017-12-31.",
        "The date {day} cannot be read. Write it like 2017-12-31.",
    ),
    "directive.deadline_after_parent": Row(
        "Tenggat terusan tidak boleh lewat dari tenggat instruksi induknya, {day}. Pilih tanggal yang lebih awal.",
        "A directive that is passed on cannot end after the one it comes from, {day}. Choose an earlier day.",
    ),
    "directive.evidence_unknown": Row(
        "Jenis bukti {kind} tidak dikenal. Pilih dari daftar.",
        "The kind of evidence {kind} is not known. Choose from the list.",
    ),
    "directive.goal_wrong": Row(
        "Sasaran {goal} tidak dapat dipakai. Tulis persen dari 0 sampai 100, atau jumlah yang bulat.",
        "The goal {goal} cannot be used. Write a per cent from 0 to 100, or a whole count.",
    ),
    "directive.below_only": Row(
        "Instruksi hanya diberikan kepada jabatan di bawahnya. {post} tidak berada di bawah {issuer}.",
        "A directive goes only to posts below. {post} does not stand below {issuer}.",
    ),
    # officials
    "directive.name_needed": Row(
        "Tuliskan nama pejabat dan siapa yang mengangkatnya.",
        "Write the name of the official and who appointed them.",
    ),
    "directive.post_elsewhere": Row(
        "Tidak ada jabatan {post} di {place}. Pilih wilayah atau jabatan yang lain.",
        "There is no post {post} in {place}. Choose another region or post.",
    ),
    "directive.post_held": Row(
        "Jabatan ini masih dipegang {name} sejak {since}. Akhiri dulu masa jabatannya, lalu catat penggantinya.",
        "This post is still held by {name} since {since}. End that term first, then enter the successor.",
        409,
    ),
    "directive.term_backwards": Row(
        "Hari terakhir {until} mendahului hari pertama {since}. Periksa kedua tanggal.",
        "The last day {until} comes before the first day {since}. Check both dates.",
    ),
    "directive.permission_needed": Row(
        "Kepala dinas Dukcapil diangkat dan diberhentikan Menteri (UU 24/2013 pasal 83A). Tuliskan nomor dan tanggal izin Menteri, atau catat sebagai Plt.",
        "Heads of Dukcapil offices are appointed and dismissed by the minister (UU 24/2013 art. 83A). Write the number and date of the minister's permission, or enter an acting holder.",
        409,
    ),
    "directive.official_unknown": Row(
        "Masa jabatan ini tidak ditemukan. Muat ulang daftar pejabat.",
        "This term was not found. Reload the list of officials.",
        404,
    ),
    "directive.term_ended": Row(
        "Masa jabatan {name} sudah berakhir. Muat ulang daftar pejabat.",
        "The term of {name} has ended already. Reload the list of officials.",
        409,
    ),
    "directive.office_type_wrong": Row(
        "Tipe dinas {type} tidak dikenal. Pilih A, B, atau C.",
        "The office type {type} is not known. Choose A, B or C.",
    ),
    "directive.office_name_needed": Row(
        "Tuliskan nama dinas dan sejak kapan keadaannya demikian.",
        "Write the name of the office and since when it is so.",
    ),
    # meetings
    "directive.meeting_unknown": Row(
        "Rapat ini tidak ditemukan. Muat ulang daftar rapat.",
        "This meeting was not found. Reload the list of meetings.",
        404,
    ),
    "directive.meeting_title_needed": Row(
        "Tuliskan nama rapat, tempatnya, dan siapa yang memimpin.",
        "Write the name of the meeting, its place and who chaired it.",
    ),
    "directive.decision_needed": Row(
        "Tuliskan isi keputusan dan jabatan yang bertanggung jawab.",
        "Write what was decided and which post is responsible.",
    ),
}
