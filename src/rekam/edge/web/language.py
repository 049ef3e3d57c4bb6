"""Two languages: Indonesian is the text itself, English comes from a gettext catalogue beside it."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import cast

from starlette.requests import Request

from rekam.problem import Language

COOKIE = "bahasa"


def language_of(request: Request) -> Language:
    """The reader's language: ``?bahasa=``, else the cookie, else Indonesian."""
    wish = request.query_params.get(COOKIE) or request.cookies.get(COOKIE)
    return "en" if wish == "en" else "id"


@lru_cache(maxsize=16)
def catalogue(folder: Path) -> dict[str, str]:
    """English sentences by their Indonesian source, from ``folder/en.po`` and ``folder/en_ROOM.po``."""
    from babel.messages.pofile import read_po  # Indonesian needs no catalogue: the first page does not wait

    found: dict[str, str] = {}
    for path in catalogue_files(folder):
        with path.open("rb") as file:
            messages = read_po(file, locale="en")
        found |= {cast("str", m.id): cast("str", m.string) for m in messages if m.id and m.string}
    return found


def catalogue_files(folder: Path) -> list[Path]:
    """The files of an English catalogue: one for the house, one for each large room of it."""
    return [*folder.glob("en.po"), *sorted(folder.glob("en_*.po"))]


def translator(language: Language, folders: tuple[Path, ...]) -> Callable[..., str]:
    """``t("Kirim {n} berkas", n=3)`` for templates; an untranslated sentence stays Indonesian."""

    def t(text: str, **values: object) -> str:
        spoken = text
        if language == "en":
            for folder in folders:
                if text in catalogue(folder):
                    spoken = catalogue(folder)[text]
                    break
        return spoken.format_map(values) if values else spoken

    return t
