"""What the forms of single minutes accept and refuse, in whose words."""

from datetime import date

import pytest

from meetings.forms import ActionForm, EntryForm, ExcludeForm
from meetings.models import MinuteEntry
from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    PanelMemberFactory,
    VoteFactory,
)

pytestmark = pytest.mark.django_db


def on(name, day):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def entry_form(**typed):
    entry = MinuteEntry(item=AgendaItemFactory(), position=1)
    return EntryForm({"kind": "discussion", "text": "Said.", **typed}, instance=entry)


def test_an_entry_needs_no_vote_and_no_owner():
    form = entry_form()
    assert form.is_valid(), form.errors
    assert (form.vote, form.task) == (None, None)


def test_a_resolution_has_its_vote():
    form = entry_form(kind="resolution", mover="A", votes_for="9", votes_against="0")
    assert form.is_valid(), form.errors
    assert (form.vote["mover"], form.vote["votes_for"], form.vote["votes_against"]) == ("A", 9, 0)


def test_a_resolution_without_a_vote_has_none():
    form = entry_form(kind="resolution")
    assert form.is_valid()
    assert form.vote is None


@pytest.mark.parametrize("kind", ["action", "undertaking"])
def test_an_action_has_an_owner_and_a_day(kind):
    form = entry_form(kind=kind, owner="Clerk", **on("due_on", date(2027, 1, 8)))
    assert form.is_valid(), form.errors
    assert form.task == {"owner": "Clerk", "due_on": date(2027, 1, 8)}


def test_nobody_need_be_named_yet():
    form = entry_form(kind="action")
    assert form.is_valid(), form.errors
    assert form.task == {"owner": "", "due_on": None}


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"owner": "Clerk"}, "kind", "Only an action or an undertaking"),
        ({"is_unanimous": "on"}, "kind", "Only a resolution is voted on"),
        (
            {"kind": "resolution", "is_unanimous": "on", "votes_against": "2"},
            "is_unanimous",
            "not unanimous",
        ),
        (
            {"kind": "resolution", "votes_for": "2", "names_for": "Ann Ash"},
            "names_for",
            "1 name is given",
        ),
        (
            {"kind": "resolution", "veto_of": "precept", "votes_for": "9", "membership": "12"},
            "membership_because",
            "has 1 member on the day of the meeting. Say why it is 12 here.",
        ),
    ],
)
def test_an_entry_that_does_not_fit_is_refused(typed, field, message):
    PanelMemberFactory()
    form = entry_form(**typed)
    assert message in form.errors[field][0]


def test_a_membership_that_is_not_on_the_list_says_why():
    form = entry_form(
        kind="resolution",
        veto_of="precept",
        votes_for="9",
        membership="12",
        membership_because="One seat was vacant.",
    )
    assert form.is_valid(), form.errors
    assert form.vote["membership_because"] == "One seat was vacant."


@pytest.mark.parametrize(("typed", "level"), [({}, 0), ({"level": "1"}, 1), ({"level": "2"}, 2)])
def test_an_entry_stands_where_it_is_put(typed, level):
    form = entry_form(**typed)
    assert form.is_valid(), form.errors
    assert form.instance.level == level


def test_an_entry_to_change_shows_its_vote_or_its_action():
    vote, action = VoteFactory(mover="A", names_for="Ann Ash"), ActionFactory(owner="Clerk")
    form = EntryForm(instance=vote.entry)
    assert form.initial["mover"] == "A"
    assert (form.has_names, form.has_veto) == (True, False)
    assert EntryForm(instance=action.entry).initial["owner"] == "Clerk"


def test_the_paragraphs_offered_are_those_of_the_nation():
    offered = [number for number, _ in ExcludeForm().fields["paragraph"].choices]
    assert offered == [1, 2, 3, 4, 5, 6, 7]


def test_a_welsh_panel_is_offered_its_own_paragraphs():
    panel = Panel.current()
    panel.nation = "WLS"
    history.save(panel, by=None, why="For a test")
    offered = [number for number, _ in ExcludeForm().fields["paragraph"].choices]
    assert offered == [12, 13, 14, 15, 16, 17, 18]


def test_an_action_may_lose_its_owner_and_its_day():
    form = ActionForm({"owner": "", "seen": "x"}, instance=ActionFactory())
    assert form.is_valid(), form.errors
