"""Letters to officers about responses that are due soon or overdue."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from pcp_scrutiny.reminders import sending
from recommendations.models import DueDateRevision
from recommendations.plugs.reminders import responses
from tests.factories.accounts import UserFactory
from tests.factories.recommendations import (
    EntryFactory,
    JudgementFactory,
    LetterFactory,
    RecommendationFactory,
    ResponseFactory,
)

pytestmark = pytest.mark.django_db
DUE = date(2026, 9, 1)
DAY = timedelta(days=1)


def due(reference="2026/01", **fields):
    fields = {"sent_on": date(2026, 6, 20), "due_on": DUE} | fields
    return RecommendationFactory(reference=reference, **fields)


def revise(recommendation, to, on=date(2026, 8, 1)):
    history.create(
        DueDateRevision,
        by=None,
        why="For a test",
        recommendation=recommendation,
        due_on=to,
        decided_on=on,
        reason="The office asked for more time.",
    )


def days_told(first, last):
    """The days on which a letter goes, where cron runs every day."""
    days = [first + n * DAY for n in range((last - first).days + 1)]
    return [day for day in days if sending.send(day).sent]


def test_letter_gives_references_dates_and_links(officer, mailoutbox):
    late, soon = due(), due("2026/02", due_on=date(2026, 9, 20))
    sending.send(date(2026, 9, 8))
    [letter] = mailoutbox
    assert letter.to == [officer.email]
    assert letter.subject == "Responses from the PCC: 1 overdue, 1 due soon"
    site = "http://127.0.0.1:8000/recommendations"
    assert f"2026/01: due by 1 September 2026, 7 days ago\n{site}/{late.pk}/\n" in letter.body
    assert f"2026/02: due by 20 September 2026, in 12 days\n{site}/{soon.pk}/\n" in letter.body
    assert f"{site}/?response=overdue\n" in letter.body
    assert f"{site}/letters/add/\n" in letter.body


def test_due_soon_is_told_once_and_overdue_at_once_and_then_every_fortnight(officer):
    due()
    assert days_told(date(2026, 8, 1), date(2026, 10, 5)) == [
        DUE - 14 * DAY,
        DUE + DAY,
        DUE + 15 * DAY,
        DUE + 29 * DAY,
    ]


def test_all_that_falls_on_a_day_goes_in_one_letter(officer, mailoutbox):
    for number in range(20):
        due(f"2026/{number}")
    sending.send(DUE + DAY)
    assert [letter.subject for letter in mailoutbox] == ["Responses from the PCC: 20 overdue"]


def test_days_without_cron_lose_nothing(officer, mailoutbox):
    due()
    sending.send(DUE + 5 * DAY)
    assert "5 days ago" in mailoutbox[0].body
    assert not sending.send(DUE + 14 * DAY).sent
    assert sending.send(DUE + 16 * DAY).sent


def test_day_of_the_due_date_is_in_time(officer, mailoutbox):
    due()
    sending.send(DUE)
    assert mailoutbox[0].subject == "Responses from the PCC: 1 due soon"
    assert "due by 1 September 2026, today" in mailoutbox[0].body


def test_revised_date_counts_and_begins_anew(officer):
    point = due()
    assert days_told(date(2026, 8, 15), date(2026, 8, 20)) == [date(2026, 8, 18)]
    revise(point, date(2026, 11, 1), on=date(2026, 8, 21))
    assert days_told(date(2026, 8, 22), date(2026, 11, 2)) == [
        date(2026, 10, 18),
        date(2026, 11, 2),
    ]


def test_nothing_is_told_of_what_is_not_sent_has_no_date_or_is_answered(officer):
    due(sent_on=None)
    due("2026/02", due_on=None)
    answered = due("2026/03")
    letter = LetterFactory(version=answered.version, dated=DUE)
    ResponseFactory(recommendation=answered, letter=letter)
    assert list(responses(DUE + 5 * DAY)) == []


@pytest.mark.parametrize("decision", ["withdrawn", "superseded", "satisfied"])
def test_nothing_is_told_of_what_the_panel_is_done_with(officer, decision):
    JudgementFactory(recommendation=due(), decision=decision)
    assert list(responses(DUE + 5 * DAY)) == []


@pytest.mark.parametrize("decision", ["open", "not satisfied"])
def test_what_the_panel_is_not_done_with_is_told(officer, decision):
    JudgementFactory(recommendation=due(), decision=decision)
    assert len(list(responses(DUE + 5 * DAY))) == 1


def test_only_officers_who_can_sign_in_are_told(officer, clerk, member, administrator):
    UserFactory(is_officer=True, is_active=False)
    due()
    assert [reminder.to for reminder in responses(DUE + DAY)] == [officer]


def test_letter_says_nothing_of_what_the_panel_said(officer, mailoutbox):
    secret = EntryFactory(item__restricted_under=1, item__title="A grievance")
    due(text="The grievance should be settled.", theme="Conduct", raised_in=secret)
    sending.send(DUE + DAY)
    for words in ("grievance", "conduct", "settled"):
        assert words not in mailoutbox[0].body.lower()


def test_letter_names_the_office_that_the_panel_scrutinises(officer, mailoutbox):
    office = {"office_short": "Mayor", "office_title": "Mayor of Estermere"}
    history.create(Panel, by=None, why="For a test", pk=1, **office)
    due()
    sending.send(DUE + DAY)
    assert mailoutbox[0].subject == "Responses from the Mayor: 1 overdue"
    assert "Responses from the Mayor of Estermere, as at 2 September 2026." in mailoutbox[0].body
    assert "PCC" not in mailoutbox[0].body


def test_command_sends_it(officer, mailoutbox):
    due()
    call_command("send_reminders", "--on", "2026-09-02", stdout=StringIO())
    assert len(mailoutbox) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_telling_takes_a_fixed_number_of_queries(officer, number, django_assert_num_queries):
    for place in range(number):
        due(f"2026/{place}")
    with django_assert_num_queries(9):
        assert len(list(responses(DUE + DAY))) == number
