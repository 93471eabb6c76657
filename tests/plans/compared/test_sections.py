"""A comparison under the headings of the plan."""

from plans.compared.changes import Change
from plans.compared.folding import Folded
from plans.compared.sections import NO_HEADING, Sections, outermost
from plans.models import Paragraph, Revision


def paragraph(*heading, label="1"):
    # A primary key of its own, so that it has an anchor.
    return Paragraph(label=label, heading=list(heading))


def change(before=None, after=None, kind="reworded"):
    return Change(Revision(kind=kind), [before] if before else [], [after] if after else [])


def told(sections):
    return [
        (s.title, ["folded" if isinstance(row, Folded) else row.revision.kind for row in s.rows])
        for s in sections
    ]


def shows(change):
    return change.is_change


def test_changes_stand_under_the_outermost_heading():
    changes = [
        change(after=paragraph("Roads", "Speed"), kind="added"),
        change(after=paragraph("Roads", "Parking"), kind="unchanged"),
        change(after=paragraph("Towns"), kind="added"),
    ]
    sections = Sections(changes)
    assert told(sections.set_out(changes, shows)) == [
        ("Roads", ["added", "folded"]),
        ("Towns", ["added"]),
    ]


def test_a_heading_that_all_stand_under_tells_nothing_apart():
    assert outermost([["The plan", "Roads"], ["The plan", "Towns"]]) == 1
    assert outermost([["Foreword"], ["The plan", "Towns"]]) == 0
    assert outermost([["The plan"], ["The plan"]]) == 0
    assert outermost([]) == 0


def test_headings_without_a_change_are_folded_together():
    changes = [
        change(after=paragraph("One"), kind="unchanged"),
        change(after=paragraph("Two"), kind="unchanged"),
        change(after=paragraph("Three"), kind="added"),
    ]
    assert told(Sections(changes).set_out(changes, shows)) == [
        ("", ["folded"]),
        ("Three", ["added"]),
    ]


def test_what_was_removed_stands_under_the_new_name_of_its_heading():
    changes = [
        change(paragraph("Traffic"), paragraph("Roads")),
        change(before=paragraph("Traffic"), kind="removed"),
        change(after=paragraph("Towns"), kind="added"),
    ]
    assert told(Sections(changes).set_out(changes, shows)) == [
        ("Roads", ["reworded", "removed"]),
        ("Towns", ["added"]),
    ]


def test_a_heading_that_went_with_all_under_it_is_still_said():
    changes = [
        change(paragraph("Roads"), paragraph("Roads")),
        change(before=paragraph("Fraud"), kind="removed"),
    ]
    titles = [section.title for section in Sections(changes).set_out(changes, shows)]
    assert titles == ["Roads", "Fraud"]


def test_text_before_the_first_heading_has_a_place():
    changes = [change(after=paragraph(), kind="added"), change(after=paragraph("Roads"))]
    assert Sections(changes).set_out(changes, shows)[0].title == NO_HEADING


def test_the_choices_are_the_headings_with_a_change():
    changes = [
        change(after=paragraph("Roads", "Speed"), kind="added"),
        change(after=paragraph("Roads", "Parking"), kind="added"),
        change(after=paragraph("Yr Iaith Gymraeg"), kind="added"),
    ]
    choices = Sections(changes).choices(changes)
    assert [(c.key, c.depth, c.number) for c in choices] == [
        ("roads", 0, 2),
        ("roads/speed", 1, 1),
        ("roads/parking", 1, 1),
        ("yr-iaith-gymraeg", 0, 1),
    ]
