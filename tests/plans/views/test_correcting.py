"""Correcting what was read, paragraph by paragraph."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from pcp_scrutiny import history
from plans.models import Paragraph
from tests.factories.plans import PlanVersionFactory
from tests.plans.views.corrections import edited, post, row_of
from tests.plans.views.pages import page_of


def test_the_corrections_lead_to_the_unsure_and_say_why(officer_client, version, second):
    second.unsure = "Is 2 its number?"
    history.save(second, by=None, why="Made unsure")
    page = page_of(officer_client, "correct", version.pk)
    assert "3 paragraphs, 1 to check" in page
    first = f"?at={second.pk}#check-{second.pk}"
    assert f'{first}">Go to the first of 1 to check</a>' in page
    assert "<strong>To check:</strong> Is 2 its number?" in page


def test_the_corrections_say_what_could_not_be_read(officer_client):
    version = PlanVersionFactory(texts=["One."], problems=["The number 4 is used twice."])
    assert "The number 4 is used twice." in page_of(officer_client, "correct", version.pk)


@pytest.mark.parametrize("number", [1, 30])
def test_the_corrections_cost_the_same_for_any_number_of_paragraphs(
    number, officer_client, django_assert_num_queries
):
    version = PlanVersionFactory(texts=["Words."] * number)
    with django_assert_num_queries(8):
        page_of(officer_client, "correct", version.pk)


def test_a_paragraph_is_corrected(officer_client, version, second):
    fields = edited(second, label="2.a", text="Two,\r\nput right.", heading="Part 1\r\n\r\nRoads")
    response = post(officer_client, "edit_paragraph", second, **fields)
    assert response.url == row_of(second)
    second.refresh_from_db()
    assert (second.label, second.text) == ("2(a)", "Two,\nput right.")
    assert second.heading == ["Part 1", "Roads"]


def test_a_paragraph_without_text_is_refused_in_words(officer_client, second):
    response = post(officer_client, "edit_paragraph", second, **edited(second, text=" "))
    assert "Enter text" in response.content.decode()
    assert Paragraph.objects.get(pk=second.pk).text == "Two."


def test_a_stale_correction_shows_both(officer_client, second, clerk):
    fields = edited(second, text="Mine.")
    second.text = "Theirs."
    history.save(second, by=clerk, why="Changed in between")
    page = post(officer_client, "edit_paragraph", second, **fields).content.decode()
    assert "Clem Clerk changed this after you opened it" in page
    assert "Theirs." in page
    assert "Mine." in page
    assert Paragraph.objects.get(pk=second.pk).text == "Theirs."


def test_a_paragraph_is_marked_as_read_correctly(officer_client, version, second):
    second.unsure = "Is 2 its number?"
    history.save(second, by=None, why="Made unsure")
    page = page_of(officer_client, "correct", version.pk)
    assert f'name="seen" value="{history.stamp(second)}"' in page
    post(officer_client, "approve_paragraph", second, seen=history.stamp(second))
    second.refresh_from_db()
    assert second.unsure == ""


def test_a_paragraph_that_someone_changed_is_not_marked_as_read_correctly(
    officer_client, second, clerk
):
    second.unsure = "Is 2 its number?"
    history.save(second, by=None, why="Made unsure")
    seen = history.stamp(second)
    second.text = "Theirs."
    history.save(second, by=clerk, why="Changed in between")
    response = post(officer_client, "approve_paragraph", second, seen=seen)
    assert response.url == row_of(second, "check-")
    page = officer_client.get(response.url).content.decode()
    assert "Clem Clerk changed this paragraph after you opened it. Nothing was done." in page
    second.refresh_from_db()
    assert second.unsure


def test_looking_at_the_address_that_marks_a_paragraph_changes_nothing(officer_client, second):
    second.unsure = "Is 2 its number?"
    history.save(second, by=None, why="Made unsure")
    officer_client.get(reverse("plans:approve_paragraph", args=[second.pk]))
    second.refresh_from_db()
    assert second.unsure


def test_a_paragraph_is_added_after_another_under_the_same_heading(officer_client, version, second):
    page = officer_client.get(reverse("plans:add_paragraph", args=[second.pk]))
    assert page.context["form"]["heading"].value() == "Priorities"
    fields = {"label": "2(a)", "text": "Two and a half.", "heading": "Priorities"}
    post(officer_client, "add_paragraph", second, **fields)
    found = version.paragraphs.order_by("position").values_list("label", flat=True)
    assert list(found) == ["1", "2", "2(a)", "3"]


def test_a_double_submission_adds_one_paragraph(officer_client, version, second):
    fields = {"label": "2(a)", "text": "Two and a half.", "once": str(uuid4())}
    for _ in range(2):
        post(officer_client, "add_paragraph", second, **fields)
    assert version.paragraphs.count() == 4


def test_a_paragraph_is_deleted_only_when_confirmed(officer_client, version, second):
    page = page_of(officer_client, "delete_paragraph", second.pk)
    assert "Two." in page
    assert version.paragraphs.count() == 3
    post(officer_client, "delete_paragraph", second, seen=history.stamp(second))
    assert version.paragraphs.count() == 2


def test_a_paragraph_that_someone_changed_is_not_deleted(officer_client, version, second, clerk):
    seen = history.stamp(second)
    second.text = "Theirs."
    history.save(second, by=clerk, why="Changed in between")
    page = post(officer_client, "delete_paragraph", second, seen=seen).content.decode()
    assert "Clem Clerk changed this paragraph after you opened it" in page
    assert "Theirs." in page
    assert version.paragraphs.count() == 3


def test_a_paragraph_is_joined_to_the_one_before(officer_client, version, second):
    assert "One. Two." in " ".join(page_of(officer_client, "join_paragraph", second.pk).split())
    post(officer_client, "join_paragraph", second, seen=history.stamp(second))
    assert version.paragraphs.order_by("position").first().text == "One. Two."


def test_the_first_paragraph_cannot_be_joined_and_the_page_says_so(officer_client, version):
    first = version.paragraphs.get(label="1")
    assert "there is none to join it to" in page_of(officer_client, "join_paragraph", first.pk)


def test_a_paragraph_is_split_where_it_is_marked(officer_client, version, second):
    text = "Two:\r\n---\r\n(a) the first\r\n---\r\n(b) the second"
    post(officer_client, "split_paragraph", second, text=text, seen=history.stamp(second))
    found = version.paragraphs.order_by("position").values_list("label", "text")
    assert list(found)[1:4] == [("2", "Two:"), ("2(a)", "the first"), ("2(b)", "the second")]


def test_a_split_without_a_mark_is_refused_in_words(officer_client, version, second):
    response = post(officer_client, "split_paragraph", second, text="Two.", seen="1")
    assert "Put a line with only ---" in response.content.decode()
    assert version.paragraphs.count() == 3


def test_what_is_said_of_a_version_is_corrected(officer_client, version):
    fields = {
        "kind": "revised draft",
        "dated_day": "6",
        "dated_month": "June",
        "dated_year": "2026",
        "seen": history.stamp(version),
    }
    response = officer_client.post(reverse("plans:edit_version", args=[version.pk]), fields)
    assert response.url == reverse("plans:correct", args=[version.pk])
    version.refresh_from_db()
    assert (version.kind, version.dated) == ("revised draft", date(2026, 6, 6))
