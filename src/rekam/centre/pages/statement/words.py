"""What the pages of statements say."""

from collections.abc import Mapping

from rekam.operations.statement import Kind

VERDICT_WORDS = {
    "contradicted": "Bertentangan",
    "doubted": "Perlu ditanyakan",
    "agrees": "Cocok dengan angkanya sendiri",
    "computed": "Dapat dihitung, tanpa persen tertulis",
    "uncomputed": "Tidak dapat dihitung ulang",
}
"""What the check says of a statement as a whole."""

KIND_WORDS = {
    Kind.PERCENT_MISMATCH.value: "Persen tidak cocok dengan angkanya",
    Kind.PARTS_NOT_SUM.value: "Bagian tidak berjumlah sama dengan totalnya",
    Kind.REMAINDER_MISMATCH.value: "Sisa tidak cocok",
    Kind.COVERAGE_FELL.value: "Cakupan turun",
    Kind.DENOMINATOR_CONFLICT.value: "Dua penyebut yang berbeda",
    Kind.OTHER_BASE.value: "Persen dari hal lain",
    Kind.DUPLICATED_VALUE.value: "Angka kembar",
    Kind.NUMERATOR_OVER_DENOMINATOR.value: "Bagian melebihi keseluruhan",
    Kind.OVER_100.value: "Di atas 100 persen",
    Kind.CLAIM_CONFLICT.value: "Ucapan bertentangan",
    Kind.UNIT_CONFUSION.value: "Satuan tertukar",
}
"""Short name of each problem."""

FIELD_WORDS = {
    "population": "Penduduk",
    "obliged": "Wajib KTP",
    "recorded": "Sudah rekam",
    "missing": "Belum rekam",
    "percent": "Persen tertulis",
}
"""Figures of the form, in its order."""

URGENT_STATEMENT = {
    "contradicted": "{n} pernyataan sebulan terakhir bertentangan dengan angkanya sendiri atau dengan yang lain.",
}

WORDS: Mapping[str, Mapping[str, str]] = {
    "statement_verdicts": VERDICT_WORDS,
    "statement_kinds": KIND_WORDS,
    "statement_fields": FIELD_WORDS,
    "statement_urgent": URGENT_STATEMENT,
}
"""Tables for every template of the centre."""
