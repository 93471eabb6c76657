"""What a meeting's page shows of its packs, and what it offers to do next."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from meetings import actions, pack_shelf, packs
from meetings.models import Pack
from meetings.pack_shelf import Draft, Issue, Shelf, Step
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import AgendaItemFactory, PackFactory, PaperFactory
from tests.meetings.making import make, publish

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
OUT = Issue(0, 1, [Pack(audience="public", clear_days=5, published_at=NOON)])


def draft(state="made", **fields):
    return Draft(Pack(state=state, audience="public"), **fields)


@pytest.mark.parametrize(
    ("shelf", "step"),
    [
        (Shelf(), Step.MAKE),
        (Shelf(drafts=[draft("failed")]), Step.MAKE),
        (Shelf(drafts=[draft(is_out_of_date=True)]), Step.MAKE),
        (Shelf(drafts=[draft("waiting", has_stopped=True)]), Step.MAKE),
        (Shelf(drafts=[draft(), draft("making")]), Step.WAIT),
        (Shelf(drafts=[draft()]), Step.PUBLISH),
        (Shelf([OUT], standing=packs.Standing()), Step.NOTHING),
        (Shelf([OUT], standing=packs.Standing(added=["Paper D"])), Step.SUPPLEMENT),
        (Shelf([OUT], standing=packs.Standing(removed=["Paper A"])), Step.VERSION),
        (Shelf([OUT], standing=packs.Standing(added=["D"], agenda_changed=True)), Step.VERSION),
        (Shelf([OUT], drafts=[draft()], standing=packs.Standing()), Step.PUBLISH),
    ],
)
def test_shelf_offers_one_step(shelf, step):
    assert shelf.step is step


@pytest.mark.parametrize(
    ("shelf", "offers"),
    [
        (Shelf(), False),
        (Shelf(drafts=[draft()]), False),
        (Shelf([OUT], standing=packs.Standing()), True),
        (Shelf([OUT], standing=packs.Standing(added=["Paper D"])), True),
        (Shelf([OUT], drafts=[draft()], standing=packs.Standing()), True),
        (Shelf([OUT], drafts=[draft("making")], standing=packs.Standing()), False),
        (Shelf([OUT], standing=packs.Standing(removed=["Paper A"])), False),  # it is the step
    ],
)
def test_shelf_offers_the_next_version_whatever_has_changed(shelf, offers):
    assert shelf.offers_version is offers


@pytest.mark.parametrize(
    ("current", "draft_of", "said"),
    [
        ([], {"audience": "public"}, "Publish the public pack"),
        ([OUT], {"audience": "full"}, "Publish the full pack"),
        ([OUT], {"audience": "public"}, "Publish version 2"),
        ([OUT], {"audience": "public", "supplement": 1}, "Publish supplement 1"),
    ],
)
def test_shelf_names_what_it_publishes(current, draft_of, said):
    drafts = [Draft(Pack(state="made", **draft_of))]
    assert Shelf(current, drafts=drafts).publish_words == said


def test_shelf_says_what_is_still_without_the_other_audience():
    both = Issue(1, 1, [Pack(audience="public"), Pack(audience="full")])
    assert Shelf([OUT, both]).missing == [(OUT, "full")]
    full = Draft(Pack(state="making", audience="full"))
    assert Shelf([OUT], drafts=[full]).missing == []


def shelf_of(meeting, now=None):
    meeting.refresh_from_db()
    return pack_shelf.of_meeting(meeting, panel=Panel.current(), now=now or timezone.now())


@pytest.fixture
def meeting(db):
    """A planned meeting with a paper."""
    return PaperFactory(title="Zanzibar").item.meeting


def test_shelf_of_a_meeting_without_packs_is_empty(meeting):
    shelf = shelf_of(meeting)
    assert (shelf.step, shelf.current, shelf.drafts) == (Step.MAKE, [], [])


def test_shelf_follows_a_meeting_through_versions_and_supplements(meeting, clerk):
    public = make(meeting)
    make(meeting, audience="full")
    assert shelf_of(meeting).publish_words == "Publish the public pack"
    public = actions.publish_pack(public, by=clerk)
    assert shelf_of(meeting).publish_words == "Publish the full pack"
    actions.publish_pack(shelf_of(meeting).to_publish, by=clerk)
    assert shelf_of(meeting).step is Step.NOTHING

    late = PaperFactory(item=meeting.items.get())
    shelf = shelf_of(meeting)
    assert (shelf.step, list(shelf.standing.added)) == (Step.SUPPLEMENT, [late])
    assert shelf.supplement_words == "Make supplement 1"
    publish(meeting, supplement=1, by=clerk)
    shelf = shelf_of(meeting)
    assert (shelf.step, shelf.next_supplement) == (Step.NOTHING, 2)
    assert [issue.title for issue in shelf.current] == ["Agenda pack", "Supplement 1"]

    AgendaItemFactory(meeting=meeting)
    shelf = shelf_of(meeting)
    assert (shelf.step, shelf.version_words) == (Step.VERSION, "Make version 2")
    publish(meeting, by=clerk)
    shelf = shelf_of(meeting)
    assert [issue.title for issue in shelf.current] == ["Agenda pack, version 2"]
    assert [issue.title for issue in shelf.earlier] == ["Supplement 1", "Agenda pack"]
    assert shelf.earlier[1].public == public


def test_shelf_says_how_much_notice_was_missing(meeting, clerk):
    late = datetime(2026, 12, 8, 12, tzinfo=UTC)  # two clear days before Friday the 11th
    publish(meeting, by=clerk, now=late)
    [issue] = shelf_of(meeting).current
    assert (issue.clear_days, issue.short_by) == (2, 3)


def test_drafts_are_the_newest_that_were_not_cancelled(meeting, clerk):
    failed = PackFactory(meeting=meeting, state="failed", failure="So.")
    PackFactory(meeting=meeting, state="cancelled")
    full = PackFactory(meeting=meeting, audience="full")
    shelf = shelf_of(meeting)
    assert [one.pack for one in shelf.drafts] == [failed, full]
    assert shelf.step is Step.WAIT
    shelf = shelf_of(meeting, now=timezone.now() + timedelta(minutes=16))
    assert [one.has_stopped for one in shelf.drafts] == [False, True]


def test_draft_that_was_left_behind_by_what_was_published_is_gone(meeting, clerk):
    make(meeting, audience="full")
    PaperFactory(item=meeting.items.get())
    publish(meeting, by=clerk)
    assert shelf_of(meeting).drafts == []


@pytest.mark.parametrize("number", [1, 3])
def test_shelf_takes_a_fixed_number_of_queries(meeting, number, django_assert_num_queries):
    for _ in range(number):
        PackFactory(meeting=meeting, state="failed", failure="So.")
    panel, now = Panel.current(), timezone.now()
    with django_assert_num_queries(1):
        pack_shelf.of_meeting(meeting, panel=panel, now=now)
