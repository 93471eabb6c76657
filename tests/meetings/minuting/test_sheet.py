"""The minutes on their page, and what comes back of it where no scripts run."""

from uuid import UUID, uuid4

import pytest
from django.http import QueryDict

from meetings import actions
from meetings.minuting import sheet
from meetings.models import MinuteEntry
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, MinuteEntryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(db):
    return AgendaItemFactory(meeting=MeetingFactory(state="in progress"))


def row_of(entry, **fields):
    words = {name: getattr(entry, name) for name in sheet.WORDS}
    stamp = history.stamp(entry)
    return sheet.Row(
        **words | {"uid": str(entry.uid), "item": entry.item_id, "seen": stamp} | fields
    )


def new(item, text, **fields):
    return sheet.Row(uid=str(uuid4()), item=item.pk, text=text, **fields)


def save(item, *rows, by):
    """Send the page with these rows, as a browser does."""
    sent = QueryDict(mutable=True)
    for row in rows:
        sent.appendlist("row", row.name)
        for name in sheet.WORDS:
            sent[f"{row.uid}-{name}"] = str(getattr(row, name)).replace("\n", "\r\n")
        if row.is_removed:
            sent[f"{row.uid}-remove"] = "yes"
    return sheet.save(item.meeting, sent, by=by)


def minuted(item):
    found = item.entries.order_by("position", "pk")
    return list(found.values_list("kind", "level", "text"))


def test_what_is_typed_is_saved_and_the_rest_left_alone(item, officer):
    entry, other = MinuteEntryFactory(item=item), MinuteEntryFactory(item=item)
    rows = (
        row_of(entry, text="Changed.\nIn two lines.", kind="advice"),
        row_of(other),
        new(item, "New.", level=1),
        new(item, ""),
    )
    assert save(item, *rows, by=officer) == (2, [])
    assert minuted(item) == [
        ("advice", 0, "Changed.\nIn two lines."),
        (other.kind, other.level, other.text),
        ("discussion", 1, "New."),
    ]
    assert other.history.count() == 1


def test_page_sent_twice_minutes_once(item, officer):
    row = new(item, "Said once.")
    for _ in range(2):
        save(item, row, by=officer)
    assert minuted(item) == [("discussion", 0, "Said once.")]
    assert MinuteEntry.objects.get().history.count() == 1


def test_row_that_was_left_alone_takes_back_nothing(item, officer, clerk):
    entry = MinuteEntryFactory(item=item)
    old = row_of(entry)
    save(item, row_of(entry, text="The clerk's words."), by=clerk)
    assert save(item, old, by=officer) == (0, [])
    assert MinuteEntry.objects.get().text == "The clerk's words."


def test_removed_row_is_removed(item, officer):
    row = row_of(MinuteEntryFactory(item=item), is_removed=True)
    assert save(item, row, by=officer) == (1, [])
    assert minuted(item) == []


def test_two_who_changed_one_entry_are_shown_both(item, officer, clerk):
    entry = MinuteEntryFactory(item=item)
    mine = row_of(entry, text="Mine.")
    save(item, row_of(entry, text="Theirs."), by=clerk)
    saved, [failed] = save(item, mine, by=officer)
    assert (saved, failed.text, failed.theirs) == (0, "Mine.", "Discussion: Theirs.")
    assert str(clerk) in failed.message
    shown = sheet.read(item.meeting, user=officer, failed=[failed])
    [row] = [row for row in shown.blocks[0].rows if not row.is_spare]
    assert (row.text, shown.problems[0]["target"]) == ("Mine.", row.target)
    # What is shown is as of now, so saving again decides.
    assert save(item, row, by=officer) == (1, [])
    assert MinuteEntry.objects.get().text == "Mine."


def test_words_in_an_entry_that_someone_removed_can_be_put_back(item, officer, clerk):
    entry = MinuteEntryFactory(item=item)
    mine = row_of(entry, text="Mine.")
    actions.remove_entry(entry, by=clerk)
    saved, [failed] = save(item, mine, by=officer)
    assert (saved, failed.text) == (0, "Mine.")
    assert f"{clerk} removed this entry" in failed.message
    shown = sheet.read(item.meeting, user=officer, failed=[failed])
    assert shown.blocks[0].rows[0].text == "Mine."
    assert save(item, shown.blocks[0].rows[0], by=officer) == (1, [])
    assert minuted(item) == [("discussion", 0, "Mine.")]


def test_emptied_row_keeps_its_words_and_says_how_to_remove_them(item, officer):
    entry = MinuteEntryFactory(item=item)
    saved, [failed] = save(item, row_of(entry, text=""), by=officer)
    assert saved == 0
    assert "A minute has words" in failed.message
    assert minuted(item) == [(entry.kind, entry.level, entry.text)]


def test_words_under_an_item_taken_off_are_shown_under_the_last(item, officer):
    gone = AgendaItemFactory(meeting=item.meeting)
    row = new(gone, "Said under it.")
    gone.delete()
    saved, [failed] = save(item, row, by=officer)
    assert saved == 0
    assert "taken off the agenda" in failed.message
    shown = sheet.read(item.meeting, user=officer, failed=[failed])
    assert [row.text for row in shown.blocks[-1].rows if row.text] == ["Said under it."]
    assert shown.problems[0]["text"].startswith(f"Item {shown.blocks[-1].number}: ")


@pytest.mark.parametrize(
    "fields",
    [
        {"uid": "seven"},
        {"item": 0},
        {"kind": "joke"},
        {"text": "x" * 20_001},
    ],
)
def test_what_no_page_sends_is_refused_in_words(item, officer, fields):
    row = new(item, "Words.")
    for name, value in fields.items():
        setattr(row, name, value)
    saved, [failed] = save(item, row, by=officer)
    assert saved == 0
    assert failed.message.endswith(".")
    assert minuted(item) == []


@pytest.mark.parametrize("seen", ["x", "²", "9" * 40])
def test_stamp_that_is_none_takes_nothing_over(item, officer, seen):
    entry = MinuteEntryFactory(item=item)
    saved, [failed] = save(item, row_of(entry, text="Other.", seen=seen), by=officer)
    assert (saved, failed.text) == (0, "Other.")
    assert MinuteEntry.objects.get().text == entry.text


def test_each_item_has_room_to_type_under_a_name_of_its_own(item, officer):
    AgendaItemFactory(meeting=item.meeting)
    shown = sheet.read(item.meeting, user=officer)
    spare = [row for block in shown.blocks for row in block.rows]
    assert len(spare) == 2 * sheet.SPARE
    assert len({UUID(row.uid) for row in spare}) == len(spare)
