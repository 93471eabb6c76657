"""How well a comparison finds what became of each paragraph, on edits of which it is known."""

import random

import pytest

from plans.comparison import compare

from .edits import edit, links, plan, scores


@pytest.mark.parametrize("seed", range(6))
def test_compare_finds_light_edits_at_120_paragraphs(seed):
    rng = random.Random(seed)
    edited = edit(plan(120, rng), rng, reword=15, split=5, merge=5, move=5, insert=5, delete=5)
    precision, recall, f1 = scores(links(compare(edited.earlier, edited.later)), edited.links)
    assert precision >= 0.97
    assert recall >= 0.97
    assert f1 >= 0.98


@pytest.mark.parametrize("seed", range(3))
def test_compare_finds_heavy_edits(seed):
    rng = random.Random(100 + seed)
    edited = edit(plan(120, rng), rng, rewrite=30, split=5, merge=5, move=5, insert=8, delete=8)
    *_, f1 = scores(links(compare(edited.earlier, edited.later)), edited.links)
    assert f1 >= 0.95


@pytest.mark.parametrize("seed", range(3))
def test_compare_names_the_kind_of_nearly_every_edit(seed):
    rng = random.Random(200 + seed)
    edited = edit(plan(120, rng), rng, reword=15, split=4, merge=4, move=4, insert=4, delete=4)
    found = {c.earlier: c.kind for c in compare(edited.earlier, edited.later)}
    right = sum(found.get(earlier) == kind for earlier, kind in edited.kinds.items())
    assert right >= 0.95 * len(edited.kinds)


@pytest.mark.parametrize("seed", range(3))
def test_compare_is_right_where_it_asks_for_no_review(seed):
    rng = random.Random(300 + seed)
    edited = edit(plan(120, rng), rng, reword=20, split=6, merge=6, move=6, insert=8, delete=8)
    sure = [c for c in compare(edited.earlier, edited.later) if not c.review]
    precision, *_ = scores(links(sure), edited.links)
    assert precision >= 0.98


def test_compare_finds_a_plan_that_was_only_renumbered():
    rng = random.Random(7)
    edited = edit(plan(300, rng), rng, insert=1)
    changes = compare(edited.earlier, edited.later)
    assert {c.kind for c in changes} <= {"unchanged", "renumbered", "added"}
    assert links(changes) == edited.links
