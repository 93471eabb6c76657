"""The steps of a meeting's life, as officers take them and others see them."""

from django.urls import reverse

from tests.factories.meetings import ActionFactory, MeetingFactory, MinuteEntryFactory

JUNE = "2026-06-12T10:00Z"


def page_of(response):
    return " ".join(response.content.decode().split())


def url_of(name, meeting):
    return reverse(f"meetings:{name}", args=[meeting.pk])


def test_a_meeting_begins_on_its_day(clerk, client_of):
    past = MeetingFactory(state="agenda published", starts_at=JUNE)
    client, url = client_of(clerk), url_of("begin", past)
    assert url in page_of(client.get(past.get_absolute_url()))
    assert client.post(url).url == url_of("minutes", past)
    past.refresh_from_db()
    assert past.state == "in progress"
    future = MeetingFactory(state="agenda published", starts_at="2099-06-12T10:00Z")
    url = url_of("begin", future)
    page = page_of(client.get(future.get_absolute_url()))
    assert url not in page
    assert "The meeting cannot begin before its day." in page
    assert "cannot begin before its day" in page_of(client.post(url, follow=True))


def test_a_meeting_is_closed(clerk, client_of):
    meeting = MeetingFactory(state="in progress", starts_at=JUNE)
    client, url = client_of(clerk), url_of("close", meeting)
    assert url in page_of(client.get(meeting.get_absolute_url()))
    seen = client.get(url).context["form"].initial["seen"]
    too_early = client.post(url, {"closed_at": "9:15am", "seen": seen})
    assert "A meeting closes after it began." in page_of(too_early)
    no_time = client.post(url, {"closed_at": "at lunch", "seen": seen})
    assert "Enter the time the meeting closed, like 12:45pm" in page_of(no_time)
    page = page_of(client.post(url, {"closed_at": "12:45pm", "seen": seen}, follow=True))
    assert "closed at 12:45pm" in page


def test_a_draft_is_finished_having_seen_what_it_lacks(clerk, client_of):
    action = ActionFactory(owner="", entry__item__meeting__starts_at=JUNE)
    meeting, client = action.entry.item.meeting, client_of(clerk)
    url = url_of("finish", meeting)
    page = page_of(client.get(url))
    assert "It is not recorded who was there." in page
    assert "Minute 1.1 does not say who is to do it." in page
    assert "Finish the draft as it is" in page
    assert client.post(url).url == url_of("minutes", meeting)
    meeting.refresh_from_db()
    assert (meeting.state, meeting.numbered) == ("draft minutes", "item")


def test_minutes_with_nothing_in_them_are_not_finished(clerk, client_of):
    url = url_of("finish", MeetingFactory(starts_at=JUNE))
    page = page_of(client_of(clerk).get(url))
    assert "Nothing is minuted yet." in page
    assert "<button" not in page.partition("<main")[2]
    assert "Nothing is minuted yet." in page_of(client_of(clerk).post(url, follow=True))


def test_a_draft_goes_back_to_notes_with_a_reason(clerk, client_of):
    meeting = MinuteEntryFactory(
        item__meeting__starts_at=JUNE, item__meeting__state="draft minutes"
    ).item.meeting
    client, url = client_of(clerk), url_of("reopen", meeting)
    assert url in page_of(client.get(meeting.get_absolute_url()))
    assert "Why are they to be notes again?" in page_of(client.post(url, {"why": ""}))
    client.post(url, {"why": "Item 4 was left out."})
    meeting.refresh_from_db()
    assert meeting.state == "in progress"
    assert meeting.history.latest().history_user == clerk


def test_members_see_where_a_meeting_is_and_take_no_steps(member, client_of):
    meeting = MeetingFactory(state="in progress", starts_at=JUNE)
    page = page_of(client_of(member).get(meeting.get_absolute_url()))
    assert 'aria-current="step"' in page
    assert "Finish the draft" not in page


def test_a_passed_meeting_with_minutes_is_held_and_can_be_finished(clerk, member, client_of):
    meeting = MinuteEntryFactory(
        item__meeting__starts_at=JUNE, item__meeting__state="planned"
    ).item.meeting
    page = page_of(client_of(clerk).get(meeting.get_absolute_url()))
    assert url_of("finish", meeting) in page
    for user in (clerk, member):
        page = page_of(client_of(user).get(meeting.get_absolute_url()))
        assert "Held<span" in page
        assert "not begun" not in page


def test_a_meeting_that_began_early_has_begun(clerk, client_of):
    meeting = MinuteEntryFactory(
        item__meeting__starts_at="2099-06-12T10:00Z", item__meeting__state="in progress"
    ).item.meeting
    page = page_of(client_of(clerk).get(meeting.get_absolute_url()))
    assert url_of("finish", meeting) in page
    assert "has not been held" not in page
    assert "not begun" not in page
