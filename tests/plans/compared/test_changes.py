"""A comparison set out: names, places, and what is folded away."""

import pytest

from plans.compared.changes import Change, named
from plans.compared.folding import Folded
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
    revision = RevisionFactory(comparison=comparison, earlier=earlier, later=later, **facts)
    return Change(revision, earlier, later)


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
        ("inserted", ", safer"),
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
    assert found.is_elsewhere
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


def test_several_paragraphs_are_now_others(comparison):
    before = [("40", ["Roads"], "One."), ("41", ["Roads"], "Two.")]
    found = change(comparison, kind="merged", before=before, after=[("39", ["Roads"], "One. Two.")])
    assert found.title == "Paragraphs 40 and 41 are now paragraph 39"


def test_one_paragraph_is_now_several(comparison):
    after = [("40", ["Roads"], "One."), ("41", ["Roads"], "Two.")]
    found = change(comparison, kind="split", before=[("39", ["Roads"], "One. Two.")], after=after)
    assert found.title == "Paragraph 39 is now paragraphs 40 and 41"
    assert [piece.name for piece in found.pieces_after] == ["paragraph 40", "paragraph 41"]


def test_two_unnumbered_texts_under_one_heading_are_one_thing(comparison):
    before = [("", ["Foreword"], "One."), ("", ["Foreword"], "Two.")]
    found = change(comparison, kind="merged", before=before, after=[("1", ["Foreword"], "Both.")])
    assert found.title == "Foreword is now paragraph 1"


@pytest.mark.parametrize(
    ("facts", "before", "after", "words"),
    [
        ({"kind": "added"}, [], ["48"], "paragraph 48 is new"),
        ({"kind": "removed"}, ["47", "48"], [], "paragraphs 47 and 48 are gone"),
        ({"kind": "reworded"}, ["47"], ["47"], "paragraph 47 is reworded"),
        ({"kind": "reworded"}, ["47"], ["48"], "paragraph 47 is now paragraph 48"),
    ],
)
def test_what_became_of_it_fits_in_a_sentence(comparison, facts, before, after, words):
    sides = ([(label, ["Roads"], "Words.") for label in side] for side in (before, after))
    found = change(comparison, before=next(sides), after=next(sides), **facts)
    assert found.in_words == words


def moved(came_from, went_to, before, after):
    earlier, later = [paragraph("5", *before)], [paragraph("9", *after)]
    revision = Revision(kind="moved")
    return Change(revision, earlier, later, came_from=came_from, went_to=went_to).way


def test_what_moved_says_from_where_to_where():
    way = moved("paragraph 4", "paragraph 8", ["Roads"], ["Towns", "Centre"])
    assert way == "Moved from “Roads”, after paragraph 4, to “Towns › Centre”, after paragraph 8"


def test_what_moved_under_its_heading_does_not_repeat_it():
    way = moved("paragraph 4", None, ["Roads"], ["Roads"])
    assert way == "Moved from after paragraph 4 to the beginning"


def test_it_says_nothing_of_the_way_where_that_is_not_known():
    assert moved("", "", ["Roads"], ["Towns"]) == ""


def test_headings_that_the_page_says_are_not_said_again():
    found = Change(Revision(kind="added"), [], [paragraph("5", "Roads", "Speed")], headings_said=1)
    assert found.where == "Speed"
    assert not found.is_elsewhere


def test_what_stays_under_headings_that_begin_so_is_not_elsewhere():
    staying = [paragraph("5", "From here to 2030")]
    assert not Change(Revision(kind="reworded"), staying, staying).is_elsewhere


# --- What is folded away ------------------------------------------------------------------------


def row(kind, before, after):
    earlier = [Paragraph(label=before)] if before else []
    return Change(Revision(kind=kind), earlier, [Paragraph(label=after)] if after else [])


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("unchanged", "4", "4")], "1 paragraph unchanged: 4"),
        (
            [("unchanged", "4", "4"), ("unchanged", "5", "5")],
            "2 paragraphs unchanged: 4 to 5",
        ),
        (
            [("renumbered", "4", "5"), ("renumbered", "5", "6")],
            "2 paragraphs word for word the same: 4 to 5, now 5 to 6",
        ),
        (
            [("unchanged", "4", "4"), ("renumbered", "5", "6")],
            "2 paragraphs word for word the same: 4 to 6",
        ),
        (
            [("unchanged", "4", "4"), ("removed", "5", "")],
            "2 other paragraphs, 1 of them changed: 4 to 5",
        ),
        ([("added", "", "4")], "1 other paragraph: 4"),
    ],
)
def test_a_run_is_folded_into_one_line(rows, words):
    assert Folded([row(*one) for one in rows]).words == words


def test_a_folded_part_without_a_number_is_called_by_its_heading():
    part = Paragraph(heading=["A foreword by the Commissioner to the people of the county"])
    folded = Folded([Change(Revision(kind="unchanged"), [part], [part])])
    assert folded.words == "1 paragraph unchanged: “A foreword by the Commissioner to the p…”"
