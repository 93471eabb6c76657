"""The list of corrections, narrowed, and its order."""

import pytest
from django.urls import reverse

from pcp_scrutiny import history
from plans import listing
from tests.factories.plans import ParagraphFactory, PlanVersionFactory
from tests.plans.views.corrections import edited, post, row_of
from tests.plans.views.pages import page_of


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
