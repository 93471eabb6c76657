"""Take the pictures of the demo panel that the README and the documentation show.

    make screenshots

Loads the demo panel into a database of its own, serves it on a free port of this machine, and
photographs each page on a laptop and on a phone. The pictures go to docs/images/.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from demo import content
from scripts import run, system

IMAGES = run.ROOT / "docs" / "images"
SIZES = {"laptop": {"width": 1280, "height": 960}, "phone": {"width": 375, "height": 812}}


@dataclass(frozen=True)
class Picture:
    """A page as someone sees it: where they begin, the links they follow, the words in view."""

    name: str
    who: str
    begin: str
    follow: tuple[str, ...] = ()
    scroll_to: str = ""


PICTURES = (
    Picture("home", "member", "/"),
    Picture("register", "member", "/recommendations/"),
    Picture("recommendation", "member", "/recommendations/", ("2026/09",), "Answered by"),
    Picture("briefing", "member", "/recommendations/briefing/"),
    Picture("letter", "member", "/recommendations/letters/", ("*20 July 2026*",)),
    Picture(
        "assessing",
        "officer",
        "/recommendations/letters/",
        ("*20 July 2026*", "Assess * points *"),
        "2026/13",
    ),
    Picture("reading", "member", "/plans/", ("Issued plan, *",), "Antisocial behaviour and shop"),
    Picture(
        "comparison", "member", "/plans/", ("Issued plan, *", "What changed from *"), "Priority 1"
    ),
    Picture(
        "deciding",
        "officer",
        "/plans/",
        ("Draft variation, *", "What changed from *"),
        "Priority 2",
    ),
    Picture(
        "story", "member", "/plans/", ("Draft variation, *", "What changed *", "Story of * 18")
    ),
    Picture("outcomes", "officer", "/plans/", ("Issued plan, *", "What became of the panel’s *")),
    Picture("minutes", "clerk", "/meetings/", ("*12 June 2026*", "*inutes*"), "Draft Police and"),
    Picture("taking", "clerk", "/meetings/", ("*12 June 2026*", "Take minutes"), "Draft Police"),
    Picture("meeting", "clerk", "/meetings/", ("*11 December 2026*",)),
    Picture("arranging", "clerk", "/meetings/", ("*11 December 2026*", "Arrange the agenda")),
    Picture("attendance", "clerk", "/meetings/", ("*12 June 2026*", "Record attendance*")),
    Picture("review", "officer", "/reviews/", ("*countryside*",)),
    Picture("paper", "clerk", "/meetings/", ("*11 December 2026*", "*Spending to the end*")),
    Picture("packs", "clerk", "/meetings/", ("*11 December 2026*",), "Agenda packs"),
    Picture("pack", "clerk", "/meetings/", ("*11 December 2026*", "Public pack*")),
)


def main() -> int:
    program = system.chromium()
    if program is None:
        print("The pictures need Debian’s package chromium.", file=sys.stderr)
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=program, chromium_sandbox=False)
        make_packs(browser, address, environment_of(Path(folder)))
        for size in SIZES:
            photograph(browser, address, size)
        browser.close()
    return 0


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The demo panel on a free port, from a database that is thrown away."""
    environment = environment_of(folder)
    for step in (["migrate", "--verbosity", "0"], ["load_demo"]):
        subprocess.run([*run.MANAGE, *step], env=environment, check=True, stdout=subprocess.DEVNULL)
    with socket.socket() as probe:
        probe.bind((run.HOST, 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(run.web_server(port), env=environment, start_new_session=True)
    try:
        while not run.answers(port):
            time.sleep(0.1)
        yield f"http://{run.HOST}:{port}"
    finally:
        run.stop([server])


def environment_of(folder: Path) -> dict[str, str]:
    """The settings of a panel whose data are all in a folder."""
    return os.environ | {
        "DEMO": "1",
        "DATABASE_URL": f"sqlite:///{folder / 'pictures.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
    }


def make_packs(browser: Browser, address: str, environment: dict[str, str]) -> None:
    """Have the packs of the next meeting made, as the clerk would, and wait for the worker."""
    page = sign_in(browser, address, "clerk", "laptop")
    page.goto("/meetings/")
    link(page, "*11 December 2026*").click()
    page.get_by_role("button", name="Make the packs").click()
    work = [*run.MANAGE, "db_worker", "--queue-name", "*", "--batch"]
    subprocess.run(work, env=environment, check=True, capture_output=True)
    page.close()


def photograph(browser: Browser, address: str, size: str) -> None:
    """Every picture at one size."""
    pages: dict[str, Page] = {}
    for picture in PICTURES:
        if picture.who not in pages:
            pages[picture.who] = sign_in(browser, address, picture.who, size)
        page = pages[picture.who]
        page.goto(address + picture.begin)
        for words in picture.follow:
            link(page, words).click()
        if picture.scroll_to:
            heading = page.locator("main :is(h1, h2, h3)", has_text=picture.scroll_to).first
            top = "heading => heading.getBoundingClientRect().top + window.scrollY"
            page.evaluate("y => window.scrollTo(0, y - 24)", heading.evaluate(top))
        page.screenshot(path=IMAGES / f"{picture.name}-{size}.png")


def sign_in(browser: Browser, address: str, role: str, size: str) -> Page:
    """A page in which the demo's person of that role has signed in."""
    account = next(account for account in content.ACCOUNTS if role in account.roles)
    page = browser.new_page(base_url=address, viewport=SIZES[size])
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill(content.person(account.person).email)
    page.get_by_role("textbox", name="Password").fill(content.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    return page


def link(page: Page, words: str) -> Locator:
    """The first link in the page's own part with these words; ``*`` stands for any others."""
    links = page.locator("main a")
    for piece in filter(None, words.split("*")):
        links = links.filter(has_text=piece)
    return links.first


if __name__ == "__main__":
    sys.exit(main())
