"""Taking minutes when things go wrong: whatever is typed is in the record at the end, once."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, Page, Route, expect

from meetings.models import Meeting, MinuteEntry
from pcp_scrutiny import history
from pcp_scrutiny.accounts.models import User
from tests.factories.accounts import UserFactory
from tests.journeys.conftest import MADE_UP, sign_in
from tests.journeys.person import Person
from tests.journeys.taking import Typist, meeting_with, texts, until

PASSWORD = "a-long-enough-word"
SAVE = "**/minutes/take/save/"
NO_CONNECTION = "No connection. Type on"


@pytest.fixture
def officer(transactional_db: None) -> User:
    user = UserFactory(name="Naomi Westerdale", is_officer=True)
    user.set_password(PASSWORD)
    return history.save(user, by=None, why="Test")


@pytest.fixture
def meeting(officer: User) -> Meeting:
    return meeting_with(2)


@pytest.fixture
def page(new_page: Callable[..., Page], officer: User) -> Page:
    return new_page(user=officer)


@pytest.fixture
def typist(page: Page, meeting: Meeting) -> Typist:
    opened = Typist(page, meeting)
    opened.go_to(meeting.items.first())
    return opened


def lines(number: int, what: str = "Sentence") -> list[str]:
    return [f"{what} {one} that somebody said." for one in range(1, number + 1)]


# --- No connection ------------------------------------------------------------------------------


def test_entries_typed_without_a_connection_are_sent_once_it_is_back(typist: Typist, axe) -> None:
    typist.type("Before the tunnel.")
    typist.is_all_saved()
    typist.page.context.set_offline(True)
    typist.type("", *lines(8))
    typist.says(NO_CONNECTION)
    expect(typist.row("Sentence 3").locator("[data-status]")).to_have_text("Kept here")
    axe(typist.page)
    typist.press("ArrowUp", "ArrowUp", "End")
    typist.type(" And more.")
    assert texts(typist.meeting) == ["Before the tunnel."]
    typist.page.context.set_offline(False)
    typist.is_all_saved()
    said = ["Before the tunnel.", *lines(8)]
    said[6] += " And more."
    assert texts(typist.meeting) == typist.texts == said


def test_entries_of_a_closed_tab_are_sent_when_the_page_is_opened_again(
    typist: Typist, axe
) -> None:
    page, context = typist.page, typist.page.context
    typist.type("Saved.", "")
    typist.is_all_saved()
    context.set_offline(True)
    typist.type(*lines(4))
    typist.go_to(typist.meeting.items.last())
    typist.type("Under the other item.")
    typist.row("Saved.").locator("[data-text]").fill("Saved, then changed.")
    typist.press("Enter")
    typist.type("In between.")
    page.close()
    context.set_offline(False)
    elsewhere = context.new_page()
    elsewhere.goto("/")
    told = elsewhere.get_by_text("Words typed at the meeting of 25 September 2026 wait in this")
    expect(told).to_be_visible()
    axe(elsewhere)
    told.get_by_role("link", name="Open its page to save them").click()
    again = Typist(elsewhere, typist.meeting)
    again.is_all_saved()
    said = ["Saved, then changed.", "In between.", *lines(4), "Under the other item."]
    assert texts(typist.meeting) == again.texts == said


def test_two_tabs_of_one_person_double_nothing(typist: Typist) -> None:
    typist.page.context.set_offline(True)
    typist.type(*lines(3))
    other = typist.page.context.new_page()
    typist.page.context.set_offline(False)
    second = Typist(other, typist.meeting)
    second.go_to(typist.meeting.items.last())
    second.type("From the second tab.")
    second.is_all_saved()
    typist.is_all_saved()
    assert texts(typist.meeting) == [*lines(3), "From the second tab."]
    until(other, lambda: second.texts == [*lines(3), "From the second tab."])


def test_nobody_sees_or_sends_the_words_of_another_on_the_same_computer(
    typist: Typist, live_server
) -> None:
    context = typist.page.context
    context.set_offline(True)
    typist.type("Naomi's own words.")
    typist.says(NO_CONNECTION)
    context.clear_cookies()  # before anything can be sent
    sign_in(context, live_server.url, UserFactory(name="Philip Arkenby", is_officer=True))
    context.set_offline(False)
    typist.says("Someone else has signed in")
    theirs_page = context.new_page()
    theirs_page.goto("/")
    expect(theirs_page.locator("[data-words-waiting]")).to_be_hidden()
    theirs = Typist(theirs_page, typist.meeting)
    theirs.go_to(typist.meeting.items.first())
    theirs.type("Philip's words.")
    until(theirs.page, lambda: texts(typist.meeting) == ["Philip's words."])
    assert theirs.texts == ["Philip's words."]


# --- The server ---------------------------------------------------------------------------------


def test_request_sent_twice_minutes_once(typist: Typist) -> None:
    def send_twice(route: Route) -> None:
        route.fetch()
        route.continue_()

    typist.page.route(SAVE, send_twice)
    typist.type(*lines(5))
    typist.is_all_saved()
    typist.row("Sentence 2").locator("[data-text]").fill("Another sentence.")
    typist.press("Backspace")
    typist.is_all_saved()
    assert texts(typist.meeting) == [lines(5)[0], "Another sentence", *lines(5)[2:]]
    changed = MinuteEntry.objects.get(text="Another sentence")
    assert changed.history.filter(text="Another sentence").count() == 1


def test_answers_that_are_lost_lose_nothing_that_was_typed_meanwhile(typist: Typist) -> None:
    lost = iter([True, False, True, True])

    def lose_the_answer(route: Route) -> None:
        if next(lost, False):
            route.fetch()
            route.abort()
        else:
            route.continue_()

    typist.page.route(SAVE, lose_the_answer)
    for number in range(1, 7):
        typist.type(f"{'And' if number > 1 else 'This'} was said in part {number}. ")
        typist.page.wait_for_timeout(300)
        if number % 2 == 0:
            typist.press("Enter")
    typist.is_all_saved()
    assert texts(typist.meeting) == [
        "This was said in part 1. And was said in part 2.",
        "And was said in part 3. And was said in part 4.",
        "And was said in part 5. And was said in part 6.",
    ]


def test_server_that_fails_is_asked_again(typist: Typist) -> None:
    answers = iter([500, 502, 500])

    def fail(route: Route) -> None:
        if failure := next(answers, None):
            route.fulfill(status=failure, headers={MADE_UP: "yes"}, body="Sorry")
        else:
            route.continue_()

    typist.page.route(SAVE, fail)
    typist.type(*lines(3))
    typist.says("The server cannot take it now")
    typist.is_all_saved()
    assert texts(typist.meeting) == lines(3)


def test_entry_that_the_server_never_takes_holds_no_other_back(typist: Typist) -> None:
    typist.page.locator("[data-text]").first.evaluate("box => box.removeAttribute('maxlength')")
    typist.here.fill("x" * 20_001)
    typist.press("Enter")
    typist.type(*lines(3))
    until(typist.page, lambda: texts(typist.meeting) == lines(3))
    expect(typist.row("xxxx").locator("[data-status]")).to_contain_text("Not saved.")
    expect(typist.page.get_by_role("link", name="1 entry not taken")).to_be_visible()


def test_session_that_ends_in_mid_meeting_loses_no_words(typist: Typist, officer, axe) -> None:
    typist.type("Said before.")
    typist.is_all_saved()
    typist.page.context.clear_cookies()
    typist.type("", *lines(3))
    typist.says("You have been signed out")
    axe(typist.page)
    with typist.page.context.expect_page() as opened:
        typist.page.get_by_role("link", name="Sign in again in another tab").click()
    other = Person(opened.value, axe)
    other.field("E-mail address").fill(officer.email)
    other.field("Password").fill(PASSWORD)
    other.press("Sign in")
    other.arrive("Take minutes")
    typist.row("Sentence 3").locator("[data-text]").focus()
    typist.type("Said after.")
    typist.is_all_saved()
    assert sorted(texts(typist.meeting)) == sorted(
        ["Said before.", *lines(2), f"{lines(3)[2]}Said after."]
    )


# --- A server that is killed and started again --------------------------------------------------


class Server:
    """A server of its own process, which can be killed."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://localhost:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVE, str(self.port)],
            cwd=Path(settings.BASE_DIR),
            env=os.environ | {"DEMO": "1", "DATABASE_URL": database_url()},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = monotonic() + 60
        while not self._answers():
            assert monotonic() < end, "The server does not answer"
            sleep(0.1)

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/help/", timeout=5):  # noqa: S310 (our own server)
                return True
        except (URLError, OSError):
            return False

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()


SERVE = """
import sys
from django.core.management import execute_from_command_line
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pcp_scrutiny.settings")
execute_from_command_line(["manage.py", "runserver", f"127.0.0.1:{sys.argv[1]}", "--noreload"])
"""


def database_url() -> str:
    """The address of the database that the test uses."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{known['NAME']}"
    person = f"{known['USER']}:{known['PASSWORD']}".rstrip(":")
    host = f"{known['HOST'] or 'localhost'}:{known['PORT'] or 5432}"
    return f"postgres://{person}@{host}/{known['NAME']}"


@pytest.fixture
def server(transactional_db: None) -> Iterator[Server]:
    own = Server()
    own.start()
    yield own
    own.kill()


def test_server_killed_while_someone_types_and_started_again(
    browser: Browser, server: Server, officer: User, meeting: Meeting
) -> None:
    context = browser.new_context(base_url=server.url)
    sign_in(context, server.url, officer)
    typist = Typist(context.new_page(), meeting)
    typist.go_to(meeting.items.first())
    typist.type(*lines(3), "")
    server.kill()
    typist.type(*lines(6, "While it was away, sentence"))
    typist.says(NO_CONNECTION)
    typist.type(" More.", "")
    server.start()
    typist.type("And on.")
    typist.is_all_saved()
    away = lines(6, "While it was away, sentence")
    away[-1] += " More."
    assert texts(meeting) == typist.texts == [*lines(3), *away, "And on."]
    context.close()
