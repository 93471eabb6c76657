import re
from itertools import pairwise, product

import pytest

from benchmarks.edits import RECIPES, STYLES, drafts, revise, score
from benchmarks.edits.editing import Edited
from plans.comparison import Change, Passage

MADE = list(product(STYLES, RECIPES))


def words(text):
    return re.sub(r"\d[\d.]*(\([a-z]+\))?", "", text)


@pytest.mark.parametrize(("text", "recipe"), MADE)
def test_revise_says_of_every_paragraph_what_became_of_it(text, recipe):
    edited = revise(text, 100, recipe, 1)
    assert len(edited.earlier) == 100
    assert sorted(i for olds, _ in edited.kinds for i in olds) == list(range(100))
    places = list(range(len(edited.later)))
    assert sorted(j for _, news in edited.kinds for j in news) == places


@pytest.mark.parametrize(("text", "recipe"), MADE)
def test_revise_names_kinds_by_what_is_printed(text, recipe):
    edited = revise(text, 100, recipe, 2)
    for (olds, news), kind in edited.kinds.items():
        before = [edited.earlier[i] for i in olds]
        after = [edited.later[j] for j in news]
        assert (kind == "added", kind == "removed") == (not olds, not news)
        assert (kind == "split", kind == "merged") == (len(news) > 1, len(olds) > 1)
        if kind in ("unchanged", "renumbered", "moved"):
            # References follow what they refer to; nothing else differs.
            assert words(before[0].text) == words(after[0].text)
        if kind in ("unchanged", "renumbered"):
            assert (before[0].label == after[0].label) == (kind == "unchanged")
        if kind == "reworded":
            assert before[0].text != after[0].text


@pytest.mark.parametrize("text", STYLES)
def test_revise_gives_the_same_again(text):
    first = revise(text, 60, "heavy", 3)
    revise.cache_clear()
    assert revise(text, 60, "heavy", 3) == first
    assert revise(text, 60, "heavy", 4) != first


def test_revise_makes_every_edit_of_a_recipe():
    for recipe in ("light", "heavy"):
        made = {name for text in STYLES for name in revise(text, 300, recipe).edits.values()}
        assert made >= set(RECIPES[recipe]) - {"insert alike"}


@pytest.mark.parametrize("text", STYLES)
def test_drafts_begin_where_the_last_one_ended(text):
    steps = drafts(text, 60, "heavy", 3)
    assert len(steps) == 3
    for one, next_one in pairwise(steps):
        assert one.later == next_one.earlier
        assert one.earlier != next_one.later


def test_revise_lets_references_follow():
    edited = revise("prose", 300, "numbers", 1)
    referring = 0
    for i, j in edited.links:
        before = re.search(r"paragraph (\d+)", edited.earlier[i].text, re.IGNORECASE)
        after = re.search(r"paragraph (\d+)", edited.later[j].text, re.IGNORECASE)
        if before and after:
            referring += before[1] != after[1]
            target = int(before[1]) - 1, int(after[1]) - 1
            assert target in edited.links
    assert referring


def test_score_counts_links_kinds_and_review():
    passages = [Passage(str(n), (), "text") for n in range(3)]
    kinds = {((0,), (0,)): "unchanged", ((1,), (1,)): "reworded", ((2,), ()): "removed"}
    edited = Edited(passages, passages[:2], kinds, {})
    result = score(
        edited,
        [
            Change("unchanged", (0,), (0,), 1.0, review=False),
            Change("reworded", (2,), (1,), 0.6, review=True),
            Change("removed", (1,), (), 0.9, review=False),
        ],
    )
    assert (result.precision, result.recall, result.f1) == (0.5, 0.5, 0.5)
    assert result.false_links == pytest.approx(100 / 3)
    assert result.review_share == pytest.approx(1 / 3)
    assert result.sure_precision == 0.5
    assert result.of_kind("unchanged") == (1, 1)
    assert result.of_kind("reworded") == (0, 0)
