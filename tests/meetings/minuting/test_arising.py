"""What the agenda of the next meeting shows by itself, and to whom."""

from datetime import date

import pytest

from meetings import packs
from meetings.minuting import arising
from meetings.models import Action
from pcp_scrutiny import history
from tests.factories.meetings import ActionFactory, AgendaItemFactory, MeetingFactory
from tests.meetings.packs.looking import html_of

pytestmark = pytest.mark.django_db
JUNE = "2026-06-12T10:00Z"


def agreed(**fields) -> Action:
    state = fields.pop("state", "draft minutes")
    meeting = {"entry__item__meeting__starts_at": JUNE, "entry__item__meeting__state": state}
    return ActionFactory(**meeting, **fields)


def owners(meeting, *, is_public) -> list[str]:
    return [matter.owner for matter in packs.read(meeting, is_public=is_public).arising]


def test_what_is_not_done_by_the_day_arises():
    agreed(owner="The clerk")
    for owner, day in (("Before", date(2026, 12, 1)), ("After", date(2026, 12, 20))):
        action = agreed(owner=owner)
        action.done_on, action.outcome = day, "Done."
        history.save(action, by=None, why="Done")
    found = arising.matters(MeetingFactory())
    assert [matter.owner for matter in found] == ["The clerk", "After"]
    assert (found[0].number, found[0].agreed_on) == ("1.1", date(2026, 6, 12))


def test_the_public_pack_says_nothing_of_what_was_said_in_private():
    agreed(owner="Open")
    agreed(owner="Secret", entry__restricted_under=7)
    agreed(owner="Exempt", entry__item__restricted_under=3)
    meeting = MeetingFactory()
    assert owners(meeting, is_public=True) == ["Open"]
    assert set(owners(meeting, is_public=False)) == {"Open", "Secret", "Exempt"}
    assert "Secret" not in html_of(meeting, "public")
    assert "Secret" in html_of(meeting, "full")


def test_packs_say_nothing_out_of_notes():
    agreed(owner="Noted", state="in progress")
    assert owners(MeetingFactory(), is_public=False) == []


@pytest.mark.parametrize("standing", ["matters arising", "minutes"])
def test_the_pack_has_them_under_their_item_or_by_themselves(standing):
    action = agreed()
    meeting = MeetingFactory()
    assert ">Matters arising</h3>" in html_of(meeting, "public")
    AgendaItemFactory(meeting=meeting, standing=standing, title="Business")
    html = html_of(meeting, "public")
    assert ">Matters arising</h3>" not in html
    assert action.entry.text in html


def test_they_do_not_stand_under_an_item_that_is_withheld():
    item = AgendaItemFactory(standing="minutes", restricted_under=1)
    assert arising.place([item]) is None
