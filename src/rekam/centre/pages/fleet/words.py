"""Plain words of the fleet's pages; the English ones stand in the catalogue ``en_fleet.po``."""

from collections.abc import Mapping

from rekam.operations.fleet import (
    ComponentKind,
    Condition,
    CostAction,
    HolderKind,
    Payer,
    Standing,
    Turn,
)

COMPONENTS: Mapping[str, str] = {
    "face": "Kamera",
    "finger": "Pemindai sidik jari",
    "iris": "Pemindai iris",
    "signature": "Papan tanda tangan",
}
"""Devices of a station by the name in its report; another name is shown as it came."""

KINDS: Mapping[str, str] = {
    ComponentKind.SERVER.value: "Komputer server",
    ComponentKind.LAPTOP.value: "Komputer jinjing (laptop)",
    ComponentKind.CAMERA.value: "Kamera",
    ComponentKind.TEN_PRINT_SCANNER.value: "Pemindai sepuluh jari",
    ComponentKind.IRIS_SCANNER.value: "Pemindai iris",
    ComponentKind.SIGNATURE_PAD.value: "Papan tanda tangan",
    ComponentKind.CARD_READER.value: "Pembaca kartu",
    ComponentKind.PRINTER.value: "Pencetak kartu",
    ComponentKind.UPS.value: "UPS (listrik cadangan)",
    ComponentKind.GENERATOR.value: "Genset",
}

CONDITIONS: Mapping[str, str] = {
    Condition.GOOD.value: "Baik",
    Condition.UNCHECKED.value: "Rusak, belum diperiksa",
    Condition.LIGHT.value: "Rusak ringan",
    Condition.HEAVY.value: "Rusak berat",
    Condition.LOST.value: "Hilang",
    Condition.STOLEN.value: "Dicuri",
}

HOLDERS: Mapping[str, str] = {
    HolderKind.OFFICE.value: "Kantor",
    HolderKind.DEPOT.value: "Gudang alat",
    HolderKind.MINISTRY.value: "Kementerian",
    HolderKind.TRANSIT.value: "Di jalan",
    HolderKind.NOBODY.value: "Tidak ada (hilang atau dicuri)",
    HolderKind.RETIRED.value: "Keluar dari daftar",
}

TURNS: Mapping[str, str] = {
    Turn.OFFICE.value: "Giliran kantor",
    Turn.DEPOT.value: "Giliran gudang",
    Turn.MINISTRY.value: "Giliran kementerian",
}

PAYERS: Mapping[str, str] = {
    Payer.APBN.value: "APBN (pusat)",
    Payer.APBD.value: "APBD (daerah)",
}

ACTIONS: Mapping[str, str] = {
    CostAction.PURCHASE.value: "Pengadaan",
    CostAction.REPAIR.value: "Perbaikan",
    CostAction.REPLACE.value: "Penggantian",
    CostAction.RIBBON.value: "Ribbon pencetak",
    CostAction.LINE.value: "Sewa jaringan",
}

STANDINGS: Mapping[str, str] = {
    Standing.CLEAR.value: "Jelas",
    Standing.CONFLICTING.value: "Bertentangan",
    Standing.UNKNOWN.value: "Tidak ditemukan aturannya",
}

OWNERS: Mapping[str, str] = {
    "state": "Milik negara",
    "region": "Milik daerah",
    "unknown": "Pemilik belum dicatat",
}

SOURCES: Mapping[str, str] = {"observed": "Diamati stasiun", "reported": "Dilaporkan orang"}

URGENT_FLEET: Mapping[str, str] = {
    "no_set": "Tidak ada satu set pun yang dapat merekam di {place}: {residents} warga masih menunggu.",
    "oldest": "Alat perekam di {place} rusak sejak {days} hari: {residents} warga di sana belum direkam.",
}
