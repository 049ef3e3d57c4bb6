"""The sentence that explains each finding, in both languages."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from rekam.operations.statement.finding import Finding

SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "percent_mismatch": (
            "Tertulis {printed_percent}, tetapi angkanya sendiri menghasilkan {counted_percent}; selisih itu lebih besar daripada pembulatan.",
            "It says {printed_percent}, but its own numbers give {counted_percent}; that is more than rounding explains.",
        ),
        "fraction": (
            "{printed_percent} tampaknya pecahan yang ditulis sebagai persen: angkanya menghasilkan {counted_percent}.",
            "{printed_percent} looks like a fraction written as per cent: the numbers give {counted_percent}.",
        ),
        "missing_share": (
            "{printed_percent} adalah bagian yang belum, bukan yang sudah: yang sudah {counted_percent}.",
            "{printed_percent} is the share still missing, not the share reached: reached are {counted_percent}.",
        ),
        "thousands_as_percent": (
            "Angka {printed_percent} sama dengan ribuan dari {part} orang: orang dan persen tertukar.",
            "{printed_percent} repeats the thousands of {part} people: people and per cent are confused.",
        ),
        "of_residents": (
            "{printed_percent} dihitung terhadap {whole} penduduk, bukan terhadap wajib KTP.",
            "{printed_percent} is a share of {whole} residents, not of those obliged to hold a card.",
        ),
        "remainder_mismatch": (
            "{whole} wajib KTP dikurangi {part} sudah rekam adalah {right}, tetapi tertulis {rest} (selisih {off}).",
            "{whole} obliged less {part} recorded leaves {right}, but {rest} is printed (off by {off}).",
        ),
        "two_parts": (
            "Sudah rekam {part} ditambah belum {rest} menjadi {sum}, padahal wajib KTP {whole} (selisih {off}).",
            "{part} recorded and {rest} missing make {sum}, while {whole} are obliged (off by {off}).",
        ),
        "thousands_left": (
            "Sisa yang tertulis {rest}, padahal hitungannya {right}: orang dan ribuan orang tertukar.",
            "{rest} are said to be left while the numbers leave {right}: people and thousands of people are confused.",
        ),
        "part_over_whole": (
            "Bagian ({part}) lebih besar daripada keseluruhannya ({whole}), kelebihan {off}.",
            "The part ({part}) is larger than its whole ({whole}), by {off}.",
        ),
        "thousands_of_whole": (
            "{part} dan {whole} tidak memakai satuan yang sama: yang satu dalam orang, yang lain dalam ribuan.",
            "{part} and {whole} are not in one unit: one counts people, the other thousands.",
        ),
        "over_100": (
            "{printed_percent}: di atas 100 persen. Biasanya pembilang dan penyebut diambil dari data dengan tanggal berbeda; periksa keduanya.",
            "{printed_percent}: above 100 per cent. Usually numerator and denominator come from data of different dates; check both.",
        ),
        "count_as_percent": (
            "{printed} di kolom persen tampaknya jumlah orang, bukan persen.",
            "{printed} in the column of percentages looks like a count of people.",
        ),
        "equation": (
            "Hitungan yang tertulis salah: hasilnya {right}, tetapi tertulis {printed} (selisih {off}).",
            "The sum written out is wrong: it gives {right}, but {printed} is printed (off by {off}).",
        ),
        "rows_not_sum": (
            "Jumlah {parts} daerah di bawahnya adalah {sum}, tetapi totalnya tertulis {printed} (selisih {off}).",
            "The {parts} places below add up to {sum}, but the total is printed as {printed} (off by {off}).",
        ),
        "list_not_sum": (
            "{parts} angka dalam daftar berjumlah {sum}, tetapi tertulis {printed} (selisih {off}).",
            "The {parts} numbers of the list add up to {sum}, but {printed} is printed (off by {off}).",
        ),
        "sexes_not_sum": (
            "Laki-laki {men} ditambah perempuan {women} menjadi {sum}, tetapi tertulis {printed}.",
            "{men} men and {women} women make {sum}, but {printed} is printed.",
        ),
        "not_a_hundred": (
            "Yang sudah {printed_percent} dan yang belum {rest_percent} tidak berjumlah 100 %.",
            "{printed_percent} reached and {rest_percent} missing do not make 100 %.",
        ),
        "not_above": (
            "Dikatakan \u201c{claim}\u201d, padahal angkanya {counted_percent}.",
            "It is said \u201c{claim}\u201d, while the figure is {counted_percent}.",
        ),
        "no_whole_people": (
            "{printed} di kolom jumlah orang bukan bilangan bulat: ribuan atau juta ditulis seolah-olah orang.",
            "{printed} in a column of people is no whole number: thousands or millions are written as people.",
        ),
        "said_base": (
            "Persen ini dihitung terhadap {whole} yang menjadi target atau sisa, bukan terhadap seluruh wajib KTP.",
            "This is a percentage of {whole} set as a target or left over, not of all who are obliged.",
        ),
        "small_base": (
            "Penyebut {whole} jauh di bawah penyebut lain untuk tempat ini ({others}): yang dihitung bukan seluruh wajib KTP.",
            "The denominator {whole} is far below the others of this place ({others}): it does not count all who are obliged.",
        ),
        "thousands_of_base": (
            "Penyebut {whole} dan penyebut lain tempat ini ({others}) berbeda seribu kali: orang dan ribuan orang tertukar.",
            "The denominator {whole} and the others of this place ({others}) differ a thousandfold: people and thousands are confused.",
        ),
        "device_base": (
            "{printed_percent} rusak disebut untuk {whole} alat, padahal persen yang sama sebelumnya dihitung dari {others}.",
            "{printed_percent} broken is said of {whole} devices, while the same percentage was counted of {others} before.",
        ),
        "coverage_fell": (
            "Pada {before_day} tercatat {before_percent}, pada {after_day} hanya {after_percent}: cakupan turun, padahal rekaman tidak hilang.",
            "{before_percent} on {before_day}, only {after_percent} on {after_day}: coverage fell though no recording is undone.",
        ),
        "fewer": (
            "Pada {before_day} tercatat {before} orang sudah direkam, pada {after_day} hanya {after}: rekaman tidak dapat berkurang begitu.",
            "{before} people recorded on {before_day}, only {after} on {after_day}: recordings do not become fewer like that.",
        ),
        "leap": (
            "Dari {before_percent} ({before_day}) ke {after_percent} ({after_day}): lebih cepat daripada yang pernah tercapai. Tanyakan dasar hitungnya.",
            "From {before_percent} ({before_day}) to {after_percent} ({after_day}): faster than was ever reached. Ask how it was counted.",
        ),
        "denominators": (
            "Dua penyebut untuk tempat dan bulan yang sama: {whole} dan {other} (selisih {off}).",
            "Two denominators for one place and month: {whole} and {other} (off by {off}).",
        ),
        "twins": (
            "{names} memakai angka yang persis sama, {printed}: salah satunya kemungkinan salah salin.",
            "{names} have exactly the same number, {printed}: one of them is probably copied by mistake.",
        ),
        "claim_against": (
            "Dikatakan \u201c{claim}\u201d, tetapi juga \u201c{contrary}\u201d.",
            "It is said \u201c{claim}\u201d, and also \u201c{contrary}\u201d.",
        ),
        "not_everybody": (
            "Dikatakan \u201c{claim}\u201d, padahal masih ada {rest} orang yang belum direkam.",
            "It is said \u201c{claim}\u201d, while {rest} people are not recorded yet.",
        ),
        "not_maximal": (
            "Dikatakan \u201c{claim}\u201d, padahal {names} baru {counted_percent}.",
            "It is said \u201c{claim}\u201d, while {names} stands at {counted_percent}.",
        ),
        "not_first": (
            "Dikatakan \u201c{claim}\u201d, padahal dalam daftar yang sama {names} {counted_percent}.",
            "It is said \u201c{claim}\u201d, while the same list has {names} at {counted_percent}.",
        ),
        "wrong_way": (
            "Dikatakan \u201c{claim}\u201d, tetapi arahnya terbalik: {before_percent} ke {after_percent}.",
            "It is said \u201c{claim}\u201d, but that goes the other way: {before_percent} to {after_percent}.",
        ),
        "items_or_sets": (
            "{printed} disebut sebagai item dan juga sebagai unit utuh: satu unit terdiri atas beberapa item.",
            "{printed} is said to be items and also whole sets: one set has several items.",
        ),
        "other_named_twice": (
            "{names} disebut dalam \u201c{claim}\u201d, padahal sudah termasuk yang disebut sebelumnya.",
            "{names} is named among \u201c{claim}\u201d (others), though it was named before.",
        ),
    }
)
"""Sentence of each finding: Indonesian, English."""

Language = Literal["id", "en"]
_INDONESIAN = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def say(finding: Finding, language: Language = "id") -> str:
    """The sentence of a finding, numbers in the language's own form."""
    template = SENTENCES[finding.sentence][0 if language == "id" else 1]
    return template.format_map(
        {name: spoken(name, value, language) for name, value in finding.values.items()}
    )


def spoken(name: str, value: object, language: Language) -> str:
    """A value of a sentence as its language writes it; names ending in ``_percent`` are percentages."""
    if isinstance(value, date):
        months = _INDONESIAN if language == "id" else _ENGLISH
        return f"{value.day} {months[value.month - 1]} {value.year}"
    if name.endswith("_percent") and isinstance(value, (int, float)):
        # A printed percentage keeps its own decimals; a computed one has two.
        text = (
            f"{value:,.2f}"
            if name in {"counted_percent", "low_percent", "high_percent"}
            else f"{value:,.2f}".rstrip("0").rstrip(".")
        )
        return (_turned(text) if language == "id" else text) + " %"
    if isinstance(value, int):
        return _turned(f"{value:,}") if language == "id" else f"{value:,}"
    return str(value)


def _turned(text: str) -> str:
    return text.translate(str.maketrans(",.", ".,"))
