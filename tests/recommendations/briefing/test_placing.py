"""Under which item of the agenda what is open belongs, and why."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.briefing.known import Item, Origin, Paper, Undertaking, Version
from recommendations.briefing.placing import line_of, place
from tests.factories.positions import position, positions

JUNE = date(2026, 6, 12)
VERSIONS = {
    1: Version(1, "draft of 5 May 2026", "The plan"),
    2: Version(2, "revised draft of 1 July 2026", "The plan", revises=1),
    3: Version(3, "issued plan of 1 September 2026", "The plan", revises=2),
    9: Version(9, "draft of 1 March 2020", "An older plan"),
}


def item(pk, title="Business", **fields):
    return Item(pk=pk, number=str(pk), title=title, url=f"/{pk}", **fields)


def paper(**fields):
    return Paper(name="Paper B", title="What changed", url="/b", **fields)


def reason(point, *items, origin=None, versions=VERSIONS):
    """The item a recommendation is put under, and why."""
    plan = place(items, versions, [point], {point.pk: origin} if origin else {})
    placed = [(pk, why) for pk, found in plan.under.items() for why in found.positions]
    assert bool(placed) != (plan.rest == [point])
    return placed[0] if placed else None


@pytest.mark.parametrize(
    ("version", "why"),
    [
        (3, "About the issued plan of 1 September 2026, the subject of Paper B"),
        (
            2,
            "About the revised draft of 1 July 2026, which the issued plan of 1 September 2026 "
            "revises",
        ),
        (1, "About the draft of 5 May 2026, which the issued plan of 1 September 2026 revises"),
    ],
)
def test_item_with_a_paper_about_a_version_has_what_was_said_of_it_and_those_before(version, why):
    agenda = [item(1), item(2, papers=[paper(version=3)])]
    assert reason(position(version=version), *agenda) == (2, why)


@pytest.mark.parametrize("version", [None, 9])
def test_what_is_about_no_plan_or_another_is_not_put_there(version):
    assert reason(position(version=version), item(1, papers=[paper(version=3)])) is None


def test_later_version_is_not_looked_for_under_an_earlier_one():
    assert reason(position(version=3), item(1, papers=[paper(version=2)])) is None


def test_open_version_is_for_no_paper():
    """Versions that are not locked are not known here."""
    assert reason(position(version=5), item(1, papers=[paper(version=5)])) is None


def test_first_item_with_the_paper_has_it():
    agenda = [item(1, papers=[paper(version=2)]), item(2, papers=[paper(version=3)])]
    found = reason(position(version=1), *agenda)
    assert found[0] == 1


def test_item_of_the_same_title_goes_on_with_what_was_raised_there():
    origin = Origin(7, JUNE, "Urgent  business")
    agenda = [item(1), item(2, "Urgent Business")]
    assert reason(position(version=None), *agenda, origin=origin) == (
        2,
        "Raised under the same item on 12 June 2026",
    )


MINUTES = "Raised at the meeting of 12 June 2026, whose minutes are on this agenda"


def test_item_with_the_minutes_has_what_was_raised_at_that_meeting():
    origin = Origin(7, JUNE, "")
    agenda = [item(1), item(2, papers=[paper(minutes_of=7)])]
    assert reason(position(version=None), *agenda, origin=origin) == (2, MINUTES)
    assert reason(position(version=None), *agenda, origin=Origin(8, JUNE, "")) is None


def test_matters_arising_has_it_where_the_agenda_has_that_item():
    agenda = [item(1, papers=[paper(minutes_of=7)]), item(2, "Matters arising from the minutes")]
    assert reason(position(version=None), *agenda, origin=Origin(7, JUNE, "")) == (2, MINUTES)


def test_matters_arising_without_minutes_has_nothing():
    agenda = [item(1), item(2, "Matters arising")]
    assert reason(position(version=None), *agenda, origin=Origin(7, JUNE, "")) is None


def test_version_counts_before_title_and_title_before_minutes():
    origin = Origin(7, JUNE, "The plan")
    minutes, same = item(1, papers=[paper(minutes_of=7)]), item(2, "The plan")
    about = item(3, papers=[paper(version=1)])
    assert reason(position(version=1), minutes, same, about, origin=origin)[0] == 3
    assert reason(position(version=1), minutes, same, origin=origin)[0] == 2
    assert reason(position(version=1), minutes, origin=origin)[0] == 1


def test_undertakings_go_by_title_and_minutes():
    def undertaking(meeting, title):
        origin = Origin(meeting, JUNE, title)
        return Undertaking("action", "Clerk", "To write.", None, origin, "/")

    same, arising = undertaking(8, "Urgent business"), undertaking(7, "Another")
    neither = undertaking(8, "Another")
    agenda = [item(1, papers=[paper(minutes_of=7)]), item(2, "Urgent business")]
    plan = place(agenda, VERSIONS, [], {}, [same, arising, neither])
    assert plan.under[2].undertakings == {"Raised under the same item on 12 June 2026": [same]}
    assert plan.under[1].undertakings == {MINUTES: [arising]}
    assert plan.undertakings == [neither]


def test_versions_that_revise_each_other_come_to_an_end():
    round_about = {1: Version(1, "a", "P", revises=2), 2: Version(2, "b", "P", revises=1)}
    assert list(line_of(1, round_about)) == [1, 2]


@given(positions(), st.lists(st.none() | st.integers(1, 3), max_size=4))
def test_each_recommendation_stands_once(found, of_papers):
    agenda = [item(n, papers=[paper(version=v)]) for n, v in enumerate(of_papers, start=1)]
    plan = place(agenda, VERSIONS, found, {})
    placed = [p.pk for under in plan.under.values() for p in under.all]
    assert sorted([*placed, *(p.pk for p in plan.rest)]) == [p.pk for p in found]
