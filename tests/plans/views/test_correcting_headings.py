"""Changing the headings of a version that is read in, and undoing."""

import json

import pytest
from django.urls import reverse

from pcp_scrutiny import history
from plans import actions
from plans.models import Paragraph
from tests.factories.plans import ParagraphFactory, PlanVersionFactory
from tests.plans.views.corrections import post
from tests.plans.views.pages import page_of


def rename(client, paragraph, *titles, seen=None, **fields):
    """As the page sends it that shows the headings ``seen``, those of now unless told."""
    fields |= {f"title_{level}": title for level, title in enumerate(titles)}
    seen = json.dumps(paragraph.heading if seen is None else seen)
    return post(client, "change_heading", paragraph, seen=seen, **fields)


def headed(version, *heading, by):
    """As someone else leaves it."""
    for paragraph in version.paragraphs.all():
        paragraph.heading = list(heading)
        history.save(paragraph, by=by, why="Changed in between")


def test_a_heading_is_changed_for_all_that_stands_under_it(officer_client, version, second):
    rename(officer_client, second, "Aims")
    assert {tuple(p.heading) for p in version.paragraphs.all()} == {("Aims",)}


def test_several_headings_changed_at_once_are_one_correction(officer_client):
    version = PlanVersionFactory()
    paragraph = ParagraphFactory(version=version, heading=["Aims", "Roads", "Speed"])
    rename(officer_client, paragraph, "", "Streets", "Speeding")
    paragraph.refresh_from_db()
    assert paragraph.heading == ["Streets", "Speeding"]
    key = actions.last_correction(version).key
    officer_client.post(reverse("plans:undo_correction", args=[version.pk]), {"key": key})
    paragraph.refresh_from_db()
    assert paragraph.heading == ["Aims", "Roads", "Speed"]


def test_a_heading_is_made_a_paragraph(officer_client, version, second):
    rename(officer_client, second, "Priorities", make_paragraph="0")
    assert version.paragraphs.order_by("position").first().text == "Priorities"


@pytest.mark.parametrize("level", ["7", "9" * 5000])
def test_a_heading_that_is_not_there_is_made_no_paragraph(level, officer_client, version, second):
    page = rename(officer_client, second, "Priorities", make_paragraph=level).content.decode()
    assert "Its headings have been changed. Choose again." in page
    assert version.paragraphs.count() == 3


def test_headings_that_someone_renamed_are_not_named_back(officer_client, clerk):
    version = PlanVersionFactory()
    paragraph = ParagraphFactory(version=version, heading=["Prioritys", "Roads"])
    page = page_of(officer_client, "change_heading", paragraph.pk)
    assert 'value="[&quot;Prioritys&quot;, &quot;Roads&quot;]"' in page
    headed(version, "Priorities", "Roads", by=clerk)
    seen = ["Prioritys", "Roads"]
    response = rename(officer_client, paragraph, "Prioritys", "Streets", seen=seen)
    page = response.content.decode()
    assert "Clem Clerk changed these headings after you opened them" in page
    form = response.context["form"]
    assert [(d.label, d.theirs, d.yours) for d in form.differences] == [
        ("Heading 1", "Priorities", "Prioritys"),
        ("Heading 2", "Roads", "Streets"),
    ]
    assert Paragraph.objects.get(pk=paragraph.pk).heading == ["Priorities", "Roads"]
    again = {name: form[name].value() for name in form.fields}
    post(officer_client, "change_heading", paragraph, **again)
    assert Paragraph.objects.get(pk=paragraph.pk).heading == ["Priorities", "Streets"]


def test_headings_of_which_someone_took_one_away_show_what_was_typed(officer_client, clerk):
    version = PlanVersionFactory()
    paragraph = ParagraphFactory(version=version, heading=["Aims", "Roads"])
    for left in (["Roads"], []):
        headed(version, *left, by=clerk)
        response = rename(officer_client, paragraph, "Aims", "Streets", seen=["Aims", "Roads"])
        [difference] = response.context["form"].differences
        assert (difference.theirs, difference.yours) == ("\n".join(left), "Aims\nStreets")
        assert "Streets" in response.content.decode()
        assert Paragraph.objects.get(pk=paragraph.pk).heading == left
    assert "There is no heading above it." in response.content.decode()


def test_a_heading_that_someone_renamed_is_made_no_paragraph(
    officer_client, version, clerk, second
):
    headed(version, "Aims", by=clerk)
    rename(officer_client, second, "Priorities", make_paragraph="0", seen=["Priorities"])
    assert version.paragraphs.count() == 3


@pytest.mark.parametrize("seen", ["", "nonsense", "3", '[["Priorities"]]', "[" * 5000])
def test_headings_of_which_it_is_not_known_what_was_seen_are_kept(
    seen, officer_client, version, second
):
    page = post(officer_client, "change_heading", second, title_0="Aims", seen=seen)
    assert "changed these headings after you opened them" in page.content.decode()
    assert {tuple(p.heading) for p in version.paragraphs.all()} == {("Priorities",)}


def test_a_paragraph_is_made_a_heading_where_the_officer_says(officer_client, version, second):
    page = page_of(officer_client, "make_heading", second.pk)
    assert "Under “Priorities”" in page
    assert "At the top of the plan, beside “Priorities”" in page
    post(officer_client, "make_heading", second, level="1", seen=history.stamp(second))
    assert version.paragraphs.get(label="3").heading == ["Priorities", "2 Two."]
    assert not version.paragraphs.filter(pk=second.pk).exists()


def test_where_a_heading_stands_must_be_said(officer_client, version, second):
    page = post(officer_client, "make_heading", second, seen=history.stamp(second))
    assert "Select where the heading stands" in page.content.decode()
    assert version.paragraphs.count() == 3


def undo(client, version, key):
    return client.post(reverse("plans:undo_correction", args=[version.pk]), {"key": key})


def test_the_last_correction_is_shown_and_undone(officer_client, version, second):
    post(officer_client, "delete_paragraph", second, seen=history.stamp(second))
    page = " ".join(page_of(officer_client, "correct", version.pk).split())
    assert "paragraph 2: deleted: not a paragraph of the plan, by Olive Officer" in page
    response = undo(officer_client, version, actions.last_correction(version).key)
    assert response.url.endswith(f"?at={second.pk}#undo")
    assert version.paragraphs.get(pk=second.pk).text == "Two."
    assert "Undone: paragraph 2" in officer_client.get(response.url).content.decode()


def test_undoing_what_is_not_the_last_correction_any_more_is_refused(
    officer_client, version, second, clerk
):
    post(officer_client, "delete_paragraph", second, seen=history.stamp(second))
    key = actions.last_correction(version).key
    actions.delete_paragraph(version.paragraphs.get(label="3"), by=clerk)
    response = undo(officer_client, version, key)
    assert "nothing was undone" in officer_client.get(response.url).content.decode()
    assert version.paragraphs.count() == 1


def test_a_locked_version_cannot_be_undone(officer_client, officer, version, second):
    actions.delete_paragraph(second, by=officer)
    key = actions.last_correction(version).key
    actions.lock_version(version, by=officer)
    assert undo(officer_client, version, key).status_code == 403
    assert version.paragraphs.count() == 2


def test_members_cannot_undo(member_client, officer, version, second):
    actions.delete_paragraph(second, by=officer)
    key = actions.last_correction(version).key
    assert undo(member_client, version, key).status_code == 403
