from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "registry.not_next": Row(
        "Dari status {status} langkah {event} tidak diperbolehkan. Muat ulang halaman; mungkin petugas lain sudah menanganinya.",
        "From status {status} the step {event} is not allowed. Reload the page; another officer may have dealt with it.",
        409,
    ),
    "registry.gap": Row(
        "Catatan kejadian rekaman ini tidak lengkap: nomor {expected} diharapkan, yang ada {found}. Laporkan ke pusat.",
        "This recording's list of events is not whole: number {expected} was expected and {found} found. Tell the centre.",
        500,
    ),
    "registry.same_person_twice": Row(
        "Pendapat kedua harus dari ajudikator lain. Serahkan kasus ini kepada rekan Anda.",
        "The second opinion must come from another adjudicator. Leave this case to a colleague.",
        409,
    ),
    "registry.not_in_adjudication": Row(
        "Rekaman ini tidak sedang diperiksa ahli (status {status}). Muat ulang daftar kasus.",
        "This recording is not before an expert (status {status}). Reload the list of cases.",
        409,
    ),
    "registry.same_as_whom": Row(
        "Pilih lebih dulu rekaman mana yang ternyata orang yang sama.",
        "First choose which recording is the same person.",
        422,
    ),
    "registry.receipt_code": Row(
        "Kode tanda terima {typed} tidak lengkap. Ketik sepuluh huruf dan angka seperti pada tanda terima.",
        "The receipt code {typed} is not complete. Type the ten letters and digits as printed on the receipt.",
        422,
    ),
}
