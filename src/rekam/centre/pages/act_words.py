"""Plain words for what the audit holds."""

from collections.abc import Mapping
from types import MappingProxyType

from rekam.registry.words import Words

ACT_WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "sign_in": Words("Masuk", "Signed in"),
        "sign_in_refused": Words("Gagal masuk", "Was refused at sign-in"),
        "sign_out": Words("Keluar", "Signed out"),
        "see_recording": Words("Melihat rekaman", "Looked at a recording"),
        "see_missing_people": Words("Melihat daftar nama", "Looked at a list of names"),
        "see_case": Words("Membuka kasus", "Opened a case"),
        "see_card": Words("Membuka berkas kartu", "Opened a card's file"),
        "adjudicate": Words("Memutus kasus", "Gave a verdict"),
        "print_card": Words("Mencetak kartu", "Printed a card"),
        "hand_over_card": Words("Menyerahkan kartu", "Handed over a card"),
        "count_stock": Words("Mencatat stok", "Counted stock"),
        "enrol_station": Words("Mendaftarkan stasiun", "Enrolled a station"),
        "report_unreadable": Words("Laporan stasiun tidak terbaca", "A station's report was unreadable"),
        "observation_unreadable": Words(
            "Catatan stasiun tidak terbaca", "A station's observation was unreadable"
        ),
        "courier_delivered": Words("Menerima cakram kurir", "Took in a courier's disk"),
        "receipt_forgotten": Words(
            "Memulihkan paket setelah pemulihan basis data", "Took a packet in again after a restore"
        ),
        "body_missing": Words(
            "Isi paket hilang setelah pemulihan basis data", "A packet's body is missing after a restore"
        ),
        "own_key_reported": Words(
            "Stasiun melaporkan kunci tanda tangan", "A station reported a signing key"
        ),
        "recover_account": Words("Membacakan kode pemulihan kata sandi", "Read out a password recovery code"),
        "instruct": Words("Memberi instruksi kepada stasiun", "Instructed stations"),
        "packet_doubted": Words("Menahan paket karena tanda tangan", "Held a packet because of a signature"),
        "keep_account": Words("Mengubah akun", "Changed an account"),
        "suspend_connection": Words("Memutus sambungan", "Cut a connection"),
        "restore_connection": Words("Memulihkan sambungan", "Restored a connection"),
        "packet_refused": Words("Menolak paket", "Refused a packet"),
        "body_mended": Words("Memulihkan salinan paket yang rusak", "Mended a damaged copy of a packet"),
        "body_lost": Words("Isi paket tidak ada lagi", "A packet's body is lost"),
        "manifest_disputed": Words("Surat jalan dipersoalkan", "Disputed a manifest"),
        "release_disputed": Words("Melepas paket yang dipersoalkan", "Released a disputed packet"),
    }
)
"""Every act that is written down; an act without words is shown by its name."""
