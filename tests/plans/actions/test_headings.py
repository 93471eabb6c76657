"""Correcting the headings of an open version."""

import pytest
from django.core.exceptions import ValidationError

from plans import actions
from plans.actions.headings import LONGEST
from tests.factories.plans import ParagraphFactory, PlanVersionFactory
from tests.plans.actions.samples import why

PATHS = [["Aims"], ["Aims", "Roads"], ["Aims", "Roads"], ["Aims", "Rivers"], ["Money"]]


@pytest.fixture
def version(db):
    version = PlanVersionFactory()
    for place, path in enumerate(PATHS, start=1):
        ParagraphFactory(
            version=version, position=place * 1000, label=str(place), heading=path, page=place
        )
    return version


def at(version, label):
    return version.paragraphs.get(label=label)


def headings(version):
    rows = version.paragraphs.order_by("position")
    return [" / ".join(paragraph.heading) for paragraph in rows]


def test_rename_heading_renames_it_everywhere_under_it(version, officer):
    actions.rename_heading(at(version, "3"), level=0, title="Priorities", by=officer)
    assert headings(version) == [
        "Priorities",
        "Priorities / Roads",
        "Priorities / Roads",
        "Priorities / Rivers",
        "Money",
    ]
    assert why(at(version, "1")) == "Renamed the heading “Aims”"


def test_rename_heading_leaves_the_same_words_elsewhere(version, officer):
    actions.rename_heading(at(version, "2"), level=1, title="Streets", by=officer)
    assert headings(version)[1:4] == ["Aims / Streets", "Aims / Streets", "Aims / Rivers"]


def test_rename_heading_without_a_title_takes_it_away(version, officer):
    actions.rename_heading(at(version, "2"), level=0, title="", by=officer)
    assert headings(version) == ["", "Roads", "Roads", "Rivers", "Money"]


def test_rename_heading_that_is_there_no_more_is_refused(version, officer):
    with pytest.raises(ValidationError, match="Choose again"):
        actions.rename_heading(at(version, "1"), level=1, title="Roads", by=officer)


def test_make_paragraph_of_a_heading_puts_it_before_what_it_headed(version, officer):
    made = actions.make_paragraph(at(version, "3"), level=1, by=officer)
    assert headings(version) == ["Aims", "Aims", "Aims", "Aims", "Aims / Rivers", "Money"]
    order = [p.text for p in version.paragraphs.order_by("position")]
    assert order.index("Roads") == 1
    assert (made.label, made.heading, made.page) == ("", ["Aims"], 2)


def test_make_heading_below_the_headings_of_a_paragraph(version, officer):
    second = at(version, "2")
    second.label, second.text = "", "Speed"
    actions.correct_paragraph(second, by=officer)
    actions.make_heading(second, level=2, by=officer)
    assert headings(version) == ["Aims", "Aims / Roads / Speed", "Aims / Rivers", "Money"]


def test_make_heading_beside_the_last_heading_of_a_paragraph(version, officer):
    second = at(version, "2")
    second.label, second.text = "", "Speed"
    actions.correct_paragraph(second, by=officer)
    actions.make_heading(second, level=1, by=officer)
    assert headings(version) == ["Aims", "Aims / Speed", "Aims / Rivers", "Money"]


def test_make_heading_at_the_top_takes_over_what_follows_in_the_section(version, officer):
    second = at(version, "2")
    second.label, second.text = "2", "Speed"
    actions.correct_paragraph(second, by=officer)
    actions.make_heading(second, level=0, by=officer)
    assert headings(version) == ["Aims", "2 Speed", "2 Speed / Rivers", "Money"]


def test_make_heading_with_nothing_under_it_is_refused(version, officer):
    with pytest.raises(ValidationError, match="heads nothing"):
        actions.make_heading(at(version, "5"), level=1, by=officer)
    assert version.paragraphs.count() == 5


def test_make_heading_of_a_long_text_is_refused(version, officer):
    second = at(version, "2")
    second.text = "w" * (LONGEST + 1)
    actions.correct_paragraph(second, by=officer)
    with pytest.raises(ValidationError, match="split it first"):
        actions.make_heading(second, level=1, by=officer)
