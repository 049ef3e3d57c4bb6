"""The words of pages for values of the code: Indonesian here, English in ``locale/en.po``."""

from collections.abc import Mapping

from rekam.biometric import ExceptionReason, Modality
from rekam.edge.device.status import DeviceStatus
from rekam.person.absence import Absence
from rekam.person.code_list import MARITAL_STATUS, RELIGION
from rekam.recording import Accommodation, Approver, Item, SecondLook, Step, Word

STEPS: Mapping[Step, str] = {
    Step.BIODATA: "Biodata",
    Step.PHOTO: "Foto",
    Step.SIGNATURE: "Tanda tangan",
    Step.RIGHT_FOUR: "Empat jari kanan",
    Step.LEFT_FOUR: "Empat jari kiri",
    Step.THUMBS: "Dua jempol",
    Step.IRIS: "Iris",
    Step.REVIEW: "Periksa ulang & setuju",
}

ITEMS: Mapping[Item, str] = {
    Item.FACE: "Foto",
    Item.SIGNATURE: "Tanda tangan",
    Item.RIGHT_THUMB: "Jempol kanan",
    Item.RIGHT_INDEX: "Telunjuk kanan",
    Item.RIGHT_MIDDLE: "Jari tengah kanan",
    Item.RIGHT_RING: "Jari manis kanan",
    Item.RIGHT_LITTLE: "Kelingking kanan",
    Item.LEFT_THUMB: "Jempol kiri",
    Item.LEFT_INDEX: "Telunjuk kiri",
    Item.LEFT_MIDDLE: "Jari tengah kiri",
    Item.LEFT_RING: "Jari manis kiri",
    Item.LEFT_LITTLE: "Kelingking kiri",
    Item.RIGHT_IRIS: "Iris kanan",
    Item.LEFT_IRIS: "Iris kiri",
}

QUALITY: Mapping[Word, str] = {Word.GOOD: "Baik", Word.FAIR: "Cukup", Word.POOR: "Kurang"}

REASONS: Mapping[ExceptionReason, str] = {
    ExceptionReason.MISSING: "Tidak ada (bawaan atau amputasi)",
    ExceptionReason.BANDAGED: "Luka atau diperban",
    ExceptionReason.UNREADABLE: "Sudah dicoba, tetap tidak terbaca",
    ExceptionReason.BLIND: "Buta",
    ExceptionReason.CANNOT_SIGN: "Tidak dapat menandatangani",
    ExceptionReason.CANNOT_COOPERATE: "Tidak dapat mengikuti petunjuk (disabilitas mental atau sakit)",
    ExceptionReason.DEVICE_BROKEN: "Alat rusak",
}

ACCOMMODATIONS: Mapping[Accommodation, str] = {
    Accommodation.WHEELCHAIR: "Berkursi roda: foto sambil duduk, alat didekatkan",
    Accommodation.POSTURE: "Tidak dapat menegakkan kepala atau badan",
    Accommodation.AT_HOME: "Direkam di rumah atau di tempat tidur",
    Accommodation.COMPANION: "Tidak dapat mengikuti petunjuk sendiri: dibantu pendamping",
}

LOOKS: Mapping[SecondLook, str] = {
    SecondLook.SAME: "cocok",
    SecondLook.DIFFERENT: "tidak cocok",
    SecondLook.NOT_COMPARED: "tidak dapat dicocokkan",
}

APPROVERS: Mapping[Approver, str] = {Approver.OPERATOR: "operator", Approver.SUPERVISOR: "penyelia"}

FIELDS: Mapping[str, str] = {
    "nik": "NIK",
    "kk": "Nomor KK",
    "name": "Nama lengkap",
    "sex": "Jenis kelamin",
    "birth_place": "Tempat lahir",
    "birth_date": "Tanggal lahir",
    "blood_type": "Golongan darah",
    "address": "Alamat",
    "rt": "RT",
    "rw": "RW",
    "village": "Desa/kelurahan",
    "religion": "Agama",
    "marital_status": "Status kawin",
    "occupation": "Pekerjaan",
    "nationality": "Kewarganegaraan",
}

SEXES: Mapping[str, str] = {"L": "Laki-laki", "P": "Perempuan"}

DEVICES: Mapping[Modality, str] = {
    Modality.FACE: "Kamera",
    Modality.FINGER: "Pemindai sidik jari",
    Modality.IRIS: "Pemindai iris",
    Modality.SIGNATURE: "Papan tanda tangan",
}

DEVICE_STATES: Mapping[DeviceStatus, str] = {
    DeviceStatus.READY: "Siap",
    DeviceStatus.BUSY: "Sedang dipakai",
    DeviceStatus.NOT_READY: "Belum siap",
    DeviceStatus.NOT_REGISTERED: "Belum terdaftar",
}

PACKET_STATES: Mapping[str, str] = {
    "sealed": "Tersimpan di laptop ini, belum dikirim",
    "known": "Pusat sudah tahu, isinya belum terkirim",
    "sent": "Terkirim, menunggu bukti terima pusat",
    "receipted": "Diterima pusat",
    "refused": "Ditolak pusat",
}

PACKET_TURNS: Mapping[str, str] = {
    "sealed": "Stasiun ini",
    "known": "Stasiun ini",
    "sent": "Pusat",
    "receipted": "Pusat",
    "refused": "Kantor kabupaten",
}

RESIDENT_STATES: Mapping[str, str] = {
    "not_recorded": "Belum direkam",
    "recorded": "Sudah direkam di sini",
    "refused": "Ditolak di sini",
}

ABSENCES: Mapping[Absence, str] = {
    Absence.DEAD: "Meninggal",
    Absence.MOVED: "Pindah",
    Absence.ABROAD: "Di luar negeri",
    Absence.REFUSES: "Menolak",
    Absence.ILL: "Sakit di rumah",
    Absence.DOUBLE: "Data ganda",
    Absence.NOT_FOUND: "Tidak ditemukan di alamat",
}

NEEDS: Mapping[str, str] = {
    "": "Tidak ada",
    "elderly": "Lanjut usia",
    "pregnant": "Hamil",
    "disabled": "Disabilitas",
}

STOCK: Mapping[str, str] = {
    "slip_paper": "Kertas 80 mm (gulung)",
    "a4_paper": "Kertas A4 (lembar)",
    "cleaning_cloth": "Kain pembersih kaca (lembar)",
    "other": "Lain-lain (buah)",
}

COUNTS: Mapping[str, str] = {
    "recorded": "Direkam dan disegel",
    "with_exception": "Di antaranya dengan pengecualian",
    "refused": "Ditolak karena biodata",
    "cancelled": "Dibatalkan",
}

ACTS: Mapping[str, str] = {
    "power_gap": "Listrik atau laptop mati",
    "line_lost": "Jaringan putus",
    "line_back": "Jaringan kembali",
    "store_repaired": "Bit rusak di penyimpanan dibetulkan",
    "station_started": "Stasiun dibuka",
    "station_closed": "Stasiun ditutup",
    "sealed": "Rekaman disegel",
    "courier_packed": "Rekaman disalin ke cakram kurir",
    "courier_returned": "Bukti terima diambil dari cakram kurir",
    "relay_met": "Titipan stasiun lain diterima",
    "recording_refused": "Rekaman ditolak",
    "draft_cancelled": "Rekaman dibatalkan",
    "sealing_resumed": "Penyegelan dilanjutkan setelah mati",
    "signed_in": "Masuk",
    "sign_in_failed": "Salah kata sandi",
    "mains_lost": "Listrik padam, memakai baterai",
    "mains_back": "Listrik kembali",
    "device_down": "Alat berhenti bekerja",
    "device_up": "Alat bekerja lagi",
    "device_fault": "Kerusakan alat dilaporkan",
    "absence_noted": "Alasan belum rekam dicatat",
    "visit_planned": "Kunjungan desa direncanakan",
    "visit_cancelled": "Kunjungan desa dibatalkan",
    "day_closed": "Hari ditutup dan ditandatangani",
}
"""Acts that the page of the day tells; the others are steps inside a recording."""


def choices(field: str) -> Mapping[str, str]:
    """What a field can hold, empty for free text."""
    match field:
        case "sex":
            return SEXES
        case "religion":
            return RELIGION
        case "marital_status":
            return MARITAL_STATUS
        case "blood_type":
            return {kind: kind for kind in ("A", "B", "AB", "O", "-")}
        case "occupation":
            from rekam.edge.packed import code_list

            return code_list("pekerjaan")
        case _:
            return {}


def spoken(field: str, value: str) -> str:
    """A code in words, other values as they are."""
    return choices(field).get(value, value)


WORDS: Mapping[str, object] = {
    "STEPS": STEPS,
    "ITEMS": ITEMS,
    "QUALITY": QUALITY,
    "REASONS": REASONS,
    "APPROVERS": APPROVERS,
    "ACCOMMODATIONS": ACCOMMODATIONS,
    "LOOKS": LOOKS,
    "FIELDS": FIELDS,
    "DEVICES": DEVICES,
    "DEVICE_STATES": DEVICE_STATES,
    "PACKET_STATES": PACKET_STATES,
    "PACKET_TURNS": PACKET_TURNS,
    "RESIDENT_STATES": RESIDENT_STATES,
    "ABSENCES": ABSENCES,
    "NEEDS": NEEDS,
    "STOCK": STOCK,
    "COUNTS": COUNTS,
    "ACTS": ACTS,
    "spoken": spoken,
}
"""What every template may name."""
