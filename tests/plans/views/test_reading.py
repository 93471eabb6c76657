"""Reading a version from beginning to end."""

import pytest
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny import history
from plans import explanations, margin
from tests.factories.plans import (
    ComparisonFactory,
    ParagraphFactory,
    PlanVersionFactory,
    RevisionFactory,
)
from tests.plans.views.pages import page_of


def test_a_version_reads_as_a_document(member_client):
    version = PlanVersionFactory()
    for heading, label, text in [
        (["Foreword"], "", "Welcome."),
        (["Priorities", "Roads"], "1", "Slower traffic."),
        (["Priorities", "Rivers"], "2", "Cleaner water."),
    ]:
        ParagraphFactory(version=version, heading=heading, label=label, text=text)
    page = page_of(member_client, "version", version.pk)
    assert '<h2 class="app-document__heading govuk-heading-l" id="section-1">Foreword</h2>' in page
    assert '<h3 class="app-document__heading govuk-heading-m" id="section-3">Roads</h3>' in page
    assert '<a class="govuk-link" href="#section-4">Rivers</a>' in page
    for paragraph in version.paragraphs.all():
        assert f'id="{paragraph.anchor}"' in page
    assert page.index("Welcome.") < page.index("Slower traffic.") < page.index("Cleaner water.")


def test_a_version_shows_notes_beside_their_paragraph(member_client, version, second, plain):
    note = margin.Note(
        "R7", "Cited by the Commissioner", "/recommendations/7/", "Borne out", "green"
    )
    margin.add(lambda *_: {second.pk: [note]})
    page = page_of(member_client, "version", version.pk)
    assert page.count("app-document__paragraph--marked") == 1
    assert 'aria-label="Notes on paragraph 2"' in page
    assert 'href="/recommendations/7/">R7</a>' in page
    assert "Borne out" in page


def test_text_of_a_plan_is_never_markup(member_client):
    version = PlanVersionFactory(texts=["<script>alert(1)</script>"])
    page = page_of(member_client, "version", version.pk)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("number", [1, 30])
def test_a_version_costs_the_same_for_any_number_of_paragraphs(
    number, member_client, plain, django_assert_num_queries
):
    version = PlanVersionFactory(texts=["Words."] * number)
    with django_assert_num_queries(7):
        page_of(member_client, "version", version.pk)


def test_nested_paragraphs_hang_under_theirs_and_keep_their_whole_name(member_client):
    version = PlanVersionFactory()
    for label in ("46", "46(a)", "46(a)(i)"):
        ParagraphFactory(version=version, label=label)
    page = page_of(member_client, "version", version.pk)
    assert page.count("app-document__paragraph--in-1") == 1
    assert page.count("app-document__paragraph--in-2") == 1
    assert 'Link to paragraph 46(a)</span><span aria-hidden="true">(a)</span>' in page
    assert '<span aria-hidden="true">(i)</span>' in page


def test_the_pages_of_the_original_are_shown_where_they_begin(member_client):
    version = PlanVersionFactory()
    for page_number in (3, 3, 4):
        ParagraphFactory(version=version, page=page_number)
    page = page_of(member_client, "version", version.pk)
    assert (page.count(">Page 3<"), page.count(">Page 4<")) == (1, 1)


def test_rows_of_cells_are_a_table_that_takes_the_keyboard(member_client):
    version = PlanVersionFactory(texts=["Money:\nYear | Sum\n2026 | £3m"])
    page = page_of(member_client, "version", version.pk)
    assert '<th scope="col">Sum</th>' in page
    assert "<td>£3m</td>" in page
    assert 'tabindex="0" aria-label="Table in paragraph 1"' in page


# --- Finding


def test_words_are_found_and_counted_without_a_script(member_client, version):
    version = PlanVersionFactory(texts=["Safer roads.", "Roads & rivers.", "The road."])
    page = page_of(member_client, "version", version.pk, find="ROAD", at="2")
    assert page.count("<mark") == 3
    assert '<mark class="app-found" id="found-2" aria-current="true">Road</mark>s &amp;' in page
    assert "<strong>2 of 3</strong> for “ROAD”" in page
    assert "?find=ROAD&amp;at=1#found-1" in page
    assert "?find=ROAD&amp;at=3#found-3" in page


@pytest.mark.parametrize(
    ("at", "steps"),
    [("1", (3, 2)), ("3", (2, 1)), ("9", (2, 1)), ("9" * 5000, (2, 1)), ("x", (3, 2))],
)
def test_the_finds_go_round_in_a_ring(at, steps, member_client):
    version = PlanVersionFactory(texts=["Road.", "Road.", "Road."])
    page = page_of(member_client, "version", version.pk, find="road", at=at)
    for step in steps:
        assert f"at={step}#found-{step}" in page


def test_what_is_not_there_is_said(member_client, version):
    page = page_of(member_client, "version", version.pk, find="<b>")
    assert "“&lt;b&gt;” is not in this version." in page
    assert "<mark" not in page


def test_a_number_that_is_looked_for_leads_to_its_paragraph(member_client):
    version = PlanVersionFactory()
    paragraph = ParagraphFactory(version=version, label="46(e)")
    page = page_of(member_client, "version", version.pk, find="46.e")
    assert f'href="#{paragraph.anchor}">Go to paragraph 46(e)</a>' in page


def test_headings_are_found_too(member_client):
    version = PlanVersionFactory()
    ParagraphFactory(version=version, heading=["Rivers"], text="Water.")
    assert 'id="found-1"' in page_of(member_client, "version", version.pk, find="river")


# --- What changed


@pytest.fixture
def comparison(db):
    found = ComparisonFactory()
    ParagraphFactory.create_batch(3, version=found.earlier)
    ParagraphFactory.create_batch(3, version=found.later)
    return found


def revise(comparison, kind, *, earlier=(), later=(), **fields):
    ours = [list(side.paragraphs.all()) for side in (comparison.earlier, comparison.later)]
    return RevisionFactory(
        comparison=comparison,
        kind=kind,
        earlier=[ours[0][n] for n in earlier],
        later=[ours[1][n] for n in later],
        **fields,
    )


def test_a_changed_paragraph_says_so_and_leads_to_the_comparison(member_client, comparison, plain):
    revise(comparison, "reworded", earlier=[0], later=[0])
    revise(comparison, "unchanged", earlier=[1], later=[1], words_changed=False)
    page = page_of(member_client, "version", comparison.later_id)
    assert page.count("app-document__paragraph--changed") == 1
    assert page.count("app-happened--reworded") == 1
    assert f'href="{comparison.get_absolute_url()}?at=' in page


def test_what_was_removed_is_said_where_it_stood(member_client, comparison, plain):
    first = comparison.later.paragraphs.first()
    gone = revise(comparison, "removed", earlier=[1], position=first.position + 1)
    name = gone.earlier.get().name.capitalize()
    page = page_of(member_client, "version", comparison.later_id)
    at = page.index(f">{name}</a> was removed here.")
    second = comparison.later.paragraphs.all()[1]
    assert page.index(f'id="{first.anchor}"') < at < page.index(f'id="{second.anchor}"')


def test_what_was_removed_before_all_is_said_at_the_beginning(member_client, comparison, plain):
    revise(comparison, "removed", earlier=[1], position=1)
    page = page_of(member_client, "version", comparison.later_id)
    first = comparison.later.paragraphs.first()
    assert page.index("was removed here.") < page.index(f'id="{first.anchor}"')


def test_unexplained_changes_are_marked(member_client, comparison, plain, officer, monkeypatch):
    explained = revise(comparison, "reworded", earlier=[0], later=[0])
    revise(comparison, "reworded", earlier=[1], later=[1])
    monkeypatch.setattr(explanations, "sources", [])
    explanations.add(lambda *_: {explained.pk: [margin.Note("R7", "", "/")]})
    page = page_of(member_client, "version", comparison.later_id)
    assert page.count(">Unexplained<") == 0  # nothing is held against an open version
    comparison.later.locked_at, comparison.later.locked_by = timezone.now(), officer
    history.save(comparison.later, by=officer, why="Locked")
    page = page_of(member_client, "version", comparison.later_id)
    assert page.count(">Unexplained<") == 1


def test_a_comparison_that_is_awaited_is_said(member_client, comparison, plain):
    comparison.awaited_since = timezone.now()
    history.save(comparison, by=None, why="To be compared")
    assert "It is being compared with" in page_of(member_client, "version", comparison.later_id)


def test_a_comparison_that_is_missing_is_said(member_client, comparison, plain):
    history.delete(comparison, by=None, why="Missing")
    page = page_of(member_client, "version", comparison.later_id)
    assert "It has not been compared with" in page


def test_every_paragraph_leads_to_itself_and_to_its_story(member_client, version):
    page = page_of(member_client, "version", version.pk)
    for paragraph in version.paragraphs.all():
        assert f'href="#{paragraph.anchor}"' in page
        assert reverse("plans:story", args=[paragraph.pk]) in page


@pytest.mark.parametrize("number", [1, 3])
def test_a_changed_version_costs_the_same_for_any_number_of_changes(
    number, member_client, comparison, plain, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(explanations, "sources", [])
    for n in range(number):
        revise(comparison, "reworded", earlier=[n], later=[n])
    with django_assert_num_queries(11):
        page_of(member_client, "version", comparison.later_id)
