"""The agenda by itself, for the public and in full."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from meetings import packs
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PaperFactory

pytestmark = pytest.mark.django_db
LATE = {"published_on": date(2026, 12, 8), "late_reason": "Delayed by the auditor."}


def printed(meeting, *, is_public):
    content = packs.read(meeting, is_public=is_public, has_papers=False)
    context = {"pack": content, "meeting": meeting, "panel": content.panel}
    return " ".join(render_to_string("documents/agenda.html", context).split())


@pytest.fixture
def meeting():
    meeting = MeetingFactory(state="agenda published", published_on=date(2026, 12, 2))
    whole = AgendaItemFactory(meeting=meeting, title="The plan", starts_at="11:15")
    PaperFactory(item=whole, label="Paper A", title="Costs", text="", **LATE)
    PaperFactory(item=whole, title="A person", restricted_under=1, **LATE)
    PaperFactory(item=whole, label="Paper B", title="Collisions", is_to_follow=True)
    urgent = {"is_urgent": True, "special_circumstances": "It closes before we meet again."}
    AgendaItemFactory(meeting=meeting, number="1a", is_part=True, title="A part", **urgent)
    secret = AgendaItemFactory(meeting=meeting, number="2", title="Secret", restricted_under=7)
    PaperFactory(item=secret, title="The file", **LATE)
    return meeting


def test_the_agenda_says_all_that_there_is_to_an_item(meeting):
    page = printed(meeting, is_public=True)
    for words in (
        ">1a</th>",
        "At 11:15am",
        "Urgent business.</strong> Special circumstances: It closes before we meet again.",
        "Paper B: Collisions (to follow)",
        "Paper A: Costs (published on 8 December 2026)",
    ):
        assert words in page


def test_late_papers_are_listed_with_their_reason(meeting):
    page = printed(meeting, is_public=True)
    late = page[page.index("Late papers") :]
    assert "Paper A: Costs: published on 8 December 2026, 2 clear days before the meeting" in late
    assert "3 short. Delayed by the auditor." in late
    assert late.count("<li>") == 1


def test_the_public_agenda_names_nothing_that_is_restricted(meeting):
    page = printed(meeting, is_public=True)
    for words in ("Secret", "The file", "A person"):
        assert words not in page
        assert words in printed(meeting, is_public=False)
    assert "Not for publication: paragraph 7" in page


def test_an_agenda_published_late_says_by_how_much():
    meeting = AgendaItemFactory(
        meeting=MeetingFactory(state="agenda published", published_on=date(2026, 12, 8))
    ).meeting
    said = "published on 8 December 2026, 3 clear days later than the 5 clear days of notice"
    assert said in printed(meeting, is_public=True)


def test_the_agenda_is_a_pdf(meeting):
    assert packs.make_agenda(meeting, is_public=True).startswith(b"%PDF")
