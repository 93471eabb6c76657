"""How well a comparison finds what became of each paragraph, on edits of which it is known."""

from functools import cache

import pytest

from benchmarks.edits import STYLES, Score, revise, score
from plans.comparison import compare

SIZE = 120
SEEDS = (11, 12, 13)


@cache
def found(text, recipe):
    """The score over some made-up plans; the same texts are not used to measure elsewhere."""
    edits = [revise(text, SIZE, recipe, seed) for seed in SEEDS]
    return sum((score(e, compare(e.earlier, e.later)) for e in edits), Score())


def over_all(recipe):
    return sum((found(text, recipe) for text in STYLES), Score())


def test_compare_finds_what_careful_edits_did():
    assert over_all("light").f1 >= 0.99


def test_compare_finds_what_was_said_in_other_words():
    assert over_all("heavy").f1 >= 0.95


@pytest.mark.parametrize("recipe", ["light", "heavy"])
def test_compare_links_hardly_anything_falsely(recipe):
    assert over_all(recipe).false_links <= 1


@pytest.mark.parametrize("recipe", ["light", "heavy"])
def test_compare_is_right_about_links_where_it_asks_for_no_review(recipe):
    assert over_all(recipe).sure_link_precision >= 0.98


@pytest.mark.parametrize(("recipe", "least"), [("light", 0.99), ("heavy", 0.98)])
def test_compare_is_right_about_what_is_new_or_gone_too(recipe, least):
    assert over_all(recipe).sure_precision >= least


def test_compare_names_the_kind_of_nearly_every_change():
    for recipe in ("light", "heavy"):
        assert over_all(recipe).label_accuracy >= 0.98


def test_compare_asks_for_review_of_few_changes():
    assert over_all("light").review_share <= 0.05
    assert over_all("heavy").review_share <= 0.15


@pytest.mark.parametrize("text", STYLES)
def test_compare_finds_a_plan_that_was_only_renumbered(text):
    edited = revise(text, 300, "numbers", 7)
    changes = compare(edited.earlier, edited.later)
    assert {(c.earlier, c.later): c.kind for c in changes} == edited.kinds
