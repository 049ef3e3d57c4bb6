"""Directives are issued, passed on, answered and closed: each act one transaction, in its own hands."""

from dataclasses import replace
from datetime import date

import pytest
from centre_world import DISTRICT, NOON, open_world, resident
from directive_bed import JAMBI, MERANGIN, PUSAT, PUSAT_TWO, SAROLANGUN, hold, line_at, order

from rekam.account import Account, Role
from rekam.centre.directive.addressing import Call
from rekam.centre.directive.appointment import Term, appoint, end_term, replace_holder
from rekam.centre.directive.order import issue, pass_on
from rekam.centre.directive.round import make_round
from rekam.centre.directive.say import answer_for_minister, say
from rekam.operations.directive import EventKind, Step, day_at, zone_of
from rekam.problem import Problem

LONG = "Sudah kami kerjakan sesuai surat nomor 1"


@pytest.fixture(scope="module")
def shared(postgres, migrated, tmp_path_factory):
    """One centre for every test that keeps to lines of its own."""
    name = "rekam_directive_order"
    with open_world(tmp_path_factory.mktemp("order"), postgres.database(name, template=migrated)) as world:
        yield world
    postgres.drop(name)


def told(code):
    return pytest.raises(Problem, match=rf"^{code.replace('.', '[.]')}:")


def count(centre, table: str) -> int:
    return centre.store.database.value(f"SELECT count(*) FROM {table}".encode())


def test_a_directive_reaches_every_governor_of_an_island_group(shared):
    number = issue(shared.centre, PUSAT, order())
    lines = shared.centre.store.directives.addressees(number)

    assert [line.place for line in lines] == ["11", "12", "13", "14", "15", "16", "17", "18", "19", "21"]
    assert {line.post for line in lines} == {"governor"}
    assert {line.state for line in lines} == {"sent"}


def test_a_national_directive_has_governors_regents_and_mayors_each_by_their_own_clock(shared):
    call = Call(("governor", "regent", "mayor"), "nasional")
    number = issue(shared.centre, PUSAT, order(call=call))
    lines = shared.centre.store.directives.addressees(number)

    assert len(lines) == 38 + 514
    assert len({(line.post, line.place) for line in lines}) == len(lines)
    assert all((line.post == "mayor") == (line.place[3:4] == "7") for line in lines if len(line.place) == 5)
    for line in lines:
        assert day_at(line.due_at, line.place) == date(2017, 12, 31)
        assert day_at(line.due_at + 1, line.place) == date(2018, 1, 1)
    assert len({line.due_at for line in lines}) == 3
    assert {zone_of(line.place) for line in lines} == {"WIB", "WITA", "WIT"}


def test_the_figure_of_the_place_at_the_issue_is_kept(world):
    world.load(*(resident(n) for n in range(1, 6)), recorded=[resident(1).nik])
    number = issue(world.centre, PUSAT, order(call=Call(("regent",), places=("15",))))

    line = line_at(world.centre, number, "15.02")
    assert (line.start_numerator, line.start_denominator) == (1, 5)
    assert line_at(world.centre, number, "15.03").start_numerator is None


def test_only_the_addressee_answers_and_only_the_issuer_presses(shared):
    number = issue(shared.centre, PUSAT, order(call=Call(("regent",), places=("15",))))
    line = line_at(shared.centre, number, "15.02").addressee_id

    with told("account.not_permitted"):
        say(shared.centre, SAROLANGUN, line, EventKind.ACKNOWLEDGED)
    # The province sees it, and does not answer for the level below; neither does the centre.
    for other in (JAMBI, PUSAT):
        with told("account.not_permitted"):
            say(shared.centre, other, line, EventKind.ACKNOWLEDGED)
    for other in (JAMBI, MERANGIN):
        with told("account.not_permitted"):
            say(shared.centre, other, line, EventKind.REMINDED)
    say(shared.centre, MERANGIN, line, EventKind.ACKNOWLEDGED)
    say(shared.centre, PUSAT, line, EventKind.REMINDED)
    assert [event.kind.value for event in shared.centre.store.directives.events(line)] == [
        "issued", "acknowledged", "reminded",
    ]  # fmt: skip


def test_an_operator_and_a_depot_have_no_part_in_it(shared):
    for account in (
        Account("siti", "Siti", Role.OPERATOR, DISTRICT, ""),
        Account("gudang", "Gudang", Role.DEPOT, "15", ""),
        MERANGIN,
    ):
        with told("account.not_permitted"):
            issue(shared.centre, account, order(post="regent"))


def test_a_line_is_passed_on_with_a_directive_that_stays_linked(shared):
    number = issue(shared.centre, PUSAT, order())
    line = line_at(shared.centre, number, "15").addressee_id
    below = order(
        post="governor", call=Call(("regent", "mayor"), places=("15",)), deadline=date(2017, 12, 15)
    )
    with told("directive.not_next"):
        pass_on(shared.centre, JAMBI, line, below)
    assert shared.centre.store.directives.passed_on(number) == []
    say(shared.centre, JAMBI, line, EventKind.ACKNOWLEDGED)
    child = pass_on(shared.centre, JAMBI, line, below)

    kept = shared.centre.store.directives.directive(child)
    assert (kept.parent_id, kept.issuer_post, kept.issuer_place) == (line, "governor", "15")
    assert len(shared.centre.store.directives.addressees(child)) == 11
    assert line_at(shared.centre, number, "15").state == Step.PASSED_ON.value
    (link,) = shared.centre.store.directives.passed_on(number)
    assert (link.directive_id, link.parent_id, link.lines, link.acknowledged) == (child, line, 11, 0)
    with told("directive.deadline_after_parent"):
        pass_on(shared.centre, JAMBI, line, replace(below, deadline=date(2018, 1, 1)))
    # The office presses those it passed on to, although it is not the one that began.
    say(shared.centre, JAMBI, line_at(shared.centre, child, "15.02").addressee_id, EventKind.REMINDED)


REFUSED = (
    ({"title": " "}, "directive.title_needed"),
    ({"basis": ""}, "directive.basis_needed"),
    ({"deadline": date(2017, 10, 9)}, "directive.deadline_wrong"),
    ({"deadline": date(2037, 10, 9)}, "directive.deadline_wrong"),
    ({"goal": 1.2}, "directive.goal_wrong"),
    ({"goal": None}, "directive.goal_wrong"),
    ({"evidence": "unsent", "goal": 0.5}, "directive.goal_wrong"),
    ({"evidence": "wishes"}, "directive.evidence_unknown"),
    ({"call": Call(())}, "directive.addressees_needed"),
    ({"call": Call(("king",), "sumatera")}, "directive.post_unknown"),
    ({"call": Call(("governor",), "atlantis")}, "directive.group_unknown"),
    ({"call": Call(("minister",), "nasional")}, "directive.addressees_needed"),
    ({"call": Call(("governor",), places=("99",))}, "place.unknown_region"),
    ({"call": Call(("camat",), "nasional")}, "directive.addressees_many"),
)


def test_an_order_that_lacks_something_is_refused_and_leaves_nothing(shared):
    before = count(shared.centre, "directive"), count(shared.centre, "addressee")
    for changes, code in REFUSED:
        with told(code):
            issue(shared.centre, PUSAT, order(**changes))
    assert (count(shared.centre, "directive"), count(shared.centre, "addressee")) == before


def test_the_head_of_a_province_office_does_not_order_a_regent(shared):
    with told("directive.below_only"):
        issue(
            shared.centre,
            JAMBI,
            order(post="head_of_province_office", call=Call(("regent",), places=("15",))),
        )
    with told("directive.below_only"):
        issue(shared.centre, JAMBI, order(post="governor", call=Call(("regent",), places=("16",))))


def test_closing_waits_for_the_figure(world):
    world.load(resident(1), resident(2), recorded=[resident(1).nik])
    number = issue(world.centre, PUSAT, order(call=Call(("regent",), places=("15.02",))))
    line = line_at(world.centre, number, "15.02").addressee_id
    say(world.centre, MERANGIN, line, EventKind.ACKNOWLEDGED)
    with told("directive.words_needed"):
        say(world.centre, MERANGIN, line, EventKind.ANSWERED, "ya")
    say(world.centre, MERANGIN, line, EventKind.ANSWERED, LONG)
    with told("directive.not_reached"):
        say(world.centre, PUSAT, line, EventKind.CLOSED, "Dokumen tidak menolong di sini")
    world.load(resident(1), resident(2), recorded=[resident(1).nik, resident(2).nik])

    assert say(world.centre, PUSAT, line, EventKind.CLOSED).step is Step.CLOSED
    closed = "SELECT numerator || '/' || denominator FROM directive_reading WHERE moment = 'closed'"
    assert world.centre.store.database.value(closed.encode()) == "2/2"


def test_a_document_closes_only_with_its_number(shared):
    number = issue(shared.centre, PUSAT, order(evidence="document", goal=None))
    line = line_at(shared.centre, number, "15").addressee_id
    with told("directive.evidence_needed"):
        say(shared.centre, PUSAT, line, EventKind.CLOSED)
    say(shared.centre, PUSAT, line, EventKind.CLOSED, "Surat 470/12/2017, 12 Oktober 2017")
    with told("directive.not_next"):
        say(shared.centre, JAMBI, line, EventKind.ACKNOWLEDGED)


def refused_head(world, place: str) -> int:
    """A head of office of a place of one's own has refused; the line."""
    hold(world.centre, "head_of_office", place, "Kepala Lama")
    call = Call(("head_of_office",), places=(place,))
    number = issue(world.centre, PUSAT, order(post="director_general", call=call))
    line = line_at(world.centre, number, place)
    assert line.name == "Kepala Lama"
    office = Account("kantor", "Kantor", Role.REGENCY, place, "")
    say(world.centre, office, line.addressee_id, EventKind.REFUSED, "Alat kami tidak ada yang jalan")
    return line.addressee_id


def test_a_head_of_office_is_replaced_with_the_ministers_permission_and_never_without(shared):
    line = refused_head(shared, "15.04")
    centre = shared.centre
    successor = Term("", "", "Kepala Baru", date(2017, 10, 16), "Menteri Dalam Negeri")
    for kind in (EventKind.WARNED, EventKind.WARNED_AGAIN, EventKind.REPLACEMENT_PROPOSED):
        with told("directive.permission_needed"):
            replace_holder(centre, PUSAT, line, successor)
        say(centre, PUSAT, line, kind, "Surat teguran nomor 1")
    with told("directive.permission_needed"):
        answer_for_minister(centre, PUSAT_TWO, line, permission=" ", permission_on=date(2017, 10, 12))
    with told("directive.same_person_twice"):
        answer_for_minister(centre, PUSAT, line, permission="821/1", permission_on=date(2017, 10, 12))
    answer_for_minister(centre, PUSAT_TWO, line, permission="821/1", permission_on=date(2017, 10, 12))
    replace_holder(centre, PUSAT_TWO, line, successor)

    old, new = (
        centre.store.officials.holder("head_of_office", "15.04", date(2017, 10, day)) for day in (15, 16)
    )
    assert (old.name, old.until) == ("Kepala Lama", date(2017, 10, 15))
    assert (new.name, new.permission, new.permission_on) == ("Kepala Baru", "821/1", date(2017, 10, 12))
    kept = centre.store.directives.line(line)
    assert (kept.state, kept.name, kept.acknowledged_at) == ("sent", "Kepala Baru", None)


def test_only_the_centre_answers_for_the_minister_and_a_governor_is_not_replaced(shared):
    line = refused_head(shared, "15.05")
    for kind in (EventKind.WARNED, EventKind.WARNED_AGAIN, EventKind.REPLACEMENT_PROPOSED):
        say(shared.centre, PUSAT, line, kind, "Surat teguran nomor 1")
    with told("account.not_permitted"):
        answer_for_minister(shared.centre, JAMBI, line, permission="821/1", permission_on=date(2017, 10, 12))
    number = issue(shared.centre, PUSAT, order())
    governor = line_at(shared.centre, number, "15").addressee_id
    for kind in (EventKind.WARNED, EventKind.WARNED_AGAIN):
        say(shared.centre, PUSAT, governor, kind, "Surat teguran nomor 2")
    with told("directive.post_not_replaceable"):
        say(shared.centre, PUSAT, governor, EventKind.REPLACEMENT_PROPOSED, "Kami usulkan diganti")


def test_two_holders_of_one_post_are_refused_by_name(shared):
    first = hold(shared.centre, "head_of_office", "15.02", "Kepala Lama")
    with pytest.raises(Problem) as problem:
        hold(shared.centre, "head_of_office", "15.02", "Kepala Baru", since=date(2017, 1, 1))
    assert problem.value.code == "directive.post_held"
    assert "Kepala Lama" in problem.value.say()
    end_term(shared.centre, PUSAT, first, date(2016, 12, 31))
    with told("directive.permission_needed"):
        hold(shared.centre, "head_of_office", "15.02", "Kepala Baru", since=date(2017, 1, 1))
    hold(shared.centre, "head_of_office", "15.02", "Pelaksana", since=date(2017, 1, 1), acting=True)
    with told("directive.post_elsewhere"):
        hold(shared.centre, "mayor", "15.02", "Wali")
    with told("account.not_permitted"):
        appoint(shared.centre, JAMBI, Term("camat", "15.02.01", "Camat", date(2017, 1, 1), "Bupati"))


def test_the_round_reminds_once_a_week_and_keeps_the_figure_of_the_deadline(world):
    world.load(resident(1), resident(2), recorded=[resident(1).nik])
    now = [NOON]
    centre = replace(world.centre, now=lambda: now[0])
    call = Call(("regent",), places=("15.02",))
    number = issue(centre, PUSAT, order(call=call, deadline=date(2017, 10, 31)))
    assert make_round(centre) == (0, 0)
    now[0] += 3 * 86_400
    assert make_round(centre) == (1, 0)
    assert make_round(centre) == (0, 0)
    line = line_at(centre, number, "15.02")
    assert line.reminded_at == now[0]
    now[0] = line.due_at + 60
    assert make_round(centre) == (1, 1)
    late = line_at(centre, number, "15.02")
    assert (late.end_numerator, late.end_denominator) == (1, 2)
    assert make_round(centre) == (0, 0)


def test_stations_of_the_place_get_the_sentence_once(shared):
    call = Call(("governor", "regent", "mayor"), "sumatera")
    before = count(shared.centre, "instruction")
    issue(shared.centre, PUSAT, order(call=call, station_words="Kejar 100 % sebelum akhir tahun."))

    assert count(shared.centre, "instruction") == before + 10


def test_events_and_their_fold_agree_and_every_act_is_audited(shared):
    line = refused_head(shared, "15.06")
    acts = [one.act for one in shared.centre.store.audit.lines("", limit=20)]

    assert {"keep_officials", "issue_directive", "answer_directive"} <= set(acts)
    assert shared.centre.store.audit.verify().first_wrong is None
    assert shared.centre.store.directives.line(line).last_event == 2
