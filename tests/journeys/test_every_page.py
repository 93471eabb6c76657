"""Every page of the site in a real browser, as wide as a laptop and as narrow as a phone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from playwright.sync_api import Page

from demo import content, loading
from demo.loading.people import Cast
from meetings.models import Paper
from recommendations.forms.review_parts import KINDS
from recommendations.models import Recommendation, ScrutinyReview
from tests.journeys.conftest import SIZES, sign_in
from tests.test_routes import PERSONAS, ROUTES, Where

# The first of these who may have a page looks at it: whoever may do more is shown more.
LOOKERS = ("officer", "clerk", "administrator", "public")
KEYS = {
    "officer": "westerdale",
    "clerk": "arkenby",
    "member": "fennimore",
    "administrator": "trevannock",
}
# A browser saves these. That they are offered as files is for the tests of their views.
FILES = {
    "meetings:agenda_pdf",
    "meetings:minutes_pdf",
    "meetings:minutes_word",
    "meetings:paper_file",
    "meetings:pack_file",
    "meetings:take_since",  # for the scripts of a page
    "plans:compare_pdf",
    "plans:comparison_progress",  # a part of a page
    "plans:source",
    "recommendations:briefing_pdf",
    "recommendations:csv",
    "recommendations:excel",
    "recommendations:analysis_pdf",
    "recommendations:letter_source",
    "recommendations:tracker_pdf",
    "recommendations:print",
    "recommendations:assess_in_place",  # a part of a page
    "reviews:evidence_source",
    "reviews:report_pdf",
}


@dataclass(frozen=True)
class Visit:
    """A page to look at, as whom, and the status it has."""

    persona: str
    address: str
    status: int = 200


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The demo panel, where the browsed server sees it."""
    return loading.load()


def test_every_page_is_sound_at_both_sizes(new_page, axe, live_server, cast: Cast) -> None:
    page = new_page()
    faults: list[str] = []
    for persona, visits in by_persona(cast):
        page.context.clear_cookies()
        if persona != "public":
            sign_in(page.context, live_server.url, cast.users[KEYS[persona]])
        for visit in visits:
            faults += [f"As {persona}: {fault}" for fault in look(page, visit, axe)]
    assert not faults, "\n".join(faults)


def look(page: Page, visit: Visit, axe: Callable[..., None]) -> Iterator[str]:
    """What is wrong with a page: it is opened on a laptop, then made as narrow as a phone."""
    page.set_viewport_size(SIZES["laptop"])
    answer = page.goto(visit.address)
    try:
        assert answer.status == visit.status, f"{visit.address} answers {answer.status}"
        check_head(page)
        axe(page)
    except (AssertionError, pytest.fail.Exception) as fault:
        yield f"{fault}"
    page.set_viewport_size(SIZES["phone"])
    try:
        axe(page, layout_only=True)
    except pytest.fail.Exception as fault:
        yield f"{fault}"


def by_persona(cast: Cast) -> Iterator[tuple[str, Sequence[Visit]]]:
    """All there is to look at, those of one persona together."""
    visits = [*of_routes(cast), *besides(cast)]
    for persona in (*LOOKERS, "member"):
        yield persona, [visit for visit in visits if visit.persona == persona]


def of_routes(cast: Cast) -> Iterator[Visit]:
    where = Where(cast.officer)
    for name, statuses in ROUTES.items():
        granted = dict(zip(PERSONAS, statuses, strict=True))
        looker = next((persona for persona in LOOKERS if granted[persona] == 200), None)
        if looker and name not in FILES:
            yield Visit(looker, where.address(name))


def besides(cast: Cast) -> Iterator[Visit]:
    """What a route shows besides, to others or in another state."""
    for persona in ("clerk", "administrator", "member"):
        yield Visit(persona, reverse("home"))
    yield Visit("public", link_to_new_password(cast.officer))
    yield Visit("member", "/no-such-page/", status=404)
    yield Visit("member", reverse("plans:add"), status=403)
    register = reverse("recommendations:list")
    for query in ("?response=accepted&words=the&sort=-raised", "?as_at=2026-07-25", "?as_at=soon"):
        yield Visit("member", f"{register}{query}")
    review = ScrutinyReview.objects.get()
    yield Visit("member", review.get_absolute_url())
    for kind in KINDS:
        of = {"questions": review.subjects, "points": review.subjects.get(position=1).questions}
        under = of[kind].first().pk if kind in of else review.pk
        yield Visit("officer", reverse("reviews:add_part", args=[kind, under]))
    sent_in = Paper.objects.filter(kind=Paper.UPLOADED)
    for paper in (
        sent_in.exclude(lacks=[]).first(),
        sent_in.exclude(restricted_under=None).first(),
    ):
        yield Visit("clerk", paper.get_absolute_url())
        yield Visit("clerk", reverse("meetings:edit_paper", args=[paper.pk]))
    chosen = ",".join(str(pk) for pk in Recommendation.objects.values_list("pk", flat=True))
    for verb in ("send", "revise", "confirm", "theme", "owner"):
        bulk = reverse("recommendations:bulk")
        yield Visit("officer", f"{bulk}?verb={verb}&all={chosen}")


def link_to_new_password(user: Any) -> str:
    name = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("accounts:new_password", args=[name, default_token_generator.make_token(user)])


def check_head(page: Page) -> None:
    """What every page has once."""
    where, panel = page.url, content.PANEL.name
    assert page.locator("html").get_attribute("lang") == "en-GB", f"{where} has no language"
    assert page.locator("h1").count() == 1, f"{where} has {page.locator('h1').count()} h1"
    assert page.locator('a[href=""]').count() == 0, f"{where} has a link that leads nowhere"
    assert page.title().endswith(f" – {panel}"), f"{where} is titled {page.title()}"
