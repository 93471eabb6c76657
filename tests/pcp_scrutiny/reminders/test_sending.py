"""A letter goes once: not twice, not where it was refused, and whatever befalls the others."""

import smtplib
import socket
import threading
from datetime import date, timedelta

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.utils import timezone

from pcp_scrutiny.reminders import sending
from pcp_scrutiny.reminders.models import Sent

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


class Refuses(EmailBackend):
    """A mail server that will not have letters to one person."""

    def send_messages(self, messages):
        if any("officer@panel.example" in message.to for message in messages):
            raise smtplib.SMTPRecipientsRefused({messages[0].to[0]: (550, b"No such user")})
        return super().send_messages(messages)


class Fails(EmailBackend):
    """A mail server on which sending, or opening the connection, fails in some way."""

    sending: Exception | int | None = None
    opening: Exception | None = None

    def open(self):
        if self.opening:
            raise self.opening

    def send_messages(self, messages):
        if isinstance(self.sending, Exception):
            raise self.sending
        return super().send_messages(messages) if self.sending is None else self.sending


class KilledAfterwards(EmailBackend):
    """The letter goes, and the run is killed before it can say so."""

    def send_messages(self, messages):
        super().send_messages(messages)
        raise KeyboardInterrupt


@pytest.fixture
def refusing(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Refuses"


def test_one_letter_tells_a_person_all(tell, officer, mailoutbox):
    tell({officer: ["a", "b"]})
    report = sending.send(DAY)
    [letter] = mailoutbox
    assert (letter.to, letter.subject) == (["officer@panel.example"], "To Olive Officer")
    assert letter.body == "2026-11-22: a, b"
    assert report.sent == ["officer@panel.example: To Olive Officer"]
    assert report.is_clean


def test_nothing_is_told_twice(tell, officer, mailoutbox):
    tell({officer: ["a"]})
    sending.send(DAY)
    assert sending.send(DAY).sent == sending.send(DAY + timedelta(days=1)).sent == []
    assert len(mailoutbox) == 1


def test_only_what_is_new_is_told(tell, officer, mailoutbox):
    told = {officer: ["a"]}
    tell(told)
    sending.send(DAY)
    told[officer].append("b")
    sending.send(DAY)
    assert [letter.body for letter in mailoutbox] == ["2026-11-22: a", "2026-11-22: b"]


def test_each_person_is_told_the_same_once(tell, officer, clerk, mailoutbox):
    tell({officer: ["a"], clerk: ["a"]})
    sending.send(DAY)
    sending.send(DAY)
    assert sorted(letter.to[0] for letter in mailoutbox) == [clerk.email, officer.email]


def test_each_source_writes_its_own_letter(tell, officer, mailoutbox):
    tell({officer: ["a"]})
    tell({officer: ["b"]}, name="more")
    assert len(sending.send(DAY).sent) == len(mailoutbox) == 2


def test_refused_letter_stops_no_other_and_goes_with_the_next_run(
    tell, officer, clerk, mailoutbox, settings, refusing
):
    tell({officer: ["a", "b"], clerk: ["a"]})
    report = sending.send(DAY)
    assert [letter.to for letter in mailoutbox] == [[clerk.email]]
    [failed] = report.failed
    assert failed.startswith("officer@panel.example, things: ")
    assert "No such user" in failed
    assert not Sent.objects.filter(person=officer).exists()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert sending.send(DAY).is_clean
    assert [letter.to for letter in mailoutbox] == [[clerk.email], [officer.email]]


@pytest.fixture
def failing(settings, monkeypatch):
    """Make the mail server fail: ``failing(sending=TimeoutError())``."""

    def fail(**how):
        settings.EMAIL_BACKEND = f"{__name__}.Fails"
        for name, failure in how.items():
            monkeypatch.setattr(Fails, name, failure)

    return fail


@pytest.mark.parametrize(
    "how",
    [
        {"opening": TimeoutError("timed out")},
        {"opening": smtplib.SMTPServerDisconnected("Connection unexpectedly closed")},
        {"opening": smtplib.SMTPAuthenticationError(535, b"No")},
        {"sending": ConnectionRefusedError()},
        {"sending": socket.gaierror(-2, "Name or service not known")},
        {"sending": smtplib.SMTPConnectError(421, b"Busy")},
        {"sending": smtplib.SMTPSenderRefused(550, b"No", "from@panel.example")},
        {"sending": smtplib.SMTPDataError(554, b"Spam")},
        {"sending": 0},
    ],
    ids=str,
)
def test_letter_that_certainly_did_not_go_goes_with_the_next_run(
    tell, officer, mailoutbox, failing, how
):
    tell({officer: ["a"]})
    failing(**how)
    report = sending.send(DAY)
    assert (len(report.failed), report.in_doubt, report.is_clean) == (1, [], False)
    failing(opening=None, sending=None)
    assert sending.send(DAY).is_clean
    assert len(mailoutbox) == 1


@pytest.mark.parametrize(
    "failure",
    [TimeoutError("timed out"), smtplib.SMTPServerDisconnected("Lost"), ConnectionResetError()],
    ids=repr,
)
def test_letter_whose_connection_was_lost_is_not_sent_again_by_itself(
    tell, officer, clerk, mailoutbox, failing, failure
):
    tell({officer: ["a"]})
    failing(sending=failure)
    report = sending.send(DAY)
    assert report.in_doubt == [f"officer@panel.example, things: {failure!r}"]
    assert (report.failed, report.is_clean) == ([], False)
    failing(sending=None)
    tell({clerk: ["b"]})
    later = timezone.now() + timedelta(hours=2)
    again = sending.send(DAY, now=later)
    assert [letter.to for letter in mailoutbox] == [[clerk.email]]
    assert again.interrupted == 1
    sending.release_interrupted(now=later)
    sending.send(DAY, now=later)
    assert [letter.to for letter in mailoutbox] == [[clerk.email], [officer.email]]


def test_person_without_an_address_is_a_failure(tell, officer, mailoutbox):
    officer.email = ""
    tell({officer: ["a"]})
    assert len(sending.send(DAY).failed) == 1
    assert not Sent.objects.exists()


def test_letter_that_cannot_be_written_stops_no_other(tell, officer, clerk, mailoutbox):
    tell({officer: ["fails"], clerk: ["a"]})
    report = sending.send(DAY)
    assert [letter.to for letter in mailoutbox] == [[clerk.email]]
    assert "There is no such page." in report.failed[0]


def test_run_that_meets_another_leaves_what_that_one_claimed(tell, officer, mailoutbox):
    """Another run claims a key after this one has looked and before it claims."""
    tell({officer: ["a", "b"]})
    [parcel] = sending.waiting(DAY)
    sending.send(DAY)
    mailoutbox.clear()
    assert sending._claim(parcel, sending.uuid4()) == set()
    Sent.objects.filter(key="b").delete()
    assert sending._claim(parcel, sending.uuid4()) == {"b"}


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_send_one_letter(tell, officer, mailoutbox, monkeypatch):
    tell({officer: ["a", "b"]})
    both_have_looked = threading.Barrier(2, timeout=20)
    looked = sending.waiting
    reports = []

    def wait(on):
        found = looked(on)
        both_have_looked.wait()
        return found

    def run():
        try:
            reports.append(sending.send(DAY))
        finally:
            connection.close()

    monkeypatch.setattr(sending, "waiting", wait)
    runs = [threading.Thread(target=run) for _ in range(2)]
    for each in runs:
        each.start()
    for each in runs:
        each.join()
    assert sorted(len(report.sent) for report in reports) == [0, 1]
    assert [letter.body for letter in mailoutbox] == ["2026-11-22: a, b"]


def test_letter_of_a_killed_run_is_not_sent_again(tell, officer, mailoutbox, settings):
    tell({officer: ["a"]})
    settings.EMAIL_BACKEND = f"{__name__}.KilledAfterwards"
    with pytest.raises(KeyboardInterrupt):
        sending.send(DAY)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert sending.send(DAY).sent == []
    assert len(mailoutbox) == 1


def test_interrupted_letter_is_spoken_of_once_no_run_can_be_at_it(tell, officer, mailoutbox):
    now = timezone.now()
    tell({officer: ["a"]})
    Sent.objects.create(key="a", person=officer, run=sending.uuid4(), claimed_at=now)
    assert sending.send(DAY, now=now).is_clean
    later = now + timedelta(hours=2)
    report = sending.send(DAY, now=later)
    assert (report.interrupted, report.is_clean, mailoutbox) == (1, False, [])
    assert sending.release_interrupted(now=later) == 1
    assert sending.send(DAY, now=later).is_clean
    assert len(mailoutbox) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_looking_takes_one_query_for_each_source(
    tell, officer, clerk, member, number, django_assert_num_queries
):
    tell({person: ["a", "b"] for person in [officer, clerk, member][:number]})
    with django_assert_num_queries(1):
        assert len(sending.waiting(DAY)) == number
