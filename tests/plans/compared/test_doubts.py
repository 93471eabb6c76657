"""A comparison that can hardly be of two versions of one plan."""

import pytest

from plans.compared.changes import Change
from plans.compared.doubts import FoundLittle, found_little
from plans.models import Paragraph, Revision


def changes(linked, removed, added):
    def make(earlier, later):
        return Change(Revision(), [Paragraph()] * earlier, [Paragraph()] * later)

    return (
        [make(1, 1) for _ in range(linked)]
        + [make(1, 0) for _ in range(removed)]
        + [make(0, 1) for _ in range(added)]
    )


def test_hardly_a_link_is_doubted():
    assert found_little(changes(1, 20, 9)) == FoundLittle(linked=1, of=10)


@pytest.mark.parametrize(
    ("linked", "removed", "added"),
    [(5, 20, 5), (10, 0, 0), (0, 2, 2), (10, 200, 0), (0, 0, 0)],
)
def test_what_may_well_be_one_plan_is_not(linked, removed, added):
    assert found_little(changes(linked, removed, added)) is None
