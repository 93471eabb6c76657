import itertools
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.edits import drafts, links
from plans.comparison import Change, Passage, compare, compose

BURGLARY = "Patrols will be doubled near the railway station to deter burglary at night."
VICTIMS = "Every victim of crime is to be offered support within two working days."
RURAL = "The rural crime team grows by six constables who know farming."
ROADS = "Average speed cameras return to the coastal road before the summer season."


def passages(*texts: str, first: int = 1) -> list[Passage]:
    return [Passage(str(n), ("Aims",), text) for n, text in enumerate(texts, start=first)]


def composed(*versions: list[Passage]) -> list[Change]:
    first, second, third = versions
    return compose(compare(first, second), compare(second, third), first, third)


def kinds(changes):
    return [(c.kind, c.earlier, c.later) for c in changes]


def test_compose_finds_a_paragraph_that_was_reworded_and_then_renumbered():
    first = passages(BURGLARY, VICTIMS, RURAL)
    second = passages(BURGLARY.replace("doubled", "trebled"), VICTIMS, RURAL)
    third = passages(ROADS, *(p.text for p in second))
    assert kinds(composed(first, second, third)) == [
        ("added", (), (0,)),
        ("reworded", (0,), (1,)),
        ("renumbered", (1,), (2,)),
        ("renumbered", (2,), (3,)),
    ]


def test_compose_finds_unchanged_what_was_reworded_there_and_back():
    first = passages(BURGLARY, VICTIMS)
    second = passages(BURGLARY.replace("doubled", "trebled"), VICTIMS)
    changes = composed(first, second, first)
    assert kinds(changes) == [("unchanged", (0,), (0,)), ("unchanged", (1,), (1,))]


def test_compose_leaves_out_what_was_added_and_removed_again():
    first, second = passages(BURGLARY, VICTIMS), passages(BURGLARY, RURAL, VICTIMS)
    changes = composed(first, second, first)
    assert kinds(changes) == [("unchanged", (0,), (0,)), ("unchanged", (1,), (1,))]


def test_compose_finds_removed_and_added_what_was_removed_and_put_back():
    first, second = passages(BURGLARY, VICTIMS), passages(BURGLARY)
    changes = composed(first, second, first)
    assert kinds(changes) == [
        ("unchanged", (0,), (0,)),
        ("removed", (1,), ()),
        ("added", (), (1,)),
    ]


def test_compose_finds_a_split_of_what_was_reworded():
    first = passages(f"{BURGLARY} {VICTIMS}", RURAL, ROADS)
    second = passages(f"{BURGLARY} {VICTIMS} It starts in May.", RURAL, ROADS)
    third = passages(BURGLARY, f"{VICTIMS} It starts in May.", RURAL, ROADS)
    change = composed(first, second, third)[0]
    assert (change.kind, change.later, change.words_changed) == ("split", (0, 1), True)


def test_compose_finds_whole_again_what_was_split_and_merged():
    first = passages(f"{BURGLARY} {VICTIMS}", RURAL, ROADS)
    second = passages(BURGLARY, VICTIMS, RURAL, ROADS)
    assert [c.kind for c in composed(first, second, first)] == ["unchanged"] * 3


def test_compose_asks_for_review_where_a_step_did():
    one = [Change("reworded", (0,), (0,), 0.5, review=True, words_changed=True)]
    two = [Change("unchanged", (0,), (0,), 0.9, review=False)]
    (change,) = compose(one, two, passages(BURGLARY), passages(VICTIMS))
    assert (change.review, change.confidence) == (True, 0.45)


def test_compose_asks_for_review_where_it_is_not_clear_what_became_of_which():
    one = [Change("merged", (0, 1), (0,), 1, review=False)]
    two = [Change("split", (0,), (0, 1), 1, review=False)]
    (change,) = compose(one, two, passages(BURGLARY, VICTIMS), passages(RURAL, ROADS))
    assert change.review
    assert (change.earlier, change.later) == ((0, 1), (0, 1))


def test_compose_refuses_comparisons_that_do_not_meet():
    changes = compare(passages(BURGLARY), passages(BURGLARY))
    with pytest.raises(ValueError, match="do not meet"):
        compose(changes, [], passages(BURGLARY), [])


@pytest.mark.parametrize("seed", range(3))
def test_compose_finds_what_became_of_a_plan_over_two_revisions(seed):
    one, two = drafts("prose", 80, "light", 2, seed)
    true = {(i, k) for i, j in one.links for at, k in two.links if at == j}
    found = links(composed(one.earlier, one.later, two.later))
    # Parts that hang together are told as one, so a few links more are found than are true.
    assert len(true - found) <= 2
    assert len(found - true) <= 6


@st.composite
def steps(draw, how_many: int = 3):
    """Changes from version to version, of which nothing is known but how they hang together."""
    sizes = draw(st.lists(st.integers(0, 6), min_size=how_many + 1, max_size=how_many + 1))
    chain = []
    for old, new in itertools.pairwise(sizes):
        groups: dict[int, tuple[list[int], list[int]]] = {}
        for side, size in enumerate((old, new)):
            for at in range(size):
                groups.setdefault(draw(st.integers(0, 5)), ([], []))[side].append(at)
        chain.append(
            [
                Change("reworded", tuple(before), tuple(after), 1.0, review=False)
                for before, after in groups.values()
            ]
        )
    versions = [passages(*(f"Text {at}." for at in range(size))) for size in sizes]
    return chain, versions


@given(steps())
def test_compose_does_not_depend_on_which_steps_are_composed_first(drawn):
    (one, two, three), (a, b, c, d) = drawn
    left = compose(compose(one, two, a, c), three, a, d)
    right = compose(one, compose(two, three, b, d), a, d)
    assert [(x.kind, x.earlier, x.later) for x in left] == [
        (x.kind, x.earlier, x.later) for x in right
    ]


@given(steps())
def test_compose_places_every_passage_in_exactly_one_change(drawn):
    chain, versions = drawn
    changes, at = chain[0], versions[0]
    for number, step in enumerate(chain[1:], start=2):
        changes = compose(changes, step, at, versions[number])
    assert sorted(i for c in changes for i in c.earlier) == list(range(len(versions[0])))
    assert sorted(j for c in changes for j in c.later) == list(range(len(versions[-1])))


@given(steps(how_many=2))
def test_compose_links_what_either_step_leads_to(drawn):
    (one, two), (a, _, c) = drawn
    found = links(compose(one, two, a, c))
    assert {(i, k) for i, j in links(one) for at, k in links(two) if at == j} <= found


def test_compose_can_be_reduced_over_a_long_chain():
    versions = [passages(BURGLARY, VICTIMS, *[RURAL] * n) for n in range(4)]
    pairs = list(itertools.pairwise(versions))
    found, _ = reduce(
        lambda so_far, pair: (
            compose(so_far[0], compare(*pair), versions[0], pair[1]),
            pair[1],
        ),
        pairs[1:],
        (compare(*pairs[0]), pairs[0][1]),
    )
    assert kinds(found)[:2] == [("unchanged", (0,), (0,)), ("unchanged", (1,), (1,))]
    assert [c.kind for c in found[2:]] == ["added"] * 3
