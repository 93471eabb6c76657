"""Approving minutes and correcting them, without scripts."""

import pytest
from django.urls import reverse

from meetings.models import Correction, Meeting, MinuteEntry
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MinuteEntryFactory

ELSEWHERE = {
    "item": "elsewhere",
    "approved_on_day": "1",
    "approved_on_month": "11",
    "approved_on_year": "2026",
    "why": "The signed copy.",
}


def page_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def entry(db):
    """A minute of June, in a finished draft."""
    return MinuteEntryFactory(
        text="Crime fell by 4%.",
        item__meeting__starts_at="2026-06-12T10:00Z",
        item__meeting__state="draft minutes",
    )


@pytest.fixture
def item(db):
    """Where September comes to the minutes of the last meeting."""
    return AgendaItemFactory(
        standing="minutes",
        title="Minutes",
        meeting__starts_at="2026-09-25T09:00Z",
        meeting__state="in progress",
    )


def url_of(entry, name="approve_minutes"):
    return reverse(f"meetings:{name}", args=[entry.item.meeting_id])


def minutes_of(meeting):
    return reverse("meetings:minutes", args=[meeting.pk])


def corrected(entry, item, text, seen=None):
    """What is sent with one correction."""
    stamp = seen or history.stamp(entry)
    return {
        "item": item.pk,
        "chosen": entry.pk,
        f"reads_{entry.pk}": text,
        f"seen_{entry.pk}": stamp,
    }


def test_the_next_meeting_and_its_item_are_offered(clerk, client_of, entry, item):
    form = client_of(clerk).get(url_of(entry)).context["form"]
    assert form["item"].value() == str(item.pk)
    page = page_of(client_of(clerk).get(url_of(entry)))
    assert "25 September 2026, item 1. Minutes" in page
    assert "1.1: Crime fell by 4%." in page


def test_the_item_for_the_minutes_leads_to_their_approval(clerk, member, client_of, entry, item):
    address = f"{url_of(entry)}?at={item.pk}"
    words = "Record the approval of the minutes of 12 June 2026"
    page = page_of(client_of(clerk).get(minutes_of(item.meeting)))
    assert address in page
    assert words in page
    assert words not in page_of(client_of(member).get(minutes_of(item.meeting)))
    assert words not in page_of(client_of(clerk).get(minutes_of(entry.item.meeting)))
    other = AgendaItemFactory(meeting=item.meeting)
    form = client_of(clerk).get(f"{url_of(entry)}?at={other.pk}").context["form"]
    assert form["item"].value() == str(other.pk)


def test_corrections_are_added_and_taken_away_with_what_was_typed(clerk, client_of, entry, item):
    client = client_of(clerk)
    other = MinuteEntryFactory(item=entry.item, text="Burglary rose.")
    typed = {**corrected(entry, item, "Crime fell by 3%."), "others": "A line"}
    page = page_of(client.post(url_of(entry), {**typed, "pick": other.pk, "then": "add"}))
    assert "Crime fell by 3%.</textarea>" in page
    assert "Burglary rose.</textarea>" in page
    assert "A line</textarea>" in page
    both = {**typed, "chosen": [entry.pk, other.pk], f"reads_{other.pk}": "x"}
    page = page_of(client.post(url_of(entry), {**both, "then": f"drop-{entry.pk}"}))
    assert "Crime fell by 3%." not in page
    assert entry.item.meeting.state == "draft minutes"


def test_what_would_happen_is_shown_before_it_does(clerk, client_of, entry, item):
    typed = corrected(entry, item, "Crime fell by 3%.")
    page = page_of(client_of(clerk).post(url_of(entry), {**typed, "then": "check"}))
    assert "That the minutes of the meeting held on 12 June 2026 be approved" in page
    assert "Minute 1.1 to read: “Crime fell by 3%.”" in page
    assert "[deleted: " in page
    assert not Correction.objects.exists()
    assert not item.entries.exists()


def test_minutes_are_approved_with_a_correction(clerk, client_of, entry, item):
    client = client_of(clerk)
    typed = {**corrected(entry, item, "Crime fell by 3%."), "others": "", "then": "do"}
    assert client.post(url_of(entry), typed).url == minutes_of(entry.item.meeting)
    june = Meeting.objects.get(pk=entry.item.meeting_id)
    assert (june.state, june.approved_in.item) == ("approved minutes", item)
    assert MinuteEntry.objects.get(pk=entry.pk).text == "Crime fell by 3%."
    page = page_of(client.get(minutes_of(june)))
    assert "Crime fell by 4%." in page  # as it was drafted


def test_a_correction_that_corrects_nothing_is_refused(clerk, client_of, entry, item):
    typed = {**corrected(entry, item, "Crime  fell by 4%. "), "then": "check"}
    page = page_of(client_of(clerk).post(url_of(entry), typed))
    assert "Minute 1.1 reads so already. Change it, or take it away" in page
    page = page_of(client_of(clerk).post(url_of(entry), {**typed, f"reads_{entry.pk}": ""}))
    assert "Enter what minute 1.1 should read" in page


def test_a_minute_that_changed_meanwhile_is_shown_as_it_now_is(clerk, client_of, entry, item):
    typed = {**corrected(entry, item, "Crime fell by 3%."), "then": "do"}
    entry.text = "Crime rose."
    history.save(entry, by=None, why="Changed meanwhile")
    client = client_of(clerk)
    response = client.post(url_of(entry), typed)
    page = page_of(response)
    assert "Minute 1.1 was changed by someone else meanwhile" in page
    assert "Crime rose." in page
    assert "Crime fell by 3%.</textarea>" in page
    form = response.context["form"]
    again = {**typed, f"seen_{entry.pk}": form[f"seen_{entry.pk}"].value()}
    assert client.post(url_of(entry), again).status_code == 302


def test_whoever_comes_second_is_told(clerk, officer, client_of, entry, item):
    typed = {"item": item.pk, "then": "do"}
    client_of(clerk).post(url_of(entry), typed)
    page = page_of(client_of(officer).post(url_of(entry), typed, follow=True))
    assert "These minutes are approved already." in page
    assert item.entries.count() == 1


def test_minutes_whose_meeting_is_not_recorded_are_approved_by_a_day(clerk, client_of, entry):
    client = client_of(clerk)
    page = page_of(client.post(url_of(entry), {"item": "elsewhere", "then": "check"}))
    assert "Enter when the panel approved them" in page
    assert "Enter how it is known that they were approved" in page
    page = page_of(client.post(url_of(entry), {**ELSEWHERE, "then": "check"}))
    assert "The minutes were approved on 1 November 2026" in page
    client.post(url_of(entry), {**ELSEWHERE, "then": "do"})
    june = Meeting.objects.get()
    assert june.minutes_are_approved
    assert june.history.latest().history_change_reason.endswith("2026: The signed copy.")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"approved_on_year": "2099"}, "must be today or earlier"),
        ({"approved_on_month": "5"}, "Minutes cannot be approved before the meeting"),
        ({"others": "Something"}, "Corrections are recorded in the minutes of the meeting that"),
    ],
)
def test_a_day_that_cannot_be_is_refused(clerk, client_of, entry, changed, said):
    page = page_of(client_of(clerk).post(url_of(entry), {**ELSEWHERE, **changed, "then": "do"}))
    assert said in page


def test_approved_minutes_are_corrected_beside_them(clerk, client_of, entry, item):
    client, url = client_of(clerk), url_of(entry, "correct_minutes")
    assert "not approved yet" in page_of(client.get(url, follow=True))
    client.post(url_of(entry), {**ELSEWHERE, "then": "do"})
    assert "Choose" in page_of(client.get(url))
    typed = corrected(entry, item, "Crime fell by 3%.", seen="none")
    page = page_of(client.post(url, {**typed, "then": "check"}))
    assert "That this correction be made to the minutes" in page
    client.post(url, {**typed, "then": "do"})
    assert MinuteEntry.objects.get(pk=entry.pk).text == "Crime fell by 4%."
    assert Correction.objects.get().reads == "Crime fell by 3%."
    page = page_of(client.post(url, {**typed, "then": "do"}))
    assert "was changed by someone else meanwhile" in page


def test_a_correction_that_corrects_no_minute_is_refused(clerk, client_of, entry, item):
    client_of(clerk).post(url_of(entry), {**ELSEWHERE, "then": "do"})
    url = url_of(entry, "correct_minutes")
    page = page_of(client_of(clerk).post(url, {"item": item.pk, "then": "check"}))
    assert "Choose a minute that is to be corrected" in page


def test_members_may_not_correct(member, client_of, entry):
    for name in ("approve_minutes", "correct_minutes"):
        assert client_of(member).get(url_of(entry, name)).status_code == 403


def test_the_item_for_the_minutes_is_first_and_chosen(entry, item, officer, client_of):
    AgendaItemFactory(meeting=item.meeting, title="Earlier business", position=0)
    form = client_of(officer).get(url_of(entry)).context["form"]
    (_, (_, items), *_) = form.fields["item"].choices
    assert items[0][0] == str(item.pk) == form["item"].value()


def test_meetings_of_one_day_are_told_apart(entry, item, officer, client_of):
    AgendaItemFactory(meeting__starts_at="2026-09-25T13:00Z", meeting__title="Confirmation hearing")
    page = page_of(client_of(officer).get(url_of(entry)))
    assert "25 September 2026, 10am, " in page
    assert "25 September 2026, 2pm, Confirmation hearing, item" in page
