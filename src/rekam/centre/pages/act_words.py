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
        "see_children": Words("Melihat daftar anak", "Looked at a list of children"),
        "note_certificate": Words("Mencatat akta kelahiran", "Noted a birth certificate"),
        "withdraw_certificate": Words(
            "Membatalkan catatan akta kelahiran", "Withdrew a birth certificate entry"
        ),
        "note_no_certificate": Words("Mencatat alasan belum berakta", "Noted why a child has no certificate"),
        "issue_child_card": Words("Mencatat KIA", "Noted a child identity card"),
        "print_invitations": Words("Mencetak undangan usia 17", "Printed invitations for those turning 17"),
        "export_village_status": Words(
            "Mengunduh status kartu untuk desa", "Downloaded a village's card statuses"
        ),
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
        "keep_targets": Words("Menetapkan target", "Set a target"),
        "take_published": Words(
            "Mencatat angka cakupan yang diumumkan", "Took in published coverage figures"
        ),
        "keep_account": Words("Mengubah akun", "Changed an account"),
        "suspend_connection": Words("Memutus sambungan", "Cut a connection"),
        "restore_connection": Words("Memulihkan sambungan", "Restored a connection"),
        "report_loss": Words("Melaporkan jam hilang", "Reported lost hours"),
        "review_loss": Words("Menilai laporan jam hilang", "Reviewed a report of lost hours"),
        "keep_power": Words("Mengubah daftar daya cadangan", "Changed the backup register"),
        "report_power_cut": Words("Melaporkan listrik padam", "Reported a power cut"),
        "keep_connection_case": Words("Mencatat dalam kasus sambungan", "Acted in a connection case"),
        "retell_connection_case": Words(
            "Mencatat kasus lama dari berita", "Entered an old case from published reports"
        ),
        "report_outage": Words("Melaporkan gangguan jalur", "Reported an outage of a line"),
        "settle_outage": Words("Mencatat sebab atau akhir gangguan", "Noted cause or end of an outage"),
        "report_device": Words("Stasiun melaporkan alat rusak", "A station reported a broken device"),
        "move_device": Words("Mencatat langkah perbaikan alat", "Took a step in a device's repair"),
        "swap_device": Words("Menukar komponen dua set", "Swapped components of two sets"),
        "take_device_part": Words("Mengambil komponen dari set lain", "Took a component from another set"),
        "note_device_cost": Words("Mencatat biaya perbaikan", "Noted the cost of a repair"),
        "load_device_sets": Words("Memuat daftar set perekaman", "Loaded a register of sets"),
        "link_device_set": Words("Menghubungkan set dengan stasiun", "Linked a set with a station"),
        "packet_refused": Words("Menolak paket", "Refused a packet"),
        "body_mended": Words("Memulihkan salinan paket yang rusak", "Mended a damaged copy of a packet"),
        "body_lost": Words("Isi paket tidak ada lagi", "A packet's body is lost"),
        "body_found": Words("Isi paket ditemukan kembali", "Found a packet's body again"),
        "manifest_disputed": Words("Surat jalan dipersoalkan", "Disputed a manifest"),
        "issue_directive": Words("Memberi instruksi kepada pejabat", "Issued a directive"),
        "answer_directive": Words("Menjawab instruksi", "Answered a directive"),
        "press_directive": Words("Menindaklanjuti instruksi", "Followed up a directive"),
        "keep_officials": Words("Mengubah daftar pejabat", "Changed the list of officials"),
        "keep_office": Words("Mengubah keterangan dinas", "Changed what an office is"),
        "keep_meeting": Words("Mencatat rapat", "Kept a meeting"),
        "sign_report": Words("Menandatangani laporan bulanan", "Signed a monthly report"),
        "put_figures": Words("Mengunggah berkas angka", "Uploaded a file of figures"),
        "import_figures": Words("Memuat angka dari berkas", "Loaded figures from a file"),
        "expect_reports": Words("Menetapkan wajib lapor", "Set who has to report"),
        "note_report": Words("Mencatat laporan kertas yang masuk", "Noted a report that came on paper"),
        "remind_report": Words("Mencatat pengingat laporan", "Noted a reminder of a report"),
        "keep_statement": Words("Mencatat pernyataan", "Entered a statement"),
        "release_disputed": Words("Melepas paket yang dipersoalkan", "Released a disputed packet"),
    }
)
"""Every act that is written down; an act without words is shown by its name."""
