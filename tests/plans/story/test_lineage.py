"""What a paragraph came from and became."""

from hypothesis import given
from hypothesis import strategies as st

from plans.story.lineage import lineage


def links(*revisions):
    """Both sides of revisions that are given as (earlier paragraphs, later paragraphs)."""
    return {
        "earlier": [(n, p) for n, (before, _) in enumerate(revisions) for p in before],
        "later": [(n, p) for n, (_, after) in enumerate(revisions) for p in after],
    }


def test_lineage_goes_backwards_and_forwards():
    found = lineage(2, **links(([1], [2]), ([2], [3]), ([8], [9])))
    assert found.paragraphs == {1, 2, 3}
    assert found.revisions == {0, 1}


def test_lineage_of_one_half_leaves_the_other_half_to_its_own():
    sides = links(([1], [2, 3]), ([2], [4]), ([3], [5]))
    assert lineage(4, **sides).paragraphs == {1, 2, 4}
    assert lineage(1, **sides).paragraphs == {1, 2, 3, 4, 5}


def test_lineage_of_what_was_merged_has_all_it_was_made_of():
    sides = links(([1], [3]), ([2], [4]), ([3, 4], [5]))
    assert lineage(5, **sides).paragraphs == {1, 2, 3, 4, 5}
    assert lineage(1, **sides).paragraphs == {1, 3, 5}


def test_lineage_ends_where_a_paragraph_is_added_or_removed():
    found = lineage(1, **links(([], [1]), ([1], [])))
    assert found.paragraphs == {1}
    assert found.revisions == {0, 1}


@given(st.lists(st.tuples(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9))), max_size=12))
def test_lineage_ends_whatever_the_links(revisions):
    assert 0 in lineage(0, **links(*revisions)).paragraphs
