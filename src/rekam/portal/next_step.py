"""What a resident should do, or wait for, in each status."""

from collections.abc import Mapping
from types import MappingProxyType

from rekam.registry import Status
from rekam.registry.words import Words

_WAIT = Words(
    "Tidak perlu datang. Tunggu, lalu cek lagi dengan kode ini.",
    "No need to come. Wait and check again with this code.",
)
_AGAIN = Words(
    "Datang kembali ke tempat perekaman dengan tanda terima ini; rekaman perlu diulang.",
    "Come back to the recording place with this slip; the recording must be repeated.",
)
_OFFICE = Words(
    "Datang ke Disdukcapil dengan tanda terima ini: Anda yang memilih rekaman mana yang dipakai.",
    "Come to the regency office with this slip: you choose which recording is kept.",
)
LOOKED_FOR = Words(
    "Isi rekaman ini tidak ditemukan di pusat dan sedang dicari. Tanyakan ke kantor di bawah dengan tanda terima ini; mungkin perlu direkam ulang.",
    "The content of this recording cannot be found at the centre and is being looked for. Ask the office below with this slip; you may have to be recorded again.",
)
"""In every status, while the body is gone that nobody has opened."""

NEXT_STEP: Mapping[Status, Words] = MappingProxyType(
    {
        **dict.fromkeys(Status, _WAIT),
        Status.ENROLL_FAILURE_AT_REGIONAL: _AGAIN,
        Status.ENROLL_FAILURE_AT_CENTRAL: _AGAIN,
        Status.REFUSED: _AGAIN,
        Status.UNREGISTERED: _AGAIN,
        Status.DUPLICATE_RECORD: _OFFICE,
        Status.DUPLICATE_ONE_TO_ONE: _OFFICE,
        Status.DUPLICATE_ONE_TO_MANY: _OFFICE,
        Status.AT_CENTRE_ALREADY: Words(
            "Pusat sudah punya rekaman Anda. Tanyakan kartunya ke Disdukcapil.",
            "The centre already has your recording. Ask the regency office for your card.",
        ),
        Status.PRINT_READY_RECORD: Words(
            "Kartu akan dicetak menurut urutan. Tidak perlu membayar siapa pun.",
            "The card will be printed in its turn. You need not pay anybody.",
        ),
        Status.CARD_PRINTED: Words(
            "Ambil kartu di kantor kecamatan atau Disdukcapil dengan tanda terima ini.",
            "Collect the card at the sub-district or regency office with this slip.",
        ),
        Status.CARD_SHIPPED: Words(
            "Ambil kartu di kantor kecamatan dengan tanda terima ini.",
            "Collect the card at the sub-district office with this slip.",
        ),
        Status.CARD_ISSUED: Words("Selesai. Kartu sudah Anda terima.", "Done. You have received the card."),
    }
)
"""Every status; the resident reads exactly one step."""
