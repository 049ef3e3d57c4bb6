"""Cuts of the past, as published reports tell them, with what they do not tell and where they contradict.

Dates stand as they are known: a day, a month (``2017-07``), a year, or nothing.
"""

from dataclasses import dataclass
from datetime import date

from rekam.operations.connection.event import Ground, Kind
from rekam.operations.connection.parameters import LETTERS_BEFORE_CUT

_DAY = len("2017-07-11")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in both languages."""

    id: str
    en: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an example.

    Attributes:
        when: ISO date as far as it is known; empty = unknown.
        kind: What it would be in a case here.
        words: What the report says.
        source: The paper and its date, as far as known.
        about: The paper gives the date as approximate.
    """

    when: str
    kind: Kind
    words: Said
    source: str
    about: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A cut of the past.

    Attributes:
        place: Region code of today.
        name: As the paper names it, with the year.
        ground: ``None`` where no report says it, or where the centre cut nothing.
        steps: In their order.
        contradiction: Where reports disagree; ``None`` = nowhere.
        suspended: The centre cut it; otherwise the line stopped for another reason.
        end_written: Whether the restoration is known to have been written; ``None`` = no report says it.
    """

    place: str
    name: str
    ground: Ground | None
    steps: tuple[Step, ...]
    contradiction: Said | None = None
    suspended: bool = True
    end_written: bool | None = None

    @property
    def letters_before_cut(self) -> int:
        """Letters that stand before the cut."""
        kinds = [step.kind for step in self.steps]
        cut = kinds.index(Kind.CUT_TOLD) if Kind.CUT_TOLD in kinds else 0
        return kinds[:cut].count(Kind.LETTER_SENT)

    @property
    def letters_short(self) -> int:
        """Letters that a cut here would have needed and that no report names; 0 where nothing was cut."""
        return max(0, LETTERS_BEFORE_CUT - self.letters_before_cut) if self.suspended else 0

    @property
    def days(self) -> int | None:
        """Days without a connection; ``None`` where one of the two dates is not a day."""
        begun = next((step.when for step in self.steps if step.kind is Kind.CUT_TOLD), "")
        ended = next((step.when for step in self.steps if step.kind is Kind.RESTORE_TOLD), "")
        if len(begun) != _DAY or len(ended) != _DAY:
            return None
        return (date.fromisoformat(ended) - date.fromisoformat(begun)).days

    @property
    def days_about(self) -> bool:
        """Whether one of the two dates is approximate."""
        return any(step.about for step in self.steps if step.kind in {Kind.CUT_TOLD, Kind.RESTORE_TOLD})


_AKSI_POST = "Aksi Post 17-10-2017"

EXAMPLES: tuple[Example, ...] = (
    Example(
        "15.01",
        "Kerinci 2022",
        Ground.OFFICIALS,
        (
            Step("2022", Kind.OPENED, Said("Kepala dinas diganti tanpa izin menteri.", "The head of office was replaced without the minister's permission."), "inews.id", about=True),
            Step("2022-02-21", Kind.LETTER_SENT, Said("Surat peringatan pertama.", "First warning letter."), "inews.id"),
            Step("2022", Kind.CUT_TOLD, Said("Jaringan dan tanda tangan elektronik diputus, antara kedua surat.", "Line and electronic signature were cut, between the two letters."), "inews.id", about=True),
            Step("2022-03-18", Kind.LETTER_SENT, Said("Surat kedua, batas tiga hari.", "Second letter, three days' limit."), "inews.id"),
            Step("2022-03", Kind.CONDITION_MET, Said("Kepala dinas dikembalikan.", "The head of office was put back."), "inews.id", about=True),
            Step("2022-03-21", Kind.RESTORE_TOLD, Said("Jaringan dipulihkan.", "The connection was restored."), "inews.id"),
        ),
    ),
    Example(
        "15.02",
        "Merangin 2017",
        Ground.OFFICIALS,
        (
            Step("", Kind.OPENED, Said("Kepala dinas yang lama dipindahkan.", "The former head of office was moved."), "Tribun 18-07-2017"),
            Step("", Kind.LETTER_SENT, Said("Surat pusat tidak diikuti; nomor dan tanggalnya tidak diberitakan.", "The centre's letter was not obeyed; its number and date were not reported."), "Tribun 18-07-2017"),
            Step("2017-07-11", Kind.CUT_TOLD, Said("Jaringan diputus pusat, sekitar 11 Juli.", "The centre cut the line, about 11 July."), "Tribun 18-07-2017", about=True),
            Step("2017-10-11", Kind.RESTORE_TOLD, Said('"Sempat tiga bulan diputus"; paling lambat 17 Oktober sudah dapat diakses lagi.', '"Cut for three months"; accessible again by 17 October at the latest.'), _AKSI_POST, about=True),
        ),
        contradiction=Said(
            "Kepala dinas setempat membantah pemutusan dan menyebut server rusak (Tribun 18-07-2017); kepala dinas provinsi menyebut diputus pusat karena masalah SDM (Aksi Post 17-10-2017).",
            "The local head denied the cut and said that the server was broken (Tribun 18-07-2017); the provincial head said that the centre cut it over a staff matter (Aksi Post 17-10-2017).",
        ),
    ),
    Example(
        "15.09",
        "Tebo 2017",
        Ground.ORGANISATION,
        (
            Step("2017", Kind.OPENED, Said("Jenis kantor dan pejabatnya belum ditetapkan menteri; bupati baru belum boleh mengangkat.", "The office's type and officials were not confirmed by the minister; the new regent was not allowed to appoint yet."), "medianasional.id"),
            Step("2017-07-15", Kind.CUT_TOLD, Said("Jaringan diputus pusat, sekitar pertengahan Juli.", "The centre cut the line, about mid-July."), "aksipost.com 25974", about=True),
            Step("2017-09-12", Kind.NOTED, Said("Masih diputus.", "Still cut off."), "aksipost.com 25974"),
            Step("", Kind.CONDITION_MET, Said("Bupati memperbaiki aturan perangkat daerah; kantor naik menjadi tipe A.", "The regent corrected the rules of organisation; the office was raised to type A."), _AKSI_POST),
            Step("2017-10-15", Kind.RESTORE_TOLD, Said('"Sempat tiga bulan diputus"; paling lambat 17 Oktober sudah diaktifkan lagi.', '"Cut for three months"; active again by 17 October at the latest.'), _AKSI_POST, about=True),
        ),
    ),
    Example(
        "82.07",
        "Pulau Morotai 2021",
        None,
        (
            Step("2021-06-07", Kind.CUT_TOLD, Said('Diputus; disebut "isolasi".', 'Cut off; called "isolation".'), "tandaseru.com"),
            Step("2021-07-12", Kind.RESTORE_TOLD, Said("Dipulihkan, hanya secara lisan.", "Restored, by word of mouth only."), "tandaseru.com"),
        ),
        end_written=False,
    ),
    Example(
        "52.05",
        "Dompu 2017",
        Ground.OFFICIALS,
        (
            Step("2017-01-09", Kind.LETTER_SENT, Said("Surat peringatan; aturan yang disebut: Permendagri 76/2015.", "Warning letter; the rule cited: Permendagri 76/2015."), "radarlombok.co.id"),
            Step("2017-01", Kind.CUT_TOLD, Said("Jaringan diputus.", "The line was cut."), "radarlombok.co.id"),
        ),
    ),
    Example(
        "74.07",
        "Wakatobi 2018",
        None,
        (
            Step("", Kind.LETTER_SENT, Said("Peringatan pertama.", "First warning."), "zonasultra.id"),
            Step("", Kind.LETTER_SENT, Said("Peringatan kedua.", "Second warning."), "zonasultra.id"),
            Step("2018", Kind.CUT_TOLD, Said("Jaringan diputus setelah dua peringatan.", "The line was cut after two warnings."), "zonasultra.id"),
        ),
    ),
    Example(
        "15.04",
        "Batang Hari 2025",
        None,
        (
            Step("2025", Kind.NOTED, Said("Sewa jalur kecamatan dibayar pusat dan dihentikan; tahun disimpulkan, tanggal beritanya tidak terbaca.", "The rent of the kecamatan's lines was paid by the centre and stopped; the year is inferred, the report's date could not be read."), "jambi.antaranews.com 628397", about=True),
        ),
        suspended=False,
    ),
)  # fmt: skip
"""What is known of cuts that became public, and of one office whose lines stopped without a cut."""
