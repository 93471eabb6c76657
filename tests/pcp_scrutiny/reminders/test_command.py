"""``manage.py send_reminders``."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from pcp_scrutiny.reminders.models import Sent
from pcp_scrutiny.reminders.sending import uuid4

pytestmark = pytest.mark.django_db


def run(*words):
    out = StringIO()
    call_command("send_reminders", *words, stdout=out)
    return out.getvalue()


def test_command_says_what_it_sent(tell, officer, mailoutbox):
    tell({officer: ["a"]})
    assert run() == "Sent to officer@panel.example: To Olive Officer\n1 letter sent.\n"
    assert run() == "0 letters sent.\n"
    assert len(mailoutbox) == 1


def test_dry_run_shows_the_letters_and_leaves_them_to_be_sent(tell, officer, mailoutbox):
    tell({officer: ["a"]})
    shown = run("--dry-run", "--on", "2030-01-02")
    assert "To officer@panel.example: To Olive Officer\n\n2030-01-02: a" in shown
    assert shown.endswith("1 letter would be sent. Nothing was.\n")
    assert mailoutbox == []
    assert not Sent.objects.exists()
    assert "1 letter sent." in run()


def test_day_may_be_given_but_not_one_to_come(tell, officer, mailoutbox):
    tell({officer: ["a"]})
    with pytest.raises(CommandError, match="That day has not come"):
        run("--on", (timezone.localdate() + timedelta(days=1)).isoformat())
    run("--on", "2026-01-02")
    assert mailoutbox[0].body == "2026-01-02: a"


@pytest.mark.parametrize("words", ["tomorrow", "2026-13-01", "22/11/2026"])
def test_day_that_is_none_is_refused(words):
    with pytest.raises(CommandError, match="is no date"):
        run("--on", words)


def test_failure_ends_the_command_with_an_error(tell, officer, clerk, mailoutbox):
    tell({officer: ["fails"], clerk: ["a"]})
    with pytest.raises(CommandError) as ended:
        run()
    assert ended.value.returncode == 1
    assert str(ended.value).startswith("Could not be sent to officer@panel.example, things: ")
    assert str(ended.value).endswith("1 letter not sent. The next run tries again.")
    assert [letter.to for letter in mailoutbox] == [[clerk.email]]


class Loses(EmailBackend):
    """The connection is lost when the letter was on its way."""

    def send_messages(self, messages):
        super().send_messages(messages)
        raise TimeoutError("timed out")


def test_letter_in_doubt_ends_the_command_with_an_error(tell, officer, mailoutbox, settings):
    tell({officer: ["a"]})
    settings.EMAIL_BACKEND = f"{__name__}.Loses"
    with pytest.raises(CommandError, match="not known whether the letter went to officer@panel"):
        run()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert run() == "0 letters sent.\n"
    assert len(mailoutbox) == 1


def test_interrupted_letters_are_an_error_until_somebody_decides(tell, officer, mailoutbox):
    tell({officer: ["a"]})
    yesterday = timezone.now() - timedelta(days=1)
    Sent.objects.create(key="a", person=officer, run=uuid4(), claimed_at=yesterday)
    with pytest.raises(CommandError, match="1 reminder was begun by an earlier run"):
        run()
    assert "1 letter sent." in run("--retry-interrupted")
    assert "0 letters sent." in run()
