"""What a briefing shows of each item, and in what order."""

from datetime import date

import pytest
from hypothesis import given

from recommendations.briefing import pressing
from recommendations.briefing.assembling import MOST_LINES, MOST_QUESTIONS, assemble, totals
from recommendations.briefing.known import Item, Known, Origin, Paper, Undertaking, Version
from recommendations.briefing.placing import place
from tests.factories.positions import position, positions

TODAY = date(2026, 11, 22)
ISSUED = Version(
    2, "issued plan", "The plan", revises=1, kinds=[("reworded", 3)], unexplained=2, url="/compare"
)
VERSIONS = {1: Version(1, "draft", "The plan"), 2: ISSUED}
PLAN = Item(5, 1, "The plan", "/5", papers=[Paper("Paper B", "What changed", "/b", version=2)])
OTHER = Item(6, 2, "Apologies", "/6")


def briefing(*found, items=(PLAN, OTHER), undertakings=(), **known):
    raised = {p.pk: Origin(p.meeting, p.raised_on, "") for p in found}
    known = Known(office="PCC", on=TODAY, items=items, versions=VERSIONS, **known)
    plan = place(items, VERSIONS, found, raised, undertakings)
    return assemble(known, plan, totals(found))


def item(*found, **more):
    return briefing(*found, **more).items[0]


def test_item_tells_what_changed_in_the_version_its_papers_are_about():
    broken = position(version=1, effect="claimed but not borne out")
    about = item(broken)
    assert about.changed == [ISSUED]
    assert about.not_borne_out == 1
    assert "2 changes to the plan answer no recommendation. What led to them?" in [
        question.text for question in about.questions
    ]


def test_version_is_told_of_once():
    again = Item(7, 3, "The plan again", "/7", papers=PLAN.papers)
    first, second = briefing(items=(PLAN, again)).items
    assert (list(first.changed), list(second.changed)) == ([ISSUED], [])


def test_item_on_which_there_is_nothing_is_empty():
    plan, other = briefing(position(version=1)).items
    assert (plan.is_empty, other.is_empty) == (False, True)


def test_most_pressing_come_first_and_the_rest_is_named():
    refused = [position(version=1, decision="not accepted") for _ in range(MOST_LINES + 2)]
    broken = position(version=1, effect="claimed but not borne out")
    [group] = item(*refused, broken).groups
    assert group.why == "About the draft, which the issued plan revises"
    assert [line.position for line in group.lines] == [broken, *refused[: MOST_LINES - 1]]
    assert list(group.more) == refused[MOST_LINES - 1 :]


def test_one_more_is_shown_rather_than_counted():
    refused = [position(version=1, decision="not accepted") for _ in range(MOST_LINES + 1)]
    [group] = item(*refused).groups
    assert (len(group.lines), list(group.more)) == (MOST_LINES + 1, [])


def test_more_questions_than_a_few_are_folded_away():
    points = [position(version=1) for _ in range(MOST_QUESTIONS + 3)]
    about = item(*points, questions={p.pk: [f"Question {p.pk}?"] for p in points})
    assert len(about.questions) == MOST_QUESTIONS
    assert about.number_of_questions == MOST_QUESTIONS + 4  # and the one on the plan's changes


def test_what_only_waits_for_a_judgement_is_named_apart():
    done = position(version=1, decision="accepted", effect="incorporated")
    covered = position(version=1, decision="already covered", effect="no change")
    unhappy = position(
        version=1, decision="accepted", effect="incorporated", judgement="not satisfied"
    )
    [group] = item(done, covered, unhappy).groups
    assert list(group.settled) == [done, covered]
    assert [line.position for line in group.lines] == [unhappy]


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"decision": "deferred", "effect": "no change"}, "Put off to a later refresh"),
        (
            {"decision": "accepted", "effect": "awaiting a revised version"},
            "Accepted. A revised version is awaited",
        ),
        (
            {"decision": "accepted in part", "effect": "not yet established"},
            "Accepted. No change to the plan is shown for it",
        ),
        ({"decision": "accepted", "effect": "not a plan matter"}, "Accepted"),
    ],
)
def test_answer_with_nothing_to_show_for_it_is_a_promise(fields, note):
    point = position(version=1, **fields)
    about = item(point, answers={point.pk: "I will see to it."})
    [(why, [promise])] = about.promises
    assert (promise.text, promise.note, promise.position) == ("I will see to it.", note, point)
    assert why == "About the draft, which the issued plan revises"
    assert list(about.groups) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"decision": "accepted", "effect": "claimed but not borne out"},
        {"decision": "deferred", "effect": "changed without being claimed"},
        {"decision": "accepted", "effect": "incorporated"},
        {"decision": "not accepted", "effect": "no change"},
        {"response": "overdue", "due_on": TODAY},
    ],
)
def test_other_answers_promise_nothing(fields):
    assert list(item(position(version=1, **fields)).promises) == []


def test_what_fits_no_item_is_counted_at_the_end():
    overdue = position(version=None, response="overdue", due_on=TODAY)
    waiting = [position(version=None, response="awaiting") for _ in range(MOST_LINES + 4)]
    put_off = position(version=None, decision="deferred", effect="not a plan matter")
    found = briefing(*waiting, overdue, put_off)
    assert found.number == MOST_LINES + 6
    assert found.also.lines[0].position == overdue
    assert len(found.also.more) == 5
    assert [promise.position for promise in found.also_promised] == [put_off]


def test_undertaking_that_fits_no_item_stands_at_the_end():
    origin = Origin(1, date(2026, 6, 12), "Questions")
    late = Undertaking(
        "undertaking", "The office", "To write.", date(2026, 7, 1), origin, "/", True
    )
    [promise] = briefing(undertakings=[late]).also_promised
    assert (promise.text, promise.note, promise.is_late) == ("To write.", "The office", True)
    assert promise.is_restricted


def test_briefing_is_restricted_where_anything_in_it_is():
    secret = position(version=1, is_public=False)
    assert not briefing(position(version=1)).is_restricted
    assert briefing(secret).items[0].is_restricted
    assert briefing(secret).is_restricted
    assert briefing(position(version=None, is_public=False)).is_restricted
    withheld = Item(8, 1, "A complaint", "/8", restricted_under=1)
    assert briefing(items=(withheld,)).is_restricted


def test_totals_are_of_what_is_open_in_the_whole_register():
    found = [
        position(response="overdue"),
        position(response="overdue", judgement="withdrawn"),
        position(effect="claimed but not borne out", judgement="not satisfied"),
    ]
    assert [(total.words, total.number, total.is_urgent) for total in totals(found)] == [
        ("Open", 2, False),
        ("Response overdue", 1, True),
        ("Claimed but not borne out", 1, True),
    ]
    assert totals(found)[1].query == ("?response=overdue&judgement=not+satisfied&judgement=open")


@given(positions())
def test_nothing_that_is_open_is_left_out(found):
    about, _ = briefing(*found).items
    whole = briefing(*found)
    named = [p for each in whole.items for group in each.groups for p in group.named]
    named += [p.position for each in whole.items for _, group in each.promises for p in group]
    named += [*whole.also.named, *(promise.position for promise in whole.also_promised)]
    assert sorted(p.pk for p in named) == [p.pk for p in found]
    assert about.item == PLAN


@given(positions())
def test_each_is_a_promise_or_open_and_settled_means_nothing_to_chase(found):
    for point in found:
        if pressing.is_settled(point):
            assert point.judgement != "not satisfied"
            assert point.effect not in pressing.TELLING
    assert sorted(p.pk for p in pressing.first(found)) == sorted(p.pk for p in found)
