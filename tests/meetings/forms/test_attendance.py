"""What the forms about attendance accept and refuse, in whose words."""

import pytest

from meetings.forms import AttendanceForm, DeclarationForm, MembersForm
from meetings.forms.attendance import AgainForm, NewcomerForm
from meetings.models import Attendance, Declaration
from meetings.people.attended import Seat
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    PanelMemberFactory,
)

pytestmark = pytest.mark.django_db
NOTHING = "||||"  # a seat that nobody has marked


def form_of(member, seat=None, items=(), **typed):
    data = {f"{name}_{member.pk}": value for name, value in typed.items()} or None
    seats = {member.pk: seat} if seat else {}
    return MembersForm(data, members=[member], seats=seats, items=items)


def test_members_are_marked_as_typed():
    member = PanelMemberFactory()
    form = form_of(member, mark="present", note="Late", was=NOTHING)
    assert form.is_valid()
    assert [(mark.member, mark.was, mark.note) for mark in form.marks()] == [
        (member, "present", "Late")
    ]


def test_members_left_alone_are_not_marked():
    member = PanelMemberFactory()
    seat = Seat(AttendanceFactory(member=member, capacity="member"))
    form = form_of(member, seat, mark="", was=NOTHING)
    assert form.is_valid()
    assert form.marks() == []


def test_whoever_is_not_marked_is_present_with_the_rest():
    member = PanelMemberFactory()
    form = form_of(member, mark="", was=NOTHING)
    assert form.is_valid()
    assert [mark.was for mark in form.marks(rest=True)] == ["present"]


def test_a_mark_that_someone_else_changed_is_not_overwritten():
    member = PanelMemberFactory()
    seat = Seat(AttendanceFactory(member=member, capacity="member", sent_apologies=True))
    form = form_of(member, seat, mark="present", was=NOTHING)
    assert "Someone else marked" in form.errors[f"mark_{member.pk}"][0]


def test_the_same_mark_by_two_people_is_no_conflict():
    member = PanelMemberFactory()
    seat = Seat(AttendanceFactory(member=member, capacity="member"))
    assert form_of(member, seat, mark="present", was=NOTHING).is_valid()


def test_whoever_is_stood_in_for_sent_apologies():
    member = PanelMemberFactory()
    form = form_of(member, mark="", substitute="Other", was=NOTHING)
    assert form.is_valid()
    assert [(mark.was, mark.substitute) for mark in form.marks()] == [("apologies", "Other")]
    form = form_of(member, mark="present", substitute="Other", was=NOTHING)
    assert "did not stand in" in form.errors[f"substitute_{member.pk}"][0]


def test_nobody_stands_in_for_two():
    first, second = PanelMemberFactory.create_batch(2)
    typed = {f"substitute_{member.pk}": "Other" for member in (first, second)}
    typed |= {f"was_{member.pk}": NOTHING for member in (first, second)}
    form = MembersForm(typed, members=[first, second], seats={}, items=[])
    assert form.errors[f"substitute_{second.pk}"] == [f"Other stands in for {first}"]


def test_nobody_leaves_before_they_joined():
    member, meeting = PanelMemberFactory(), MeetingFactory()
    items = [AgendaItemFactory(meeting=meeting) for _ in range(2)]
    came = {"mark": "present", "was": NOTHING, "joined": str(items[1].pk)}
    form = form_of(member, items=items, **came, left=str(items[0].pk))
    assert "cannot have left during item 1" in form.errors[f"left_{member.pk}"][0]
    form = form_of(member, items=items, **came, left=str(items[1].pk))
    assert form.is_valid()
    assert [(mark.joined_at, mark.left_at) for mark in form.marks()] == [(items[1], items[1])]


def test_a_seat_shows_from_when_to_when_the_substitute_sat_there():
    item, member = AgendaItemFactory(), PanelMemberFactory()
    away = AttendanceFactory(member=member, capacity="member", sent_apologies=True)
    other = AttendanceFactory(
        capacity="substitute", name="Other", substitute_for=member, joined_at=item
    )
    assert Seat(away, other).values == {
        "mark": "apologies",
        "note": "",
        "substitute": "Other",
        "joined": str(item.pk),
        "left": "",
    }


def test_someone_is_there_once_in_a_capacity():
    there = AttendanceFactory(name="Ruth", capacity="office")
    form = AttendanceForm(
        {"name": "Ruth", "capacity": "office"}, instance=Attendance(meeting=there.meeting)
    )
    assert form.errors["name"] == ["Ruth is recorded already"]


def test_others_are_not_recorded_as_members():
    form = AttendanceForm(instance=Attendance(meeting=MeetingFactory()))
    choices = dict(form.fields["capacity"].choices)
    assert "member" not in choices
    assert choices["office"] == "Police and Crime Commissioner and staff"


def test_a_substitute_sits_in_a_place_and_others_in_none():
    member, meeting = PanelMemberFactory(), MeetingFactory()

    def form(**typed):
        return AttendanceForm({"name": "Ruth", **typed}, instance=Attendance(meeting=meeting))

    assert form(capacity="substitute").errors["substitute_for"] == [
        "Choose the member in whose place they sat"
    ]
    assert form(capacity="office", substitute_for=member.pk).errors["substitute_for"]
    right = form(capacity="substitute", substitute_for=member.pk)
    assert right.is_valid()
    assert right.instance.role == member.authority


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"name": "Ruth"}, "capacity", "Choose in what capacity Ruth was there"),
        ({"role": "Clerk"}, "name", "Enter the name, or empty the line"),
    ],
)
def test_a_line_for_someone_else_is_whole_or_empty(typed, field, said):
    choices = [("officer", "Officer")]
    assert NewcomerForm(typed, choices=choices).errors[field] == [said]
    assert NewcomerForm({}, choices=choices).is_valid()


def test_those_of_the_last_meeting_come_with_their_posts():
    row = AttendanceFactory(name="Naomi", role="Panel Officer")
    meeting = MeetingFactory()
    form = AgainForm({"again": [row.pk]}, earlier=Attendance.objects.all(), meeting=meeting)
    assert form.is_valid()
    (again,) = form.people()
    assert (again.meeting, again.name, again.capacity, again.role) == (
        meeting,
        "Naomi",
        row.capacity,
        "Panel Officer",
    )


def test_an_interest_is_declared_by_someone_who_was_there_or_serves():
    meeting, member = MeetingFactory(), PanelMemberFactory(name="Councillor A")
    AttendanceFactory(meeting=meeting, name="Ruth")
    form = DeclarationForm(instance=Declaration(meeting=meeting, name="Councillor Gone"))
    groups = dict(form.fields["name"].choices[1:])
    assert groups["Recorded as there"] == [("Ruth", "Ruth")]
    assert [name for name, _ in groups["Not recorded as there"]] == [member.name, "Councillor Gone"]
    typed = {"name": "Stranger", "interest": "A trustee."}
    assert DeclarationForm(typed, instance=Declaration(meeting=meeting)).errors["name"]
