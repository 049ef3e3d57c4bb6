"""What stands in the menu, for whom, and what the unbuilt pages will say."""

from dataclasses import dataclass

from rekam.account import Account, Act, may


@dataclass(frozen=True, slots=True)
class Item:
    """One word of the menu.

    Attributes:
        href: Path.
        words: Indonesian.
        act: What the account must be permitted; ``None`` for pages that are not built yet.
        promise: For a page that is not built: what it will answer.
    """

    href: str
    words: str
    act: Act | None
    promise: str = ""


MENU = (
    Item("/", "Ringkasan", Act.SEE_SUMMARY),
    Item("/peta", "Peta cakupan", Act.SEE_COVERAGE),
    Item("/cakupan", "Riwayat & target", Act.SEE_COVERAGE),
    Item("/perjalanan", "Perjalanan rekaman", Act.SEE_JOURNEY),
    Item("/akta", "Akta 0–18", Act.SEE_COVERAGE),
    Item("/hambatan", "Hambatan", Act.SEE_SUMMARY),
    Item("/sambungan", "Sambungan", Act.SEE_SUMMARY),
    Item("/instruksi", "Instruksi", Act.ANSWER_DIRECTIVE),
    Item("/laporan", "Laporan", Act.IMPORT_FIGURES),
    Item("/pernyataan", "Pernyataan", Act.SEE_SUMMARY),
    Item("/ajudikasi", "Ajudikasi", Act.ADJUDICATE),
    Item("/cetak", "Cetak & stok", Act.PRINT_CARD),
    Item("/alat", "Alat", Act.REPORT_DEVICE),
    Item("/jejak", "Jejak audit", Act.SEE_AUDIT),
    Item("/akun", "Akun", Act.KEEP_ACCOUNTS),
)

UNBUILT = (
    Item("/rencana", "Rencana", None, "Di sini akan dapat dicoba: bagaimana bila alat dipindah atau tim turun ke desa."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """An item as the page shows it."""

    href: str
    words: str
    here: bool
    built: bool


def menu_for(account: Account, path: str) -> list[Shown]:
    """The items that the account may open, and the unbuilt ones for those who see figures."""
    items = [item for item in MENU if item.act and may(account, item.act, account.territory)]
    if may(account, Act.SEE_SUMMARY, account.territory):
        items += UNBUILT
    return [
        Shown(
            item.href,
            item.words,
            here=path == item.href or (item.href != "/" and path.startswith(item.href)),
            built=item.act is not None,
        )
        for item in items
    ]
