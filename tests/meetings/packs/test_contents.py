"""What a pack prints, for the public and in full; nothing is rendered here."""

from datetime import date

import pytest

from meetings import packs
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PaperFactory
from tests.factories.recommendations import RecommendationFactory
from tests.meetings.packs.looking import html_of


def test_the_public_pack_is_read_from_what_is_public(meeting, secret):
    assert secret.lower() not in html_of(meeting, "public").lower()
    assert secret in html_of(meeting)


def test_the_public_tracker_leaves_out_what_was_said_in_private(meeting, secret):
    exempt = AgendaItemFactory(meeting=MeetingFactory(), restricted_under=1)
    RecommendationFactory(raised_in__item=exempt, text=f"The panel recommends {secret}.")
    RecommendationFactory(text="The panel recommends openness.")
    item = AgendaItemFactory(meeting=meeting, title="Tracker")
    PaperFactory(item=item, kind="tracker", label="Paper C", title="Tracker", text="")
    page = html_of(meeting, "public")
    assert secret.lower() not in page.lower()
    assert "The panel recommends openness." in page


def test_the_public_agenda_says_what_is_withheld_and_why(meeting):
    page = html_of(meeting, "public")
    assert "Not for publication: paragraph 7 of Part 1 of Schedule 12A" in page
    assert "A paper under this item is left out. Not for publication: paragraph 3" in page
    assert "Some of the papers are not for publication" in page


def test_the_full_pack_says_that_it_is_not_for_publication(meeting):
    assert "Full pack. It contains exempt information" in html_of(meeting)


def test_a_full_pack_that_withholds_nothing_says_nothing_of_it(db):
    assert "exempt information" not in html_of(MeetingFactory())


def test_the_front_sheet_says_what_a_notice_has_to(meeting):
    page = html_of(meeting, "public")
    for words in (
        "Notice of meeting, agenda and papers",
        "Notice is given that a meeting of",
        "Friday 11 December 2026",
        "Council Chamber",
        "The public gallery is open.",
        "Councillor Serving",
    ):
        assert words in page


@pytest.mark.parametrize("audience", ["public", "full"])
def test_a_pack_says_the_same_once_it_is_published(meeting, audience, clerk):
    before = packs.plan(meeting, audience=audience)
    meeting.state, meeting.published_on = "agenda published", date(2026, 12, 2)
    history.save(meeting, by=clerk, why="Agenda published")
    after = packs.plan(meeting, audience=audience)
    assert after.digest == before.digest


def test_what_is_to_follow_is_named_and_not_printed(db):
    item = AgendaItemFactory()
    PaperFactory(item=item, label="Paper A", title="Costs", text="", is_to_follow=True)
    page = html_of(item.meeting)
    assert "Paper A: Costs (to follow)" in page
    assert packs.plan(item.meeting, audience="full").parts == ()


def test_what_the_clerk_leaves_out_is_named_as_to_follow(db):
    item = AgendaItemFactory()
    broken = PaperFactory(item=item, label="Paper A", title="Costs", text="")
    PaperFactory(item=item, label="Paper B", title="Rest", text="Words.")
    page = html_of(item.meeting, without=[broken.pk])
    assert "Paper A: Costs (to follow)" in page
    assert "Words." in page


def test_late_papers_have_their_reason(db):
    meeting = MeetingFactory(state="agenda published", published_on=date(2026, 12, 2))
    item = AgendaItemFactory(meeting=meeting)
    PaperFactory(
        item=item,
        title="Costs",
        published_on=date(2026, 12, 8),
        received_on=date(2026, 12, 7),
        late_reason="Delayed by the auditor.",
    )
    page = html_of(meeting)
    assert "Late papers" in page
    assert (
        "Costs: received on 7 December 2026, 2 working days late; published on 8 December" in page
    )
    assert "Delayed by the auditor." in page


def test_background_papers_are_listed_paper_by_paper(meeting, secret):
    paper = meeting.items.get(title="Mixed").papers.first()
    paper.background = "Audit report, May 2026\n\n  Letter of 3 June 2026 "
    history.save(paper, by=None, why="Listed")
    page = html_of(meeting, "public")
    listed = page[page.index("Background papers") :]
    assert "section 100D" in listed
    assert "Item 2, Paper B: Open report" in listed
    assert "<li>Audit report, May 2026</li><li>Letter of 3 June 2026</li>" in listed
    assert f"A file about {secret}" in html_of(meeting)


def test_nothing_is_said_of_background_papers_where_there_are_none(db):
    assert "Background papers" not in html_of(PaperFactory().item.meeting)


def test_the_pack_of_an_empty_agenda_is_a_front_sheet(db):
    assert "There is nothing on the agenda." in html_of(MeetingFactory(), "public")


@pytest.mark.parametrize("rows", [1, 3])
def test_read_asks_as_much_for_one_as_for_three(db, rows, django_assert_num_queries):
    meeting = MeetingFactory()
    for _ in range(rows):
        PaperFactory(item=AgendaItemFactory(meeting=meeting))
        AgendaItemFactory(meeting=meeting, restricted_under=1)
    with django_assert_num_queries(7):
        packs.read(meeting, is_public=True)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("audience", "queries"), [("full", 5), ("public", 12)])
def test_plan_asks_as_much_for_one_as_for_three(
    db, rows, audience, queries, django_assert_num_queries
):
    meeting = MeetingFactory()
    for _ in range(rows):
        PaperFactory(item=AgendaItemFactory(meeting=meeting))
        PaperFactory(item=AgendaItemFactory(meeting=meeting), restricted_under=1)
    with django_assert_num_queries(queries):
        assert packs.plan(meeting, audience=audience).digest


def test_a_withheld_paper_that_is_to_follow_is_on_no_page(db):
    item = AgendaItemFactory(title="Mixed")
    PaperFactory(item=item, label="Paper A", restricted_under=3)
    PaperFactory(item=item, label="Paper B", restricted_under=5, is_to_follow=True, text="")
    (entry,) = packs.read(item.meeting, is_public=True).items
    assert (entry.withheld, entry.withheld_to_follow) == ([3], [5])
    page = html_of(item.meeting, "public")
    assert "A paper under this item (to follow) is left out. Not for publication: para" in page
    assert "They are" not in page
