"""What a meeting may judge, and what it has judged."""

from datetime import UTC, date, datetime

import pytest

from recommendations.loop.docket import docket
from tests.factories.meetings import MeetingFactory
from tests.factories.recommendations import (
    EntryFactory,
    JudgementFactory,
    RecommendationFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


@pytest.fixture
def meeting():
    return MeetingFactory(starts_at=datetime(2026, 9, 4, 9, tzinfo=UTC))


def open_at(meeting):
    return [position.reference for position in docket(meeting, on=TODAY).to_judge]


def test_docket_has_what_is_open_before_the_meeting_as_people_count(meeting):
    for reference in ("R10", "R9"):
        RecommendationFactory(reference=reference)
    RecommendationFactory(
        reference="Later",
        raised_in=EntryFactory(
            item__meeting=MeetingFactory(starts_at=datetime(2026, 10, 1, tzinfo=UTC))
        ),
    )
    assert open_at(meeting) == ["R9", "R10"]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [("satisfied", []), ("withdrawn", []), ("not satisfied", ["R1"]), ("open", ["R1"])],
)
def test_docket_leaves_out_what_the_panel_is_done_with(meeting, decision, expected):
    made = RecommendationFactory(reference="R1")
    JudgementFactory(recommendation=made, decision=decision)
    assert open_at(meeting) == expected


def test_docket_tells_what_the_meeting_has_judged(meeting):
    entry = EntryFactory(item__meeting=meeting)
    judgement = JudgementFactory(entry=entry, decision="open")
    found = docket(meeting, on=TODAY)
    assert (list(found.judged), list(found.to_judge)) == ([judgement], [])


def test_docket_goes_on_to_the_next_and_round_to_those_left_open(meeting):
    pks = [RecommendationFactory(reference=f"R{n}").pk for n in range(3)]
    found = docket(meeting, on=TODAY)
    assert [found.after(pk).pk for pk in pks] == [pks[1], pks[2], pks[0]]
    assert found.after(0).pk == pks[0]


def test_docket_of_one_ends_with_it(meeting):
    made = RecommendationFactory()
    assert docket(meeting, on=TODAY).after(made.pk) is None


def test_docket_may_begin_only_with_a_minute_and_when_it_was_held(meeting):
    RecommendationFactory()
    assert not docket(meeting, on=TODAY).may_begin
    EntryFactory(item__meeting=meeting)
    assert docket(meeting, on=TODAY).may_begin
    assert not docket(meeting, on=date(2026, 9, 3)).may_begin
