"""Corrections of paragraphs, each with its history, and the comparisons they keep true."""

import pytest
from django.core.exceptions import ValidationError

from pcp_scrutiny import history
from plans import actions
from plans.models import Paragraph, Revision
from tests.factories.plans import PlanVersionFactory
from tests.plans.actions.samples import kinds, labels, why


def test_correct_paragraph_settles_what_was_unsure_and_writes_history(officer):
    version = PlanVersionFactory(texts=["One.", "Two."])
    paragraph = version.paragraphs.first()
    paragraph.unsure = "Is this a number?"
    history.save(paragraph, by=officer, why="Made unsure")
    paragraph.text = "One, corrected."
    actions.correct_paragraph(paragraph, by=officer)
    paragraph.refresh_from_db()
    assert (paragraph.text, paragraph.unsure) == ("One, corrected.", "")
    assert why(paragraph) == "Corrected against the document"


def test_correct_paragraph_from_a_stale_form_is_refused(officer, clerk):
    paragraph = PlanVersionFactory(texts=["One."]).paragraphs.get()
    seen = history.stamp(paragraph)
    history.save(paragraph, by=clerk, why="Changed in between")
    paragraph.text = "Mine."
    with pytest.raises(history.Stale):
        actions.correct_paragraph(paragraph, by=officer, seen=seen)
    assert Paragraph.objects.get().text == "One."


def test_correct_paragraph_keeps_the_comparison_true(pair, officer):
    _, issued = pair
    third = issued.paragraphs.get(label="3")
    third.text = "I will publish the number of hours that officers spend on patrol."
    actions.correct_paragraph(third, by=officer)
    assert kinds(issued) == ["unchanged", "added", "renumbered", "renumbered"]


def test_correct_paragraph_of_the_earlier_version_keeps_the_later_comparison_true(pair, officer):
    draft, issued = pair
    second = draft.paragraphs.get(label="2")
    second.text = issued.paragraphs.get(label="3").text
    actions.correct_paragraph(second, by=officer)
    assert kinds(issued) == ["unchanged", "added", "renumbered", "renumbered"]


def test_correct_paragraph_leaves_the_revisions_it_does_not_touch(pair, officer):
    _, issued = pair
    before = dict(Revision.objects.values_list("pk", "kind"))
    third = issued.paragraphs.get(label="3")
    third.text += " And on foot."
    actions.correct_paragraph(third, by=officer)
    assert dict(Revision.objects.values_list("pk", "kind")) == before


def test_approve_paragraph_settles_what_was_unsure(officer):
    paragraph = PlanVersionFactory(texts=["One."]).paragraphs.get()
    paragraph.unsure = "Is this a number?"
    history.save(paragraph, by=officer, why="Made unsure")
    actions.approve_paragraph(paragraph, by=officer)
    assert Paragraph.objects.get().unsure == ""
    assert why(paragraph) == "Checked: read correctly"


def test_approve_paragraph_that_someone_changed_is_refused(officer, clerk):
    paragraph = PlanVersionFactory(texts=["One."]).paragraphs.get()
    paragraph.unsure = "Is 1 its number?"
    history.save(paragraph, by=None, why="Made unsure")
    seen = history.stamp(paragraph)
    paragraph.text = "Theirs."
    history.save(paragraph, by=clerk, why="Changed in between")
    with pytest.raises(history.Stale):
        actions.approve_paragraph(paragraph, by=officer, seen=seen)
    paragraph.refresh_from_db()
    assert paragraph.unsure


def test_approve_paragraph_that_is_settled_writes_nothing(officer):
    paragraph = PlanVersionFactory(texts=["One."]).paragraphs.get()
    actions.approve_paragraph(paragraph, by=officer)
    assert paragraph.history.count() == 1


def test_add_paragraph_stands_after_the_other(officer):
    version = PlanVersionFactory(texts=["One.", "Two."])
    first = version.paragraphs.get(label="1")
    added = actions.add_paragraph(
        first, label="1(a)", heading=["Priorities"], text="Between.", by=officer
    )
    assert labels(version) == ["1", "1(a)", "2"]
    assert why(added) == "Added: the reading had missed it"


def test_add_paragraph_makes_room_when_there_is_none(officer):
    version = PlanVersionFactory(texts=["One.", "Two."])
    for number in range(12):
        first = version.paragraphs.get(label="1")
        actions.add_paragraph(first, label=f"1({number})", heading=[], text="More.", by=officer)
    assert labels(version) == ["1", *(f"1({n})" for n in reversed(range(12))), "2"]


def test_delete_paragraph_keeps_its_history(officer):
    version = PlanVersionFactory(texts=["One.", "Page 2 of 40"])
    paragraph = version.paragraphs.get(label="2")
    pk = paragraph.pk
    actions.delete_paragraph(paragraph, by=officer)
    assert labels(version) == ["1"]
    row = Paragraph.history.filter(id=pk).latest()
    assert (row.history_type, row.history_user) == ("-", officer)
    assert row.text == "Page 2 of 40"


def test_delete_paragraph_that_someone_changed_is_refused(officer, clerk):
    version = PlanVersionFactory(texts=["One.", "Two."])
    paragraph = version.paragraphs.get(label="2")
    seen = history.stamp(paragraph)
    history.save(paragraph, by=clerk, why="Changed in between")
    with pytest.raises(history.Stale):
        actions.delete_paragraph(paragraph, by=officer, seen=seen)
    assert labels(version) == ["1", "2"]


def test_delete_paragraph_that_is_the_last_is_refused(officer):
    paragraph = PlanVersionFactory(texts=["One."]).paragraphs.get()
    with pytest.raises(ValidationError, match="only paragraph"):
        actions.delete_paragraph(paragraph, by=officer)


def test_delete_paragraph_keeps_the_comparison_true(pair, officer):
    _, issued = pair
    actions.delete_paragraph(issued.paragraphs.get(label="2"), by=officer)
    assert kinds(issued) == ["unchanged", "reworded", "renumbered"]


def test_join_paragraph_adds_its_words_to_the_one_before(officer):
    version = PlanVersionFactory(texts=["One begins", "and ends.", "Three."])
    joined = actions.join_paragraph(version.paragraphs.get(label="2"), by=officer)
    assert joined.text == "One begins and ends."
    assert labels(version) == ["1", "3"]
    assert why(joined) == "Joined with paragraph 2, which followed it"


def test_join_paragraph_that_is_the_first_is_refused(officer):
    version = PlanVersionFactory(texts=["One.", "Two."])
    with pytest.raises(ValidationError, match="no paragraph before"):
        actions.join_paragraph(version.paragraphs.get(label="1"), by=officer)


def test_split_paragraph_puts_the_parts_in_order(officer):
    version = PlanVersionFactory(texts=["All of it.", "Two."])
    paragraph = version.paragraphs.get(label="1")
    parts = [("1", "First."), ("1(a)", "Second."), ("", "Third.")]
    pieces = actions.split_paragraph(paragraph, parts=parts, by=officer)
    assert labels(version) == ["1", "1(a)", "", "2"]
    assert [p.text for p in pieces] == ["First.", "Second.", "Third."]
    assert [bool(p.unsure) for p in pieces] == [False, False, True]
    assert why(pieces[0]) == "Split into 3"
    assert why(pieces[1]) == "Split off paragraph 1"


def test_add_first_paragraph_stands_before_all_others(officer):
    version = PlanVersionFactory(texts=["One.", "Two."])
    for label in ("B", "A"):
        actions.add_first_paragraph(version, label=label, heading=[], text="Before.", by=officer)
    assert labels(version) == ["A", "B", "1", "2"]


def test_add_first_paragraph_makes_room_when_there_is_none(officer):
    version = PlanVersionFactory(texts=["One."])
    for number in range(12):
        actions.add_first_paragraph(
            version, label=str(number), heading=[], text="Before.", by=officer
        )
    assert labels(version) == [*(str(n) for n in reversed(range(12))), "1"]


@pytest.mark.parametrize(
    ("after", "order"),
    [(None, "2134"), ("1", None), ("3", "1324"), ("4", "1342"), ("2", None)],
)
def test_move_paragraph_puts_it_after_another_with_one_row_of_history(after, order, officer):
    version = PlanVersionFactory(texts=["One.", "Two.", "Three.", "Four."])
    second = version.paragraphs.get(label="2")
    rows = Paragraph.history.count()
    above = version.paragraphs.get(label=after) if after else None
    if order is None:
        with pytest.raises(ValidationError):
            actions.move_paragraph(second, after=above, by=officer)
        return
    actions.move_paragraph(second, after=above, by=officer)
    assert "".join(labels(version)) == order
    assert Paragraph.history.count() == rows + 1


def test_step_paragraph_goes_up_and_down_and_stops_at_the_ends(officer):
    version = PlanVersionFactory(texts=["One.", "Two.", "Three."])
    third = version.paragraphs.get(label="3")
    for expected in ("132", "312"):
        actions.step_paragraph(version.paragraphs.get(pk=third.pk), down=False, by=officer)
        assert "".join(labels(version)) == expected
    with pytest.raises(ValidationError, match="first paragraph"):
        actions.step_paragraph(version.paragraphs.get(pk=third.pk), down=False, by=officer)
    actions.step_paragraph(version.paragraphs.get(pk=third.pk), down=True, by=officer)
    assert "".join(labels(version)) == "132"


def test_step_paragraph_again_and_again_makes_room(officer):
    version = PlanVersionFactory(texts=["One.", "Two.", "Three."])
    for turn in range(30):
        second = version.paragraphs.get(label="2")
        actions.step_paragraph(second, down=bool(turn % 2), by=officer)
    assert labels(version) == ["1", "2", "3"]


def test_move_paragraph_takes_the_headings_of_where_it_goes(officer):
    version = PlanVersionFactory(texts=["One.", "Two.", "Three.", "Four."])
    for label in ("3", "4"):
        paragraph = version.paragraphs.get(label=label)
        paragraph.heading = ["Roads"]
        history.save(paragraph, by=officer, why="Under another heading")
    four = version.paragraphs.get(label="4")
    assert actions.step_paragraph(four, down=False, by=officer).heading == ["Roads"]
    four.refresh_from_db()
    assert actions.step_paragraph(four, down=False, by=officer).heading == ["Priorities"]


def test_move_paragraph_from_a_stale_page_is_refused(officer, clerk):
    version = PlanVersionFactory(texts=["One.", "Two."])
    paragraph = version.paragraphs.get(label="1")
    seen = history.stamp(paragraph)
    history.save(paragraph, by=clerk, why="Changed in between")
    with pytest.raises(history.Stale):
        actions.move_paragraph(
            paragraph, after=version.paragraphs.get(label="2"), by=officer, seen=seen
        )
    assert labels(version) == ["1", "2"]


def test_move_paragraph_to_another_version_is_refused(officer):
    paragraph = PlanVersionFactory(texts=["One.", "Two."]).paragraphs.first()
    other = PlanVersionFactory(texts=["One."]).paragraphs.get()
    with pytest.raises(ValidationError, match="this version"):
        actions.move_paragraph(paragraph, after=other, by=officer)
