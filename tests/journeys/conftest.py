"""A real browser (Debian's Chromium, driven by Playwright) against a real server.

A journey asks for ``new_page`` (or ``browser_page``, ``phone_page``) and for ``axe``. Each page is
in a fresh context, as if in a browser just installed. A journey fails for what a person might not
notice at once, too: an error in a script, an answer of 500, or a page that asks another host.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from scripts import system

SIZES = {"laptop": {"width": 1280, "height": 800}, "phone": {"width": 375, "height": 740}}
HERE = Path(__file__).parent
PICTURES = Path(settings.BASE_DIR) / "var" / "journeys"
PATIENCE = 20_000  # milliseconds; a busy machine is no fault of the page
expect.set_options(timeout=PATIENCE)
FAILED = pytest.StashKey[bool]()
MADE_UP = "x-made-up-by-the-journey"  # the header of an error that a journey puts in the way
NO_HOSTS = "MAP * ~NOTFOUND, EXCLUDE localhost"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest journey: next to the second longest, both fall to one worker."""
    journeys = [item for item in items if item.path.parent == HERE]
    longest = [item for item in journeys if item.path.name == "test_one_way_through.py"]
    if longest and longest != journeys:
        place = items.index(journeys[0])
        items[:] = [item for item in items if item not in longest]
        items[place:place] = longest


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = system.chromium()
    if program is None:
        pytest.fail("The journeys need Debian's Chromium: apt-get install chromium", pytrace=False)
    with pytest.MonkeyPatch.context() as environment:
        # Playwright's synchronous interface keeps an event loop in this thread, and Django refuses
        # to touch the database in a thread that has one. Nothing here runs inside that loop, so
        # the refusal is lifted for as long as the browser is open, and in the tests only.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with sync_playwright() as playwright:
            # Containers seldom let Chromium make its sandbox; the pages are our own. No name of a
            # host is resolved, so that nothing is asked of another.
            options = {
                "chromium_sandbox": False,
                "args": ["--disable-gpu", "--disable-quic", "--host-resolver-rules=" + NO_HOSTS],
            }
            browser = playwright.chromium.launch(executable_path=program, **options)
            yield browser
            browser.close()


@pytest.fixture
def new_page(
    browser: Browser, live_server: Any, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """``new_page(size="laptop", user=None)`` opens a page, signed in as the user if given; other
    options are those of Playwright's contexts."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_page(size: str = "laptop", user: Any = None, **options: Any) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=SIZES[size],
            locale="en-GB",
            timezone_id="Europe/London",
            **options,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watch(context, live_server.url, troubles)
        if user is not None:
            sign_in(context, live_server.url, user)
        return context.new_page()

    yield open_page
    if request.node.stash.get(FAILED, False):
        take_pictures(contexts, request.node.name)
    for context in contexts:
        context.close()
    if troubles:
        pytest.fail("\n".join(troubles), pytrace=False)


@pytest.fixture
def browser_page(new_page: Callable[..., Page]) -> Page:
    """A page as wide as a laptop, with nobody signed in."""
    return new_page("laptop")


@pytest.fixture
def phone_page(new_page: Callable[..., Page]) -> Page:
    """A page as narrow as a phone, with nobody signed in."""
    return new_page("phone")


@pytest.fixture
def axe() -> Callable[..., None]:
    """``axe(page)`` fails with each accessibility fault of the page as it now stands. Where the
    page was looked at before at another size, ``layout_only=True`` leaves out what that found."""
    script = Axe().axe_script

    def check(page: Page, *, layout_only: bool = False) -> None:
        if not page.evaluate("'axe' in window"):
            page.evaluate(script)
        faults = page.evaluate(FAULTS, ANYTHING | NOT_ITS_COLOURS if layout_only else ANYTHING)
        if wide := page.evaluate(TOO_WIDE):
            pytest.fail(f"{page.url} scrolls sideways, because of {wide}", pytrace=False)
        if faults:
            pytest.fail(f"{page.url} is not accessible:\n{readable(faults)}", pytrace=False)

    return check


FAULTS = "options => axe.run(options).then(results => results.violations)"
# Without fetching style sheets and films anew for each page: the rules about them are about sound.
ANYTHING = {"resultTypes": ["violations"], "preload": False}
# Colours do not depend on the width, and comparing them takes as long as all else together.
NOT_ITS_COLOURS = {"rules": {"color-contrast": {"enabled": False}}}
# WCAG 2.2, 1.4.10: nothing has to be read by scrolling in two directions. A table may scroll
# within a region of its own.
TOO_WIDE = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return null;
    const wide = [...document.body.querySelectorAll("*")]
        .filter(element => element.getBoundingClientRect().right > width + 1);
    return wide.slice(0, 3).map(element => element.outerHTML.slice(0, 120)).join(" ") || "its body";
}"""


def readable(faults: list[dict[str, Any]]) -> str:
    lines = []
    for fault in faults:
        lines.append(f"- {fault['help']} ({fault['id']}, {fault['impact']})")
        for node in fault["nodes"]:
            lines.append(f"    {node['html'][:200]}")
            lines += [f"      {line.strip()}" for line in node["failureSummary"].splitlines()[1:]]
    return "\n".join(lines)


def watch(context: BrowserContext, home: str, troubles: list[str]) -> None:
    def ask(request: Request) -> None:
        if request.url.startswith("http") and not request.url.startswith(home):
            troubles.append(f"A page asked another host: {request.url}")

    def hear(message: ConsoleMessage) -> None:
        # A 403 or 404 is said here too, and whether one was due is for the journey to say.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            troubles.append(f"The browser's console, on {message.location['url']}: {message.text}")

    context.on("request", ask)
    context.on("console", hear)
    context.on("weberror", lambda error: troubles.append(f"An error in a script: {error.error}"))
    context.on(
        "response",
        lambda answer: (
            answer.status >= 500
            and MADE_UP not in answer.headers
            and troubles.append(f"{answer.status}: {answer.url}")
        ),
    )


def sign_in(context: BrowserContext, home: str, user: Any) -> None:
    """By a session of the server's own: only the journey about signing in needs the form."""
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": home}])


def take_pictures(contexts: list[BrowserContext], name: str) -> None:
    """What the pages looked like when a journey failed, kept in var/journeys/."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    pages = [page for context in contexts for page in context.pages]
    for number, page in enumerate(pages, start=1):
        page.screenshot(path=PICTURES / f"{name}-{number}.png", full_page=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report
