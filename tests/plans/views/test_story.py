"""A paragraph's story, from the first draft to the last version."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny import history
from plans import margin
from tests.factories.plans import (
    ComparisonFactory,
    ParagraphFactory,
    PlanFactory,
    PlanVersionFactory,
    RevisionFactory,
)
from tests.plans.views.pages import page_of

KINDS = ["draft", "revised draft", "issued"]


@pytest.fixture
def chain(db):
    """Three versions, each of which revises the one before, with their comparisons."""
    plan, versions, comparisons = PlanFactory(), [], []
    for month, kind in enumerate(KINDS, start=5):
        earlier = versions[-1] if versions else None
        dated = date(2026, month, 1)
        version = PlanVersionFactory(plan=plan, kind=kind, dated=dated, revises=earlier)
        if earlier:
            comparisons.append(ComparisonFactory(earlier=earlier, later=version))
        versions.append(version)
    return versions, comparisons


def wordings(versions, *texts, labels=("12", "13", "15")):
    return [
        ParagraphFactory(version=version, text=text, label=label)
        for version, text, label in zip(versions, texts, labels, strict=False)
    ]


def revise(comparison, earlier, later, kind="reworded", **fields):
    return RevisionFactory(comparison=comparison, earlier=earlier, later=later, kind=kind, **fields)


@pytest.fixture
def reworded_twice(chain):
    versions, comparisons = chain
    told = wordings(versions, "Roads are safe.", "Roads must be safe.", "All roads must be safe.")
    revise(comparisons[0], [told[0]], [told[1]])
    revise(comparisons[1], [told[1]], [told[2]])
    return told


def story_of(client, paragraph):
    return client.get(reverse("plans:story", args=[paragraph.pk])).context["story"]


def test_a_story_runs_from_the_first_draft_to_the_last_whichever_it_is_asked_of(
    member_client, reworded_twice
):
    for paragraph in reworded_twice:
        story = story_of(member_client, paragraph)
        assert [step.version.kind for step in story.steps] == KINDS
        assert [step.paragraphs for step in story.steps] == [[one] for one in reworded_twice]
        assert [step.is_asked for step in story.steps].index(True) == reworded_twice.index(
            paragraph
        )


def test_a_story_shows_the_words_that_changed_in_each_step(member_client, reworded_twice):
    page = page_of(member_client, "story", reworded_twice[0].pk)
    assert page.count("<ins") == 2
    assert "Paragraph 12 is now paragraph 13" in page
    assert "Paragraph 13 is now paragraph 15" in page


def test_a_story_says_which_version_each_word_came_in_with(member_client, reworded_twice):
    story = story_of(member_client, reworded_twice[2])
    assert [(run.text, run.number) for run in story.words] == [
        ("All roads", 3),
        ("must be", 2),
        ("safe.", 1),
    ]
    assert [source.step.version.kind for source in story.sources] == KINDS
    assert "".join(run.text + run.space for run in story.words) == reworded_twice[2].text


def test_the_words_of_an_earlier_version_are_told_from_what_came_before_it(
    member_client, reworded_twice
):
    story = story_of(member_client, reworded_twice[0])
    assert story.is_of_one_version
    assert [run.text for run in story.words] == [reworded_twice[0].text]


def test_a_paragraph_that_was_split_shows_its_other_half_in_the_change_only(member_client, chain):
    versions, comparisons = chain
    whole = ParagraphFactory(version=versions[0], label="12", text="Roads. Rivers.")
    half = ParagraphFactory(version=versions[1], label="12", text="Roads.")
    other = ParagraphFactory(version=versions[1], label="13", text="Rivers.")
    revise(comparisons[0], [whole], [half, other], "split", words_changed=False)
    story = story_of(member_client, other)
    assert [step.paragraphs for step in story.steps[:2]] == [[whole], [other]]
    assert story.steps[1].changes[0].title == "Paragraph 12 is now paragraphs 12 and 13"
    assert [run.text for run in story.words] == ["Rivers."]
    assert [step.paragraphs for step in story_of(member_client, whole).steps[:2]] == [
        [whole],
        [half, other],
    ]


def test_a_paragraph_that_was_merged_has_the_words_of_both(member_client, chain):
    versions, comparisons = chain
    one, two = wordings(versions[:1] * 2, "Roads will be safe.", "Rivers will be clean.")
    both = ParagraphFactory(version=versions[1], text="Roads will be safe. Rivers will be clean.")
    revise(comparisons[0], [one, two], [both], "merged", words_changed=False)
    story = story_of(member_client, both)
    assert story.steps[0].paragraphs == [one, two]
    assert story.is_of_one_version


def test_a_story_ends_where_the_paragraph_was_removed(member_client, chain):
    versions, comparisons = chain
    gone = ParagraphFactory(version=versions[0], text="Roads will be safe.")
    revise(comparisons[0], [gone], [], "removed")
    story = story_of(member_client, gone)
    assert [bool(step.paragraphs) for step in story.steps] == [True, False]
    assert "Removed" in page_of(member_client, "story", gone.pk)


def test_a_story_begins_where_the_paragraph_was_added(member_client, chain):
    versions, comparisons = chain
    new = ParagraphFactory(version=versions[1], text="Roads will be safe.")
    revise(comparisons[0], [], [new], "added")
    story = story_of(member_client, new)
    assert story.steps[0].version == versions[1]
    assert story.steps[0].changes[0].is_added


def test_a_story_says_where_a_comparison_is_missing(member_client, chain):
    versions, comparisons = chain
    history.delete(comparisons[0], by=None, why="Missing")
    paragraph = ParagraphFactory(version=versions[0])
    page = page_of(member_client, "story", paragraph.pk)
    assert "This version has not been compared with Draft, 1 May 2026 yet" in page


def test_a_story_says_where_a_comparison_is_awaited(member_client, reworded_twice):
    comparison = reworded_twice[2].version.comparison
    comparison.awaited_since = timezone.now()
    history.save(comparison, by=None, why="To be compared")
    page = page_of(member_client, "story", reworded_twice[0].pk)
    assert page.count("is being brought up to date") == 1


def test_a_story_says_who_confirmed_a_link(member_client, officer, chain):
    versions, comparisons = chain
    told = wordings(versions, "Roads.", "Rivers.")
    at = timezone.now()
    revise(comparisons[0], told[:1], told[1:], confirmed_by=officer, confirmed_at=at)
    assert "Confirmed by Olive Officer on" in page_of(member_client, "story", told[0].pk)


def test_a_story_names_the_recommendations_that_shaped_it(member_client, reworded_twice, plain):
    note = margin.Note("R7", "Cited by the Commissioner", "/r/7/", "Borne out", "green")
    margin.add(lambda *_: {reworded_twice[1].pk: [note]})
    page = " ".join(page_of(member_client, "story", reworded_twice[2].pk).split())
    assert page.count('href="/r/7/">R7</a>') == 2  # in the legend, and in its step
    assert 'shaped by <a class="govuk-link" href="/r/7/">R7</a>' in page


def test_a_story_of_an_unnumbered_part_is_called_by_its_heading(member_client, chain):
    versions, _ = chain
    part = ParagraphFactory(version=versions[0], label="", heading=["Foreword"], text="Welcome.")
    assert "The story of Foreword" in page_of(member_client, "story", part.pk)


def test_a_story_is_never_markup(member_client):
    paragraph = PlanVersionFactory(texts=["<script>alert(1)</script>"]).paragraphs.get()
    assert "<script>alert" not in page_of(member_client, "story", paragraph.pk)


@pytest.mark.parametrize("number", [1, 3])
def test_a_story_costs_the_same_for_any_length(
    number, member_client, plain, django_assert_num_queries
):
    plan, earlier, before = PlanFactory(), None, None
    for month in range(1, number + 2):
        dated = date(2026, month, 1)
        version = PlanVersionFactory(plan=plan, dated=dated, revises=earlier)
        paragraph = ParagraphFactory(version=version, text=f"Wording {month}.")
        ParagraphFactory.create_batch(2, version=version)
        if earlier:
            comparison = ComparisonFactory(earlier=earlier, later=version)
            revise(comparison, [before], [paragraph])
        earlier, before = version, paragraph
    with django_assert_num_queries(11):
        page_of(member_client, "story", before.pk)
