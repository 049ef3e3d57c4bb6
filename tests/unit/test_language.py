"""Every Indonesian sentence that a page says has an English one beside it, and no catalogue holds anything else.

Apps are found by their ``templates`` folder. A sentence is the first argument of ``t``: written there, or taken
from a table whose place this test knows; a source that it does not know fails it.
"""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from jinja2 import Environment, nodes

import rekam
from rekam.account import ROLE_WORDS
from rekam.centre.pages import adjudication, coverage, journey, menu
from rekam.edge.packed import code_list
from rekam.edge.web.language import catalogue, catalogue_files
from rekam.person.code_list import MARITAL_STATUS, RELIGION
from rekam.station.pages import words

SOURCE = Path(rekam.__file__).parent
SHELL = SOURCE / "edge" / "web"
APPS = sorted(folder.parent for folder in SOURCE.glob("*/templates"))
HOUSES = [*APPS, SHELL]

SAME_IN_BOTH = frozenset(
    {"Biodata", "Iris", "Menu", "NIK", "No.", "RT", "RW", "Status", "Target", "data", "operator", "target"}
)
"""Names and words that both languages share."""

CARD_VALUES = frozenset({*RELIGION.values(), *MARITAL_STATUS.values(), *code_list("pekerjaan").values()})
"""Values of the register: a page may translate them, the card never does."""


def roles() -> Iterator[str]:
    return (indonesian for indonesian, _ in ROLE_WORDS.values())


def evidence() -> Iterator[str]:
    yield from adjudication.FINGER_WORDS.values()
    yield from adjudication.EYE_WORDS.values()
    for call in ast.walk(ast.parse(inspect.getsource(adjudication))):
        match call:
            case ast.Call(func=ast.Name("Evidence"), args=[ast.Constant(str(sentence)), *_]):
                yield sentence


def facts() -> Iterator[str]:
    for table in ast.walk(ast.parse(inspect.getsource(adjudication._lines))):
        if isinstance(table, ast.Dict):
            yield from (key.value for key in table.keys if isinstance(key, ast.Constant))


def urgent() -> Iterator[str]:
    """What the rooms of the centre put on the first page: their tables ``URGENT_…``."""
    for file in sorted((SOURCE / "centre" / "pages").rglob("*.py")):
        if "URGENT_" in file.read_text(encoding="utf-8"):
            module = importlib.import_module(
                ".".join(("rekam", *file.relative_to(SOURCE).with_suffix("").parts))
            )
            for name, table in vars(module).items():
                if name.startswith("URGENT_"):
                    yield from table.values()


TOLD_BY_PYTHON: Mapping[str, Callable[[], Iterable[str]]] = {
    "centre/accounts.html: row.role": roles,
    "centre/accounts.html: words": roles,
    "centre/case.html: item.words": evidence,
    "centre/case.html: fact.words": facts,
    "centre/journey.html: row.words": lambda: (words for words, _ in journey.STAGES),
    "centre/map.html: m.words": lambda: (one.words for one in coverage.MEASURES),
    "centre/map.html: measure.words": lambda: (one.words for one in coverage.MEASURES),
    "centre/missing.html: absence_words": coverage.ABSENCE_WORDS.values,
    "centre/office.html: item.words": lambda: (item.words for item in (*menu.MENU, *menu.UNBUILT)),
    "centre/office.html: role_words": roles,
    "centre/sign_in.html: hint.role": roles,
    "centre/summary.html: one.words": urgent,
    "centre/unbuilt.html: page.promise": lambda: (item.promise for item in menu.UNBUILT),
    "centre/unbuilt.html: page.words": lambda: (item.words for item in menu.UNBUILT),
    "web/base.html: title": lambda: ("Stasiun", "Pusat dan dinas", "Portal warga"),
    "station/biodata.html: name": lambda: (),  # the values of one biodata field, CARD_VALUES
    "station/biodata.html: spoken": words.SEXES.values,  # and CARD_VALUES
    "station/periksa.html: spoken": words.SEXES.values,
    "station/rekam.html: spoken": words.SEXES.values,
}
"""Where the sentences of a ``t`` come from whose argument is a value that Python hands to the template."""


@dataclass(frozen=True)
class Saying:
    """One ``t(...)`` of a template: its sentences, or the name of what it says when the template cannot tell."""

    place: str
    sentences: frozenset[str]
    unknown: str | None
    values: frozenset[str]


@cache
def sayings(house: Path) -> tuple[Saying, ...]:
    found: list[Saying] = []
    for file in sorted((house / "templates").glob("*.html")):
        template = Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
        for call in template.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "t":
                given = frozenset(keyword.key for keyword in call.kwargs)
                for part in alternatives(call.args[0]):
                    place, told = f"{house.name}/{file.name}", told_in(part, template, words_of(house))
                    unknown = spelled(part) if told is None else None
                    found.append(Saying(place, frozenset(told or ()), unknown, given))
    return tuple(found)


def alternatives(argument: nodes.Expr) -> Iterator[nodes.Expr]:
    """The branches of ``a if … else b``, and the fallback of ``table.get(key, fallback)``."""
    match argument:
        case nodes.CondExpr():
            yield from alternatives(argument.expr1)
            if argument.expr2 is not None:
                yield from alternatives(argument.expr2)
        case nodes.Call(node=nodes.Getattr(attr="get") as table, args=[_, fallback]):
            yield from (table.node, fallback)
        case _:
            yield argument


def told_in(
    part: nodes.Expr, template: nodes.Template, tables: Mapping[str, Iterable[str]]
) -> list[str] | None:
    """What ``part`` can say, from the template itself and the app's table of words; ``None`` if they do not tell."""
    match part:
        case nodes.Const():
            return [part.value]
        case nodes.Getitem(node=nodes.Name(name=name)) if name in tables:
            return list(tables[name])
        case nodes.Name(name=name):
            for assignment in template.find_all(nodes.Assign):
                match assignment:
                    case nodes.Assign(target=nodes.Name(name=known), node=nodes.Dict() as table) if (
                        known == name
                    ):
                        return [pair.value.as_const() for pair in table.items]
            for loop in template.find_all(nodes.For):
                match loop:
                    case nodes.For(target=nodes.Tuple(items=[_, nodes.Name(name=known)])) if known == name:
                        return looped(loop.iter, tables)
    return None


def looped(source: nodes.Node, tables: Mapping[str, Iterable[str]]) -> list[str] | None:
    """Second values of the pairs that a loop goes over."""
    match source:
        case nodes.List():
            return [pair.items[1].as_const() for pair in source.items]
        case nodes.Call(node=nodes.Getattr(node=nodes.Name(name=name), attr="items")) if name in tables:
            return list(tables[name])
    return None


def spelled(part: nodes.Node) -> str:
    match part:
        case nodes.Name():
            return part.name
        case nodes.Getattr():
            return f"{spelled(part.node)}.{part.attr}"
        case nodes.Call() | nodes.Getitem():
            return spelled(part.node)
    return type(part).__name__


@cache
def words_of(house: Path) -> Mapping[str, tuple[str, ...]]:
    """The tables that an app hands to every template (``WORDS`` of its ``pages/words.py``)."""
    if not (house / "pages" / "words.py").exists():
        return {}
    tables = importlib.import_module(f"rekam.{house.name}.pages.words").WORDS
    return {name: tuple(table.values()) for name, table in tables.items() if isinstance(table, Mapping)}


@cache
def said(house: Path) -> frozenset[str]:
    """Every sentence that the pages of a house can say."""
    sentences: set[str] = set()
    for saying in sayings(house):
        sentences |= saying.sentences
        if saying.unknown:
            sentences |= set(TOLD_BY_PYTHON.get(f"{saying.place}: {saying.unknown}", tuple)())
    return frozenset(sentences)


def entries(house: Path) -> dict[str, str]:
    return catalogue(house / "locale")


def named_values(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


each_house = pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.name)


def test_the_apps_are_found():
    assert {"centre", "portal", "station"} <= {app.name for app in APPS}
    assert all(sayings(house) for house in HOUSES)


@each_house
def test_every_sentence_has_an_english_one(house):
    assert sorted(said(house) - CARD_VALUES - entries(house).keys() - entries(SHELL).keys()) == []


def test_no_page_says_what_this_test_cannot_see():
    unknown = {f"{one.place}: {one.unknown}" for house in HOUSES for one in sayings(house) if one.unknown}

    assert sorted(unknown) == sorted(TOLD_BY_PYTHON)


@each_house
def test_every_sentence_gets_the_values_it_names_and_no_others(house):
    wrong = [
        (saying.place, sentence, sorted(saying.values))
        for saying in sayings(house)
        for sentence in saying.sentences
        if named_values(sentence) != saying.values
    ]

    assert wrong == []


@each_house
def test_english_names_the_same_values(house):
    wrong = {id_: en for id_, en in entries(house).items() if named_values(id_) != named_values(en)}

    assert wrong == {}


@each_house
def test_english_ends_as_its_indonesian_does(house):
    wrong = {id_: en for id_, en in entries(house).items() if closing(id_) != closing(en)}

    assert wrong == {}


def closing(sentence: str) -> str:
    return sentence[-1] if sentence[-1] in ".:?!…" else ""


@each_house
def test_english_is_not_indonesian(house):
    same = {id_ for id_, en in entries(house).items() if id_ == en}

    assert sorted(same - SAME_IN_BOTH - CARD_VALUES) == []


@each_house
def test_no_entry_is_unused(house):
    used = said(house) | said(SHELL) | CARD_VALUES
    if house == SHELL:
        used = used.union(*map(said, APPS))

    assert sorted(entries(house).keys() - used) == []


@each_house
def test_no_entry_is_empty_or_written_twice(house):
    files = catalogue_files(house / "locale")
    written = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]

    assert sum(line.startswith("msgid ") for line in written) - len(files) == len(entries(house))


def test_a_role_is_called_the_same_on_the_page_and_in_the_account():
    spoken = entries(SOURCE / "centre")

    assert {indonesian: spoken[indonesian] for indonesian, _ in ROLE_WORDS.values()} == dict(
        ROLE_WORDS.values()
    )
