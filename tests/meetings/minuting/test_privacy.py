"""What is minuted in private: under an exempt item, or while the public is excluded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.minuting.privacy import Said, restrictions


@pytest.mark.parametrize(
    ("said", "withheld"),
    [
        ([Said(1), Said(2)], [None, None]),
        ([Said(1, item_under=3), Said(2)], [3, None]),
        ([Said(1), Said(2, excludes_under=7), Said(3), Said(4)], [None, None, 7, 7]),
        (
            [Said(1, excludes_under=7), Said(2), Said(3, readmits=True), Said(4)],
            [None, 7, None, None],
        ),
        ([Said(1, excludes_under=7), Said(2, item_under=3), Said(3)], [None, 3, 7]),
        # A second resolution while the public is out is public; what follows has its paragraph.
        (
            [Said(1, excludes_under=7), Said(2), Said(3, excludes_under=1), Said(4)],
            [None, 7, None, 1],
        ),
        # Let in again by the resolution that also excludes them: it excludes.
        (
            [Said(1, excludes_under=7), Said(2, excludes_under=1, readmits=True), Said(3)],
            [None, None, 1],
        ),
    ],
)
def test_restrictions_run_from_the_resolution_to_the_readmission(said, withheld):
    assert [under for _, under in restrictions(said)] == withheld


@given(
    st.lists(
        st.builds(
            Said,
            pk=st.integers(1, 9),
            item_under=st.none() | st.integers(1, 7),
            excludes_under=st.none() | st.integers(1, 7),
            readmits=st.booleans(),
        )
    )
)
def test_nothing_is_open_that_came_after_an_exclusion_not_ended(said):
    is_out = False
    for entry, (pk, under) in zip(said, restrictions(said), strict=True):
        assert pk == entry.pk
        is_out = is_out and not entry.readmits
        if entry.item_under or (is_out and not entry.excludes_under):
            assert under
        is_out = is_out or entry.excludes_under is not None
