"""The letter to members when the papers for a meeting are out."""

from datetime import UTC, date, datetime

import pytest

from meetings import related
from meetings.models import Meeting, Pack
from meetings.plugs.reminders import Out, papers_out, write
from meetings.related import Link
from pcp_scrutiny.reminders import sending
from tests.factories.accounts import UserFactory
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    PackFactory,
    PanelMemberFactory,
    PaperFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 1)
MADE = {"state": Pack.State.MADE, "sha256": "0" * 64, "pages": 9}


def published(**fields):
    fields.setdefault("published_on", DAY)
    return MeetingFactory(state=Meeting.State.AGENDA_PUBLISHED, **fields)


@pytest.fixture
def out(member):
    """A meeting whose papers are out."""
    meeting = published(title="Estermere Police and Crime Panel")
    publish(meeting, 1)
    return meeting


def told(on=DAY):
    return [(reminder.to.email, reminder.thing.meeting) for reminder in papers_out(on)]


def test_member_is_told_of_the_papers_once(member, out, mailoutbox):
    for day in (DAY, date(2026, 12, 2)):
        sending.send(day)
    [letter] = mailoutbox
    assert letter.to == [member.email]
    assert letter.subject == "Agenda and papers for the meeting on 11 December 2026"
    assert "Friday 11 December 2026 at 10:30am\nCouncil Chamber\n" in letter.body
    assert f"http://127.0.0.1:8000/meetings/{out.pk}/\n" in letter.body


def test_pack_for_the_other_audience_is_no_news(member, out, mailoutbox):
    sending.send(DAY)
    publish(out, 2, audience=Pack.Audience.FULL)
    sending.send(date(2026, 12, 2))
    assert len(mailoutbox) == 1


def publish(meeting, day, version=1, **fields):
    """A pack published in December, at noon of that day."""
    at = datetime(2026, 12, day, 12, tzinfo=UTC)
    by = {"published_at": at, "published_by": UserFactory(), "version": version}
    return PackFactory(meeting=meeting, **MADE | by | fields)


def test_pack_that_is_made_and_not_published_is_no_news(member, out, mailoutbox):
    sending.send(DAY)
    PackFactory(meeting=out, **MADE)
    sending.send(date(2026, 12, 3))
    assert len(mailoutbox) == 1


def test_next_version_is_told_once_for_all_audiences(member, out, mailoutbox):
    publish(out, 1, audience=Pack.Audience.FULL)
    sending.send(DAY)
    publish(out, 2, 2)
    sending.send(date(2026, 12, 2))
    publish(out, 3, 2, audience=Pack.Audience.FULL)
    sending.send(date(2026, 12, 3))
    first, newer = mailoutbox
    assert first.subject == "Agenda and papers for the meeting on 11 December 2026"
    assert newer.subject == "A newer agenda pack for the meeting on 11 December 2026"
    assert "A newer agenda pack is published. It takes the place" in newer.body
    assert "The agenda is published" not in newer.body


def test_each_version_and_supplement_is_told(member, out, mailoutbox):
    sending.send(DAY)
    for day, version, supplement in ((2, 1, 1), (3, 2, 0), (4, 1, 2)):
        publish(out, day, version, supplement=supplement)
        sending.send(date(2026, 12, day))
    assert [letter.subject.split(" for ")[0] for letter in mailoutbox] == [
        "Agenda and papers",
        "Supplement 1 to the agenda pack",
        "A newer agenda pack",
        "Supplement 2 to the agenda pack",
    ]
    assert "Supplement 1 to the agenda pack is published, with papers" in mailoutbox[1].body


def test_supplements_of_one_night_are_told_together(member, out, mailoutbox):
    sending.send(DAY)
    publish(out, 2, supplement=1)
    publish(out, 2, supplement=1, audience=Pack.Audience.FULL)
    publish(out, 3, supplement=2)
    sending.send(date(2026, 12, 3))
    _, letter = mailoutbox
    assert letter.subject.startswith("Supplements 1 and 2 to the agenda pack for")
    assert "Supplements 1 and 2 to the agenda pack are published" in letter.body


def test_supplement_that_the_next_version_contains_is_not_told(member, out, mailoutbox):
    sending.send(DAY)
    publish(out, 2, supplement=1)
    publish(out, 3, 2)
    sending.send(date(2026, 12, 4))
    assert [letter.subject.split(" for ")[0] for letter in mailoutbox[1:]] == [
        "A newer agenda pack"
    ]


def test_who_was_told_nothing_before_is_told_once_that_the_papers_are_out(member, out, mailoutbox):
    publish(out, 2, 2)
    publish(out, 2, supplement=1)
    for day in (2, 3):
        sending.send(date(2026, 12, day))
    [letter] = mailoutbox
    assert letter.subject == "Agenda and papers for the meeting on 11 December 2026"


def test_what_is_published_tomorrow_is_no_news_today(member, out):
    publish(out, 2, 2)
    assert len(list(papers_out(DAY))) == 1
    assert len(list(papers_out(date(2026, 12, 2)))) == 2


def test_day_without_cron_loses_nothing(member, out):
    assert told(date(2026, 12, 10)) == [(member.email, out)]


@pytest.mark.parametrize("state", ["planned", "in progress", "draft minutes"])
def test_no_letter_before_the_agenda_is_published_or_once_the_meeting_has_begun(member, state):
    publish(MeetingFactory(state=state), 1)
    assert told() == []


def test_no_letter_without_a_published_pack(member):
    PackFactory(meeting=published(), **MADE)
    assert told() == []


def test_no_letter_about_a_meeting_that_was(member):
    at = datetime(2026, 11, 30, 10, tzinfo=UTC)
    publish(published(starts_at=at), 1)
    assert told() == []


def test_no_letter_before_the_day_of_publication(member):
    publish(published(published_on=date(2026, 12, 2)), 1)
    assert told() == []


def test_members_are_those_by_role_and_those_who_serve_and_work_here(out, member, clerk, officer):
    PanelMemberFactory(user=clerk)
    PanelMemberFactory(user=officer, ended=date(2026, 11, 30))
    PanelMemberFactory(user=UserFactory())  # has no role: could not read what the letter leads to
    UserFactory(is_member=True, is_active=False)
    assert sorted(told()) == sorted([(clerk.email, out), (member.email, out)])


def test_letter_leads_to_what_other_apps_have_to_read(member, out, monkeypatch):
    link = Link("Your briefing", "/briefing/")
    monkeypatch.setattr(related, "of_meetings", [lambda _user, _found: {out.pk: [link]}])
    assert "Your briefing\nhttp://127.0.0.1:8000/briefing/\n" in write(member, [Out(out)], DAY).body


def test_letter_says_nothing_of_what_is_on_the_agenda(member, out):
    item = AgendaItemFactory(meeting=out, title="A complaint", restricted_under=1)
    PaperFactory(item=item, title="About a person")
    body = write(member, [Out(out)], DAY).body
    assert "complaint" not in body.lower()
    assert "person" not in body


def test_member_who_is_told_of_two_meetings_has_one_letter(member, out, mailoutbox):
    other = published(starts_at=datetime(2026, 12, 18, 10, tzinfo=UTC))
    publish(other, 1)
    sending.send(DAY)
    [letter] = mailoutbox
    assert letter.subject.endswith("on 11 December 2026 and 18 December 2026")
    assert letter.body.count("The agenda is published for") == 2


def test_letter_names_the_time_where_the_panel_is(member):
    meeting = published(starts_at=datetime(2027, 6, 11, 9, 30, tzinfo=UTC))
    assert "at 10:30am" in write(member, [Out(meeting)], DAY).body


@pytest.mark.parametrize("number", [1, 3])
def test_telling_takes_a_fixed_number_of_queries(out, number, django_assert_num_queries):
    for _ in range(number - 1):
        UserFactory(is_member=True)
    with django_assert_num_queries(2):
        assert len(told()) == number
