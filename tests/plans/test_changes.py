"""A comparison set out: names, places, and what is folded away."""

import pytest

from plans.changes import Folded, named, set_out
from plans.models import Paragraph, Revision
from tests.factories.plans import ComparisonFactory, ParagraphFactory, RevisionFactory


def paragraph(label, *heading):
    return Paragraph(label=label, heading=list(heading))


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([], ""),
        ([paragraph("46(e)", "Roads")], "paragraph 46(e)"),
        ([paragraph("46"), paragraph("47")], "paragraphs 46 and 47"),
        ([paragraph("46"), paragraph("47"), paragraph("48")], "paragraphs 46, 47 and 48"),
        ([paragraph("", "Foreword")], "Foreword"),
        ([paragraph("", "Foreword"), paragraph("", "Foreword")], "Foreword"),
        ([paragraph("46"), paragraph("")], "paragraph 46 and unnumbered text"),
    ],
)
def test_paragraphs_are_named_as_people_name_them(paragraphs, expected):
    assert named(paragraphs) == expected


@pytest.fixture
def comparison(db):
    return ComparisonFactory()


def change(comparison, *, before=(), after=(), **facts):
    """One revision set out, between paragraphs given as (label, heading, text)."""
    make = ParagraphFactory
    earlier = [make(version=comparison.earlier, label=n, heading=h, text=t) for n, h, t in before]
    later = [make(version=comparison.later, label=n, heading=h, text=t) for n, h, t in after]
    RevisionFactory(comparison=comparison, earlier=earlier, later=later, **facts)
    [found] = set_out(Revision.objects.all(), kinds=Revision.Kind.values)
    return found


def test_a_change_says_what_it_was_and_is(comparison):
    found = change(
        comparison,
        before=[("46", ["Roads"], "Slower traffic.")],
        after=[("47", ["Roads"], "Slower, safer traffic.")],
    )
    assert found.title == "Paragraph 46 is now paragraph 47"
    assert found.where == "Roads"
    assert not found.is_one_text
    assert [(r.kind, r.text.strip()) for r in found.runs if r.kind != "same"] == [
        ("deleted", "Slower"),
        ("inserted", "Slower, safer"),
    ]


def test_a_change_says_where_it_moved(comparison):
    found = change(
        comparison,
        kind="moved",
        words_changed=False,
        before=[("46", ["Roads"], "Same.")],
        after=[("46", ["Towns", "Centre"], "Same.")],
    )
    assert found.title == "Paragraph 46"
    assert found.where == "From “Roads” to “Towns › Centre”"
    assert found.is_one_text


def test_a_change_of_an_unnumbered_part_says_its_heading_once(comparison):
    found = change(
        comparison, before=[("", ["Foreword"], "Dear all")], after=[("", ["Foreword"], "Dear you")]
    )
    assert (found.title, found.where) == ("Foreword", "")


def test_what_was_added_or_removed_is_one_text(comparison):
    found = change(comparison, kind="added", after=[("48", ["Roads"], "New.")])
    assert found.is_one_text
    assert found.is_added
    assert [r.kind for r in found.runs] == ["inserted"]


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (["unchanged"], "1 paragraph unchanged"),
        (["unchanged", "unchanged"], "2 paragraphs unchanged"),
        (["unchanged", "renumbered"], "2 paragraphs word for word the same"),
        (["unchanged", "added"], "2 other paragraphs"),
    ],
)
def test_a_run_is_folded_into_one_line(comparison, kinds, words):
    for kind in kinds:
        later = ParagraphFactory(version=comparison.later)
        RevisionFactory(comparison=comparison, kind=kind, later=[later])
    [folded] = set_out(Revision.objects.all(), kinds=["reworded"])
    assert isinstance(folded, Folded)
    assert folded.words == words
