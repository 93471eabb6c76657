"""What the pages say when labels change."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PaperFactory
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_the_page_says_which_labels_changed_and_what_to_check(clerk, client_of):
    first = PaperFactory(label="Paper A", title="Costs", text="Paper B gives the figures.").item
    second = AgendaItemFactory(meeting=first.meeting, purpose="To consider Paper C and Paper B.")
    PaperFactory(item=second, label="Paper B")
    url = reverse("meetings:move_item", args=[second.pk])
    assert said(client_of(clerk).post(url, {"direction": "up"})) == [
        "Labels follow the order of the agenda. Paper A is now Paper B, and Paper B is now "
        "Paper A.",
        "Item 1 speaks of Paper B (now Paper A). Check its words.",
        "The text of “Costs” speaks of Paper B (now Paper A). Check its words.",
    ]


def test_the_page_says_nothing_where_no_label_changed(clerk, client_of):
    paper = PaperFactory(label="Paper A")
    AgendaItemFactory(meeting=paper.item.meeting)
    url = reverse("meetings:move_item", args=[paper.item_id])
    assert said(client_of(clerk).post(url, {"direction": "down"})) == []


def test_removing_a_paper_says_how_the_others_close_up(clerk, client_of):
    first = PaperFactory(label="Paper A")
    PaperFactory(item=first.item, label="Paper B")
    response = client_of(clerk).post(reverse("meetings:delete_paper", args=[first.pk]))
    assert said(response) == [
        "The paper has been removed.",
        "Labels follow the order of the agenda. Paper B is now Paper A.",
    ]


def test_a_new_paper_is_offered_its_label_and_told_the_one_of_its_place(clerk, client_of):
    first = PaperFactory(label="Paper A").item
    PaperFactory(item=first, label="Appendix A to Paper A")
    client, url = client_of(clerk), reverse("meetings:add_paper", args=[first.pk])
    form = client.get(url, {"kind": "written"}).context["form"]
    assert form["label"].value() == "Paper B"
    assert "Leave it empty for a paper without a label" in form.fields["label"].help_text
    typed = {"kind": "written", "title": "Costs", "text": "x", "label": "Appendix C to Paper A"}
    assert said(client.post(url, typed)) == [
        "Appendix B to Paper A: Costs has been added.",
        "Labels follow the order of the agenda: it is Appendix B to Paper A by its place, not "
        "Appendix C to Paper A.",
    ]


def test_a_report_put_on_an_agenda_says_how_labels_follow(officer, client_of):
    meeting = MeetingFactory(starts_at=timezone.now() + timedelta(days=30))
    first = AgendaItemFactory(meeting=meeting)
    PaperFactory(item=AgendaItemFactory(meeting=meeting), label="Paper A")
    url = reverse("reviews:place", args=[ReviewFactory().pk])
    told = said(client_of(officer).post(url, {"item": first.pk, "label": "Paper B"}))
    assert "Labels follow the order of the agenda. Paper A is now Paper B." in told
    assert first.papers.get().label == "Paper A"
