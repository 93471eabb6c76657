"""The comparison of two versions."""

import pytest

from pcp_scrutiny import history
from tests.factories.plans import (
    ComparisonFactory,
    ParagraphFactory,
    RevisionFactory,
)
from tests.plans.views.pages import page_of


@pytest.fixture
def compared(db):
    """Six paragraphs: one reworded, one removed, one added, the others as they were."""
    comparison = ComparisonFactory()
    old = ParagraphFactory.create_batch(5, version=comparison.earlier)
    new = ParagraphFactory.create_batch(5, version=comparison.later)
    old[1].text, new[1].text = "Patrols on foot every week.", "Patrols on foot every day."
    for paragraph in (old[1], new[1]):
        history.save(paragraph, by=None, why="Made for a test")
    same = {"comparison": comparison, "kind": "unchanged", "words_changed": False}
    RevisionFactory(**same, earlier=[old[0]], later=[new[0]])
    RevisionFactory(comparison=comparison, earlier=[old[1]], later=[new[1]])
    RevisionFactory(**same, earlier=[old[2]], later=[new[2]])
    RevisionFactory(**same, earlier=[old[3]], later=[new[3]])
    RevisionFactory(comparison=comparison, kind="removed", earlier=[old[4]])
    RevisionFactory(comparison=comparison, kind="added", later=[new[4]])
    return comparison


def test_the_comparison_shows_which_words_came_and_went(member_client, compared):
    page = page_of(member_client, "compare", compared.later_id)
    assert "[inserted: </span>day." in page
    assert "[deleted: </span>week." in page


def test_the_comparison_counts_each_kind_and_leads_to_it(member_client, compared):
    page = page_of(member_client, "compare", compared.later_id)
    for words in ("All changes (3)", "Reworded (1)", "Added (1)", "Removed (1)", "Unchanged (3)"):
        assert words in page
    assert "Merged" not in page
    assert 'href="?kind=reworded"' in page


def test_the_comparison_folds_what_did_not_change(member_client, compared):
    page = page_of(member_client, "compare", compared.later_id)
    assert "1 paragraph unchanged" in page
    assert "2 paragraphs unchanged" in page


def test_the_comparison_shows_one_kind_only(member_client, compared):
    page = page_of(member_client, "compare", compared.later_id, kind="added")
    assert page.count("<article") == 1
    assert 'href="?kind=added" aria-current="true"' in page


def test_the_comparison_passes_over_a_kind_that_there_is_not(member_client, compared):
    page = page_of(member_client, "compare", compared.later_id, kind="<b>")
    assert page.count("<article") == 3
    assert "<b>" not in page


@pytest.mark.parametrize("number", [1, 30])
def test_the_comparison_costs_the_same_for_any_number_of_changes(
    number, member_client, plain, django_assert_num_queries
):
    comparison = ComparisonFactory()
    for _ in range(number):
        old = ParagraphFactory(version=comparison.earlier)
        new = ParagraphFactory(version=comparison.later)
        RevisionFactory(comparison=comparison, earlier=[old], later=[new])
    with django_assert_num_queries(11):
        page_of(member_client, "compare", comparison.later_id)
