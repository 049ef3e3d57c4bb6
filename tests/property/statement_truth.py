"""Tables of published figures with known truth, and one known mistake in each; knows nothing of the checker.

The truth: regencies of one province with residents and obliged per half-year's cut, people recorded one after the
other and never un-recorded, printed by an honest press: rounded half up, half to even or cut off, to 0, 1 or 2
decimals, a source with all parts or with a few, remarks that say true things.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from random import Random

TITLES = (
    "id",
    "tanggal",
    "kode",
    "wilayah",
    "penduduk",
    "wajib_ktp",
    "sudah_rekam",
    "belum_rekam",
    "persen_dilaporkan",
    "sumber",
    "catatan",
)
PROVINCES = {
    "15": (
        "Jambi",
        {f"15.0{n}": f"Kabupaten {n}" for n in range(1, 10)}
        | {"15.71": "Kota Jambi", "15.72": "Sungai Penuh"},
    ),
    "17": ("Bengkulu", {f"17.0{n}": f"Kabupaten {n}" for n in range(1, 10)} | {"17.71": "Kota Bengkulu"}),
}
DAYS = (
    date(2017, 8, 31),
    date(2017, 12, 31),
    date(2018, 3, 31),
    date(2018, 8, 31),
    date(2018, 12, 31),
    date(2019, 1, 31),
)
TRUE_REMARKS = (
    "", "", "", "", "laporan bulanan", "target 100 persen akhir tahun", "data DKB semester berjalan", "Kepala Dinas, Rakor 30-08-2017",
    "jaringan lambat di tiga kecamatan", "pemadaman listrik dua hari", "blangko habis, 1.204 suket terbit", "12 alat perekam rusak ringan",
    "tim turun ke 14 desa", "naik 1,2 persen dari bulan lalu", "termasuk 1.250 pemula", "80 orang per hari", "belum semua alat diperbaiki",
    "data per 31 Desember pukul 16.00", "antre cetak 3.450 keping",
)  # fmt: skip


@dataclass
class Row:
    id: str
    day: date
    code: str
    name: str
    source: str
    people: int
    obliged: int
    recorded: int
    decimals: int
    rounding: str
    shown: dict[str, str] = field(default_factory=dict)

    @property
    def missing(self) -> int:
        return self.obliged - self.recorded

    def percent(self, part: int | None = None, whole: int | None = None) -> str:
        exact = Decimal(100 * (self.recorded if part is None else part)) / (whole or self.obliged)
        return str(exact.quantize(Decimal(1).scaleb(-self.decimals), rounding=self.rounding))

    def cells(self) -> list[str]:
        return [
            self.id,
            self.day.isoformat(),
            self.code,
            self.name,
            *(self.shown.get(name, "") for name in TITLES[4:9]),
            self.source,
            self.shown["catatan"],
        ]


def honest_table(random: Random) -> list[Row]:
    """A table in which everything printed is true."""
    province, (title, regencies) = random.choice(sorted(PROVINCES.items()))
    days = sorted(random.sample(DAYS, random.randint(2, 4)))
    people = {code: random.randint(90_001, 500_000) for code in regencies}
    adult = {code: random.uniform(0.66, 0.74) for code in regencies}
    share = {code: random.uniform(0.70, 0.93) for code in regencies}
    rows: list[Row] = []
    cut, obliged, recorded = None, {}, {}
    for day in days:
        if (day.year, day.month > 6) != cut:
            cut = (day.year, day.month > 6)
            people = {code: round(count * random.uniform(0.995, 1.02)) for code, count in people.items()}
            obliged = {code: round(people[code] * adult[code]) for code in regencies}
        for code in regencies:
            share[code] = min(0.995, share[code] + random.uniform(0.0, 0.02))
            recorded[code] = min(
                obliged[code] - 7, max(recorded.get(code, 0), round(share[code] * obliged[code]))
            )
        listed = (
            sorted(regencies)
            if random.random() < 0.5
            else sorted(random.sample(sorted(regencies), random.randint(1, 4)))
        )
        source = random.choice(("Antara", "Tribun", "Laporan Dinas")) + f" {day:%m-%Y}"
        whole = Row(
            "",
            day,
            province,
            title,
            source,
            sum(people.values()),
            sum(obliged.values()),
            sum(recorded.values()),
            0,
            "",
        )
        for row in [
            whole,
            *(
                Row(
                    "", day, code, regencies[code], source, people[code], obliged[code], recorded[code], 0, ""
                )
                for code in listed
            ),
        ]:
            row.id = f"s{len(rows) + 1}"
            row.decimals, row.rounding = (
                random.choice((0, 1, 2, 2, 2)),
                random.choice((ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)),
            )
            show(row, random)
            rows.append(row)
    return rows


def show(row: Row, random: Random) -> None:
    row.shown = {
        "penduduk": str(row.people),
        "wajib_ktp": str(row.obliged),
        "sudah_rekam": str(row.recorded),
        "belum_rekam": str(row.missing),
        "persen_dilaporkan": row.percent(),
    }
    for name in ("penduduk", "belum_rekam", "persen_dilaporkan"):
        if random.random() < 0.25:
            row.shown[name] = ""
    row.shown["catatan"] = random.choice(TRUE_REMARKS)


@dataclass(frozen=True)
class Mistake:
    """What was put in: its name, the rows that must show it, and what else is then literally true."""

    kind: str
    rows: frozenset[str]
    also: frozenset[tuple[str, str]]


def put_in(kind: str, rows: list[Row], random: Random) -> Mistake | None:
    """Spoil one thing; ``None`` where this table has no place for it."""
    return MISTAKES[kind](rows, random)


def _whole_of(rows, row):
    return [
        one
        for one in rows
        if row.code.startswith(one.code + ".") and (one.day, one.source) == (row.day, row.source)
    ]


def _mistake(kind, rows, row, also=()):
    if "." not in row.code:
        # A total that was changed no longer is the sum of its parts.
        also = (*also, "parts_not_sum")
    return Mistake(
        kind,
        frozenset({row.id}),
        frozenset(
            {
                *((row.id, other) for other in also),
                *((one.id, "parts_not_sum") for one in _whole_of(rows, row)),
            }
        ),
    )


def _percent(rows, random):
    row = random.choice(rows)
    off = random.choice((-1, 1)) * random.uniform(1.2, 9.0)
    value = float(row.percent()) + off
    if not 5 < value < 99:
        return None
    row.shown["persen_dilaporkan"] = f"{value:.{row.decimals}f}"
    return _mistake("percent_mismatch", rows, row, ("unit_confusion", "other_base"))


def _rest(rows, random):
    row = random.choice(rows)
    row.shown["belum_rekam"] = str(row.missing + random.choice((-1000, 1000, 90, -90, 9, 1010, 10_000)))
    if int(row.shown["belum_rekam"]) < 0:
        return None
    return _mistake("remainder_mismatch", rows, row, ("parts_not_sum", "unit_confusion"))


def _sum(rows, random):
    whole = random.choice([row for row in rows if "." not in row.code])
    parts = [row for row in rows if row.day == whole.day and "." in row.code]
    if len(parts) < 10:
        return None
    wrong = whole.recorded + random.choice((1000, -1000, 100, 9, 12_000))
    whole.shown |= {"sudah_rekam": str(wrong), "belum_rekam": "", "persen_dilaporkan": ""}
    # A smaller total may also lie below the day before.
    return _mistake("parts_not_sum", rows, whole, ("coverage_fell", "numerator_over_denominator", "over_100"))


def _men(rows, random):
    row = random.choice(rows)
    men = round(row.obliged * random.uniform(0.48, 0.52))
    women = row.obliged - men + random.choice((1000, -1000, 300, 21))
    row.shown["catatan"] = f"laki-laki {men:,} orang dan perempuan {women:,} orang".replace(",", ".")
    return _mistake("parts_not_sum", rows, row)


def _fall(rows, random):
    pairs = [(one, two) for one in rows for two in rows if one.code == two.code and one.day < two.day]
    if not pairs:
        return None
    one, two = random.choice(pairs)
    two.obliged, two.people = one.obliged, one.people
    two.recorded = one.recorded - random.randint(400, 4000)
    show(two, random)
    two.shown["persen_dilaporkan"] = ""
    for row in rows:  # rows between would fall too, or have another denominator in the same month
        if row.code == two.code and row not in (one, two):
            row.shown |= dict.fromkeys(
                ("penduduk", "wajib_ktp", "sudah_rekam", "belum_rekam", "persen_dilaporkan"), ""
            )
    return _mistake("coverage_fell", rows, two)


def _second(rows, random, source="kabar lain"):
    row = random.choice(rows)
    other = Row(
        "x1",
        row.day.replace(day=min(28, row.day.day)),
        row.code,
        row.name,
        source,
        row.people,
        row.obliged,
        row.recorded,
        2,
        ROUND_HALF_UP,
    )
    rows.append(other)
    return row, other


def _denominator(rows, random):
    row, other = _second(rows, random)
    other.obliged = round(row.obliged * random.choice((0.98, 0.995, 1.002, 1.03)))
    other.recorded = min(other.recorded, other.obliged - 5)
    show(other, random)
    other.shown["catatan"] = row.shown["catatan"] = ""
    return Mistake("denominator_conflict", frozenset({row.id, other.id}), frozenset())


def _base(rows, random):
    row, other = _second(rows, random)
    other.day = date(2019, 6, 30)
    other.obliged = round(row.missing * random.uniform(0.2, 0.6)) + 50
    if other.obliged > row.obliged / 6:
        return None
    other.recorded = (
        other.obliged if random.random() < 0.5 else round(other.obliged * random.uniform(0.9, 0.99))
    )
    show(other, random)
    other.shown["penduduk"] = ""
    other.shown["catatan"] = random.choice(("", f"dari target {other.obliged}", "hanya pemula"))
    return Mistake("other_base", frozenset({other.id}), frozenset({(other.id, "coverage_fell")}))


def _twin(rows, random):
    lists = [[row for row in rows if row.day == day and "." in row.code] for day in {row.day for row in rows}]
    many = [one for one in lists if len(one) > 1]
    if not many:
        return None
    one, two = random.sample(random.choice(many), 2)
    two.people, two.obliged, two.recorded = one.people + 311, one.obliged + 201, one.recorded
    show(two, random)
    if random.random() < 0.5:
        two.shown["persen_dilaporkan"] = ""
    two.shown["belum_rekam"] = ""
    later = {
        (row.id, kind)
        for row in rows
        if row.code == two.code
        for kind in ("coverage_fell", "denominator_conflict")
    }
    wholes = {(whole.id, "parts_not_sum") for whole in _whole_of(rows, two)}
    return Mistake("duplicated_value", frozenset({one.id, two.id}), frozenset(later | wholes))


def _over(rows, random):
    row = random.choice(rows)
    row.recorded = row.obliged + random.randint(20, 3000)
    show(row, random)
    row.shown |= {"belum_rekam": "", "penduduk": ""}
    return _mistake("numerator_over_denominator", rows, row, ("over_100",))


def _over_100(rows, random):
    row = random.choice(rows)
    row.shown |= {
        "wajib_ktp": "",
        "sudah_rekam": "",
        "belum_rekam": "",
        "persen_dilaporkan": f"{random.uniform(100.4, 107):.2f}",
    }
    return _mistake("over_100", rows, row)


def _claim(rows, random):
    row = random.choice(rows)
    row.shown["catatan"] = random.choice((
        "seluruh wajib KTP sudah direkam", "semua alat sudah diperbaiki, tetapi 7 unit alat masih rusak", "perekaman sudah tuntas", "tidak ada lagi warga yang belum merekam",
        "tidak ada kendala; 14 alat perekam rusak", "Sarolangun dan Merangin rendah; dua kabupaten lain diputus, yakni Merangin dan Tebo",
    ))  # fmt: skip
    row.shown |= {"sudah_rekam": str(row.recorded), "belum_rekam": str(row.missing)}
    # Remarks of other rows about broken devices contradict the claim too.
    also = {
        (one.id, "claim_conflict")
        for one in rows
        if "rusak" in one.shown["catatan"]
        or "lambat" in one.shown["catatan"]
        or "pemadaman" in one.shown["catatan"]
        or "habis" in one.shown["catatan"]
    }
    return Mistake("claim_conflict", frozenset({row.id}), frozenset(also))


def _unit(rows, random):
    row = random.choice([row for row in rows if row.obliged / 1000 > 20])
    share = row.recorded / row.obliged
    way = random.choice(("fraction", "missing", "thousands"))
    if way == "fraction":
        row.shown["persen_dilaporkan"] = f"{share:.4f}"
    elif way == "missing" and share > 0.6:
        row.shown["persen_dilaporkan"] = f"{100 - 100 * share:.2f}"
    else:
        row.shown |= {
            "wajib_ktp": str(round(row.obliged / 1000)),
            "belum_rekam": "",
            "persen_dilaporkan": "",
            "penduduk": "",
        }
    also = (
        "percent_mismatch",
        "numerator_over_denominator",
        "over_100",
        "parts_not_sum",
        "other_base",
        "denominator_conflict",
    )
    return _mistake("unit_confusion", rows, row, also)


MISTAKES = {
    "percent_mismatch": _percent, "remainder_mismatch": _rest, "parts_not_sum": _sum, "men_and_women": _men, "coverage_fell": _fall,
    "denominator_conflict": _denominator, "other_base": _base, "duplicated_value": _twin, "numerator_over_denominator": _over,
    "over_100": _over_100, "claim_conflict": _claim, "unit_confusion": _unit,
}  # fmt: skip
