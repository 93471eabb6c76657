"""A whole meeting of about 120 entries, typed faster than anyone types: nothing is lost, nothing is
there twice, and a key is never waited for."""

from tests.factories.accounts import UserFactory
from tests.journeys.taking import Typist, meeting_with, minuted

ITEMS, ENTRIES = 8, 15
SLASH = {"resolution": "/r ", "action": "/a ", "recommendation": "/rec ", "discussion": ""}
KINDS = ("discussion", "discussion", "resolution", "discussion", "action")


def test_whole_meeting_is_typed_without_a_lost_or_doubled_entry(new_page, transactional_db) -> None:
    meeting = meeting_with(ITEMS)
    typist = Typist(new_page(user=UserFactory(is_officer=True)), meeting)
    expected = []
    typist.go_to(meeting.items.first())
    for number, item in enumerate(meeting.items.order_by("position"), start=1):
        said = []
        for one in range(1, ENTRIES + 1):
            kind = KINDS[one % len(KINDS)]
            text = f"Item {number}, entry {one}: what was said about it, and by whom."
            said.append(SLASH[kind] + text)
            expected.append((item.number, kind, 0, text))
        typist.type(*said, at_once=True)
        typist.press("Alt+ArrowDown")
    typist.is_all_saved()
    assert minuted(meeting) == expected
    assert typist.texts == [text for *_, text in expected]
