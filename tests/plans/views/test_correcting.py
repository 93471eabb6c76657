"""Correcting what was read, paragraph by paragraph."""

import json
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from pcp_scrutiny import history
from plans import actions, listing
from plans.models import Paragraph
from tests.factories.plans import ParagraphFactory, PlanVersionFactory
from tests.plans.views.pages import page_of


def post(client, name, paragraph, **fields):
    return client.post(reverse(f"plans:{name}", args=[paragraph.pk]), fields)


def row_of(paragraph, control="p"):
    address = reverse("plans:correct", args=[paragraph.version_id])
    return f"{address}?at={paragraph.pk}#{control}{paragraph.pk}"


def edited(paragraph, **changes):
    fields = {"label": paragraph.label, "text": paragraph.text, "heading": "Priorities"}
    return {**fields, "seen": history.stamp(paragraph), **changes}


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


# --- The list


def test_the_corrections_show_the_file_and_its_checksum(officer_client, version):
    page = page_of(officer_client, "correct", version.pk)
    assert version.source.sha256 in page
    assert reverse("plans:source", args=[version.pk]) in page


def test_the_corrections_show_each_place_of_a_number_that_is_used_twice(officer_client):
    version = PlanVersionFactory()
    one, other = (
        ParagraphFactory(version=version, label=label, heading=[title], page=page)
        for label, title, page in (("54 F", "Roads", 2), ("54(f)", "Rivers", 9))
    )
    page = " ".join(page_of(officer_client, "correct", version.pk).split())
    assert "Numbers used more than once" in page
    assert "under “Roads” on page 2" in page
    assert "under “Rivers” on page 9" in page
    for paragraph in (one, other):
        assert row_of(paragraph) in page


def test_the_list_shows_those_to_check_alone(officer_client, version, second):
    second.unsure = "Is 2 its number?"
    history.save(second, by=None, why="Made unsure")
    page = page_of(officer_client, "correct", version.pk, show="check")
    assert "1 of 3 paragraphs" in page
    assert f'id="{second.anchor}"' in page
    assert page.count("Edit<span") == 1


def test_the_list_shows_one_section_with_those_within_it(officer_client):
    version = PlanVersionFactory()
    for path in (["Roads"], ["Roads", "Speed"], ["Rivers"]):
        ParagraphFactory(version=version, heading=path)
    page = page_of(officer_client, "correct", version.pk, section="1")
    assert "2 of 3 paragraphs" in page


@pytest.mark.parametrize(("words", "number"), [("TWO", 1), ("2", 1), ("e", 2), ("nothing", 0)])
def test_the_list_finds_words_and_numbers(words, number, officer_client, version):
    page = page_of(officer_client, "correct", version.pk, find=words)
    assert f"{number} of 3 paragraphs" in page


def test_a_list_that_does_not_exist_shows_all(officer_client, version):
    page = page_of(officer_client, "correct", version.pk, section="99", show="what", page="x")
    assert page.count("Edit<span") == 3


def test_a_long_list_has_pages_and_opens_the_one_with_the_paragraph(officer_client, monkeypatch):
    monkeypatch.setattr(listing, "ON_A_PAGE", 2)
    version = PlanVersionFactory(texts=["One.", "Two.", "Three."])
    third = version.paragraphs.get(label="3")
    assert f'id="{third.anchor}"' not in page_of(officer_client, "correct", version.pk)
    assert f'id="{third.anchor}"' in page_of(officer_client, "correct", version.pk, at=third.pk)
    assert f'id="{third.anchor}"' in page_of(officer_client, "correct", version.pk, page="2")


def test_what_the_list_was_narrowed_to_is_kept_through_a_correction(officer_client, second):
    url = reverse("plans:edit_paragraph", args=[second.pk])
    response = officer_client.post(f"{url}?find=Two&next=evil", edited(second, text="Two!"))
    assert f"?find=Two&at={second.pk}#p{second.pk}" in response.url
    assert "evil" not in response.url


def test_checking_goes_on_to_the_next_and_begins_again(officer_client, version):
    for label in ("1", "3"):
        paragraph = version.paragraphs.get(label=label)
        paragraph.unsure = "Is it right?"
        history.save(paragraph, by=None, why="Made unsure")
    first, _, third = version.paragraphs.order_by("position")
    seen = {"seen": history.stamp(third)}
    assert post(officer_client, "approve_paragraph", third, **seen).url == row_of(first, "check-")
    last = post(officer_client, "approve_paragraph", first, seen=history.stamp(first))
    assert last.url == reverse("plans:correct", args=[version.pk])


# --- The order


def test_a_paragraph_is_moved_up_and_the_focus_stays_on_the_button(officer_client, version, second):
    response = post(officer_client, "move_paragraph", second, step="up")
    assert response.url == row_of(second, "up-")
    found = version.paragraphs.order_by("position").values_list("label", flat=True)
    assert list(found) == ["2", "1", "3"]


def test_a_paragraph_that_cannot_go_further_says_so(officer_client, version):
    first = version.paragraphs.get(label="1")
    page = post(officer_client, "move_paragraph", first, step="up")
    assert "It is the first paragraph" in officer_client.get(page.url).content.decode()


def test_a_paragraph_is_moved_after_one_that_is_chosen(officer_client, version, second):
    third = version.paragraphs.get(label="3")
    page = page_of(officer_client, "move_paragraph", second.pk)
    assert "3: Three." in page
    seen = history.stamp(second)
    response = post(officer_client, "move_paragraph", second, after=third.pk, seen=seen)
    assert response.url == row_of(second)
    found = version.paragraphs.order_by("position").values_list("label", flat=True)
    assert list(found) == ["1", "3", "2"]


def test_a_paragraph_is_moved_to_the_very_beginning(officer_client, version, second):
    post(officer_client, "move_paragraph", second, after="", seen=history.stamp(second))
    assert version.paragraphs.order_by("position").first() == second


def test_a_paragraph_of_another_version_cannot_be_chosen(officer_client, version, second):
    other = PlanVersionFactory(texts=["Elsewhere."]).paragraphs.get()
    page = post(officer_client, "move_paragraph", second, after=other.pk).content.decode()
    assert "There is a problem" in page


def test_a_paragraph_is_added_before_the_first(officer_client, version):
    page = page_of(officer_client, "add_first", version.pk)
    assert "Add a paragraph before the first" in page
    fields = {"label": "", "text": "A foreword.", "heading": "Foreword"}
    officer_client.post(reverse("plans:add_first", args=[version.pk]), fields)
    assert version.paragraphs.order_by("position").first().text == "A foreword."


# --- The headings


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


# --- Undoing


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
