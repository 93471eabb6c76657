"""An officer with a letter: read in, confirmed, assessed by keyboard, made into the paper."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page, Route, expect

from recommendations.models import Assessment, Outcome
from tests.journeys import small_panel
from tests.journeys.conftest import MADE_UP
from tests.journeys.person import Person

TITLE = "what became of the panel’s points"


@pytest.fixture
def panel(transactional_db: None) -> small_panel.SmallPanel:
    """Three points sent, and the plan as issued."""
    return small_panel.set_up()


def test_officer_makes_the_paper_from_the_letter(
    panel: small_panel.SmallPanel, new_page: Callable[..., Page], axe
) -> None:
    officer = Person(new_page(user=panel.people["officer"]), axe)
    officer.page.goto("/")
    add_the_letter(officer)
    confirm_what_was_found(officer)
    assess_by_keyboard(officer)
    print_the_paper(officer)
    officer.has_looked_everywhere()


def add_the_letter(officer: Person) -> None:
    """It is pasted, read, corrected in one place and confirmed."""
    officer.arrive("Estermere Police and Crime Panel")
    officer.press("Recommendations")
    officer.arrive("Recommendations")
    officer.press("Letters from the PCC")
    officer.arrive("Letters from the Police and Crime Commissioner")
    officer.press("Add a letter")
    officer.arrive("Add a letter from the Police and Crime Commissioner")
    officer.page.get_by_label(re.compile("paste", re.IGNORECASE)).fill(small_panel.LETTER)
    officer.press("Read the letter")
    officer.arrive("Check what was read")
    officer.sees("3 points were read")
    third = officer.page.get_by_role("region", name="Point 3 of 3")
    expect(third.get_by_label("Answers recommendation")).to_contain_text("2026/03")
    expect(third.get_by_label("Decision")).to_have_value("not accepted")
    officer.press("Confirm these answers")
    officer.arrive("Letter of 20 July 2026")


def confirm_what_was_found(officer: Person) -> None:
    """What the plan does not bear out is said first; all findings are confirmed at once."""
    officer.sees("What the plan does not bear out")
    officer.press("Confirm all findings that wait")
    officer.arrive("Letter of 20 July 2026")
    expect(officer.page.get_by_role("button", name="Confirm all")).to_be_hidden()
    states = set(Outcome.objects.values_list("recommendation__reference", "verdict", "state"))
    assert states == {
        ("2026/01", "borne out", "confirmed"),
        ("2026/02", "not borne out", "confirmed"),
    }


def assess_by_keyboard(officer: Person) -> None:
    """All on one page, without a mouse; the connection goes, and the server fails once."""
    page, keys = officer.page, officer.page.keyboard
    officer.press("Assess the points on one page")
    officer.arrive("Assess the points: Issued plan, 1 September 2026")
    page.get_by_role("link", name="Next to assess").press("Enter")
    keys.press("1")
    keys.press("Control+Enter")

    page.context.set_offline(True)
    keys.press("3")
    keys.press("Tab")
    keys.type("Word for word as it was.")
    second = page.get_by_role("region", name="2026/02")
    expect(second).to_contain_text("Not saved yet: there is no connection.")
    page.context.set_offline(False)
    expect(second).to_contain_text(re.compile(r"Saved at \d"))

    failures = iter([500])

    def fail_once(route: Route) -> None:
        if status := next(failures, None):
            route.fulfill(status=status, headers={MADE_UP: "yes"}, body="")
        else:
            route.continue_()

    page.route("**/form/", fail_once)
    keys.press("Control+Enter")
    keys.press("4")
    third = page.get_by_role("region", name="2026/03")
    expect(third).to_contain_text("Not saved yet: the server could not take it.")
    expect(third).to_contain_text(re.compile(r"Saved at \d"))
    officer.sees("3 of 3 assessed")
    officer.look()
    assessed = Assessment.objects.order_by("recommendation__reference")
    assert [(a.view, a.comment) for a in assessed] == [
        ("met", ""),
        ("not met", "Word for word as it was."),
        ("cannot tell", ""),
    ]


def print_the_paper(officer: Person) -> None:
    """On screen, and as a PDF with tags."""
    officer.press("Read the analysis paper that this makes")
    officer.arrive(TITLE)
    officer.sees("Word for word as it was.")
    with officer.page.expect_download() as download:
        officer.press("Print it (PDF)")
    with pikepdf.open(io.BytesIO(Path(download.value.path()).read_bytes())) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).lower() == "en-gb"
