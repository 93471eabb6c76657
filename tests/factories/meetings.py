"""Meetings, their agendas, papers and minutes for tests."""

from datetime import UTC, date, datetime

import factory

from meetings.models import (
    Action,
    AgendaItem,
    Attendance,
    Declaration,
    Meeting,
    MinuteEntry,
    Pack,
    PanelMember,
    Paper,
    Vote,
)
from pcp_scrutiny import pdf
from tests.factories.accounts import UserFactory
from tests.factories.files import PDF_TYPE, tagged_pdf
from tests.factories.plans import ReceivedFileFactory
from tests.factories.records import RecordFactory


class PanelMemberFactory(RecordFactory):
    """A councillor who serves since 2024."""

    class Meta:
        model = PanelMember

    name = factory.Sequence(lambda n: f"Councillor {n:03}")
    authority = "Westbrook District Council"
    started = date(2024, 5, 20)


class MeetingFactory(RecordFactory):
    """A planned meeting on Friday 11 December 2026."""

    class Meta:
        model = Meeting

    title = factory.Sequence(lambda n: f"Police and Crime Panel {n}")
    starts_at = datetime(2026, 12, 11, 10, 30, tzinfo=UTC)
    venue = "Council Chamber"
    how_to_attend = "The public gallery is open."


class AgendaItemFactory(RecordFactory):
    """The next item of its meeting's agenda."""

    class Meta:
        model = AgendaItem

    meeting = factory.SubFactory(MeetingFactory)
    position = factory.LazyAttribute(lambda item: item.meeting.items.count() + 1)
    number = factory.LazyAttribute(lambda item: str(item.position))
    title = factory.Sequence(lambda n: f"Business {n}")


class PaperFactory(RecordFactory):
    """A paper written here."""

    class Meta:
        model = Paper

    item = factory.SubFactory(AgendaItemFactory)
    position = factory.LazyAttribute(lambda paper: paper.item.papers.count() + 1)
    title = factory.Sequence(lambda n: f"Report {n}")
    text = "Members are asked to note this report."


class UploadedPaperFactory(PaperFactory):
    """A tagged PDF of one page that someone sent in; ``data`` for another, ``name`` for what its
    sender called it."""

    class Meta:
        exclude = ("data", "name")

    kind = Paper.UPLOADED
    text = ""
    name = "performance.pdf"
    data = factory.LazyFunction(tagged_pdf)
    file = factory.LazyAttribute(
        lambda paper: ReceivedFileFactory(name=paper.name, media_type=PDF_TYPE, data=paper.data)
    )
    printed = factory.SelfAttribute("file")
    pages = factory.LazyAttribute(lambda paper: pdf.count_pages(paper.data))


class AttendanceFactory(RecordFactory):
    """Someone present."""

    class Meta:
        model = Attendance

    meeting = factory.SubFactory(MeetingFactory)
    name = factory.Sequence(lambda n: f"Person {n}")
    capacity = Attendance.Capacity.OFFICER
    is_co_opted = factory.LazyAttribute(lambda row: bool(row.member and row.member.is_co_opted))
    stands_in_for = factory.LazyAttribute(
        lambda row: row.substitute_for.name if row.substitute_for else ""
    )
    member = None
    substitute_for = None


class DeclarationFactory(RecordFactory):
    """An interest declared."""

    class Meta:
        model = Declaration

    meeting = factory.SubFactory(MeetingFactory)
    name = "Councillor Interested"
    interest = "A trustee of a charity that is mentioned."


class MinuteEntryFactory(RecordFactory):
    """Something said under an item."""

    class Meta:
        model = MinuteEntry

    item = factory.SubFactory(AgendaItemFactory)
    position = factory.LazyAttribute(lambda entry: (entry.item.entries.count() + 1) * 1024)
    restricted_under = factory.LazyAttribute(lambda entry: entry.item.restricted_under)
    text = factory.Sequence(lambda n: f"Members discussed matter {n}.")


class VoteFactory(RecordFactory):
    """A unanimous vote."""

    class Meta:
        model = Vote

    entry = factory.SubFactory(MinuteEntryFactory, kind=MinuteEntry.Kind.RESOLUTION)
    is_unanimous = True


class ActionFactory(RecordFactory):
    """Something the clerk is to do."""

    class Meta:
        model = Action

    entry = factory.SubFactory(MinuteEntryFactory, kind=MinuteEntry.Kind.ACTION)
    owner = "Clerk to the Panel"


class PackFactory(RecordFactory):
    """A pack that waits for its turn."""

    class Meta:
        model = Pack

    meeting = factory.SubFactory(MeetingFactory)
    audience = Pack.Audience.PUBLIC
    asked_by = factory.SubFactory(UserFactory, is_clerk=True)
