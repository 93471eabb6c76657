"""Who gets what at every route: one table, and no route without its row."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from meetings.models import Action, Exclusion, Meeting, Pack, PanelMember, Paper
from pcp_scrutiny import history
from pcp_scrutiny.documents import holding
from plans.models import BrokenLink, Plan, PlanVersion
from recommendations.models import (
    Judgement,
    Outcome,
    Recommendation,
    ResponseLetter,
    ScrutinyReview,
)
from tests.factories.accounts import UserFactory
from tests.factories.plans import PlanVersionFactory, ReadingFactory

PERSONAS = ("public", "nobody", "administrator", "member", "chair", "officer", "clerk")
SIGN_IN = 302  # the public is sent to sign in

# The status of a GET for each persona, in the order above.
ANYONE = (200, 200, 200, 200, 200, 200, 200)
SIGNED_IN = (SIGN_IN, 200, 200, 200, 200, 200, 200)
ADMINISTRATORS = (SIGN_IN, 403, 200, 403, 403, 403, 403)
ADMINISTRATORS_OF_IT = (SIGN_IN, 404, 200, 404, 404, 404, 404)
READERS = (SIGN_IN, 403, 403, 200, 200, 200, 200)
READERS_OF_IT = (SIGN_IN, 404, 404, 200, 200, 200, 200)
OFFICERS = (SIGN_IN, 403, 403, 403, 403, 200, 403)
OFFICERS_OF_IT = (SIGN_IN, 404, 404, 403, 403, 200, 403)
ARRANGERS = (SIGN_IN, 403, 403, 403, 403, 200, 200)
ARRANGERS_OF_IT = (SIGN_IN, 404, 404, 403, 403, 200, 200)
DRAFT = (SIGN_IN, 404, 404, 404, 404, 200, 200)
# Routes that only take a POST: those who may do it are told so.
OFFICERS_POST = (SIGN_IN, 404, 404, 403, 403, 405, 403)
ARRANGERS_POST = (SIGN_IN, 404, 404, 403, 403, 405, 405)

ROUTES: dict[str, tuple[int, ...]] = {
    "home": SIGNED_IN,
    "accessibility": ANYONE,
    "help": ANYONE,
    "accounts:sign_in": (200, 302, 302, 302, 302, 302, 302),
    "accounts:sign_out": (SIGN_IN, 405, 405, 405, 405, 405, 405),
    "accounts:account": SIGNED_IN,
    "accounts:change_password": SIGNED_IN,
    "accounts:password_changed": SIGNED_IN,
    "accounts:forgotten_password": ANYONE,
    "accounts:password_link_sent": ANYONE,
    "accounts:new_password": ANYONE,
    "accounts:new_password_set": ANYONE,
    "accounts:people": ADMINISTRATORS,
    "accounts:add_person": ADMINISTRATORS,
    "accounts:edit_person": ADMINISTRATORS_OF_IT,
    "calendars:address": READERS,
    "calendars:revoke": (SIGN_IN, 403, 403, 405, 405, 405, 405),
    "calendars:feed": (404,) * 7,  # an address that nobody has
    "panel:settings": ADMINISTRATORS,
    "history:record": READERS_OF_IT,
    "plans:list": READERS,
    "plans:add": OFFICERS,
    "plans:detail": READERS_OF_IT,
    "plans:add_version": OFFICERS_OF_IT,
    "plans:reading": OFFICERS_OF_IT,
    "plans:comparison_progress": READERS_OF_IT,
    "plans:renew_comparison": OFFICERS_POST,
    "plans:version": READERS_OF_IT,
    "plans:edit_version": OFFICERS_OF_IT,
    "plans:delete_version": OFFICERS_OF_IT,
    "plans:correct": OFFICERS_OF_IT,
    "plans:lock": OFFICERS_OF_IT,
    "plans:source": READERS_OF_IT,
    "plans:compare": READERS_OF_IT,
    "plans:compare_pdf": READERS_OF_IT,
    "plans:choose_comparison": READERS_OF_IT,
    # What is compared step by step already has its own page.
    "plans:compare_with": (SIGN_IN, 404, 404, 302, 302, 302, 302),
    "plans:decisions": READERS_OF_IT,
    "plans:confirm_certain": OFFICERS_POST,
    "plans:confirm_link": OFFICERS_POST,
    "plans:break_link": OFFICERS_POST,
    "plans:change_link": OFFICERS_OF_IT,
    "plans:undo_confirmation": OFFICERS_POST,
    "plans:mend_link": OFFICERS_POST,
    "plans:edit_paragraph": OFFICERS_OF_IT,
    "plans:approve_paragraph": (SIGN_IN, 404, 404, 403, 403, 302, 403),  # back to the paragraphs
    "plans:add_paragraph": OFFICERS_OF_IT,
    "plans:delete_paragraph": OFFICERS_OF_IT,
    "plans:join_paragraph": OFFICERS_OF_IT,
    "plans:split_paragraph": OFFICERS_OF_IT,
    "plans:move_paragraph": OFFICERS_OF_IT,
    "plans:change_heading": OFFICERS_OF_IT,
    "plans:make_heading": OFFICERS_OF_IT,
    "plans:add_first": OFFICERS_OF_IT,
    "plans:undo_correction": (SIGN_IN, 404, 404, 403, 403, 302, 403),  # back to the paragraphs
    "plans:story": READERS_OF_IT,
    "meetings:list": READERS,
    "meetings:year": READERS,
    "meetings:month": READERS,
    "meetings:agenda_pdf": READERS_OF_IT,
    "meetings:arrange_agenda": ARRANGERS_OF_IT,
    "meetings:standing_items": ARRANGERS_OF_IT,
    "meetings:copy_standing_items": ARRANGERS_POST,
    "meetings:date_minutes": ARRANGERS_POST,
    "meetings:add": ARRANGERS,
    "meetings:detail": READERS_OF_IT,
    "meetings:edit": ARRANGERS_OF_IT,
    "meetings:publish_agenda": ARRANGERS_OF_IT,
    "meetings:begin": (SIGN_IN, 404, 404, 403, 403, 403, 403),  # its agenda is not published yet
    "meetings:members": READERS,
    "meetings:add_member": ARRANGERS,
    "meetings:edit_member": ARRANGERS_OF_IT,
    "meetings:add_declaration": ARRANGERS_OF_IT,
    "meetings:edit_declaration": ARRANGERS_OF_IT,
    "meetings:delete_declaration": ARRANGERS_OF_IT,
    "meetings:actions": READERS,
    "meetings:edit_action": ARRANGERS_OF_IT,
    "meetings:complete_action": ARRANGERS_OF_IT,
    "meetings:attendance": ARRANGERS_OF_IT,
    "meetings:add_attendance": ARRANGERS_OF_IT,
    "meetings:edit_attendance": ARRANGERS_OF_IT,
    "meetings:delete_attendance": ARRANGERS_OF_IT,
    "meetings:close": ARRANGERS_OF_IT,
    "meetings:add_item": ARRANGERS_OF_IT,
    "meetings:edit_item": ARRANGERS_OF_IT,
    "meetings:move_item": ARRANGERS_POST,
    "meetings:delete_item": ARRANGERS_OF_IT,
    "meetings:add_paper": ARRANGERS_OF_IT,
    "meetings:paper": READERS_OF_IT,
    "meetings:paper_file": READERS_OF_IT,
    "meetings:edit_paper": ARRANGERS_OF_IT,
    "meetings:delete_paper": ARRANGERS_OF_IT,
    "meetings:minutes": READERS_OF_IT,
    "meetings:minutes_pdf": READERS_OF_IT,
    "meetings:minutes_word": READERS_OF_IT,
    "meetings:summary": ARRANGERS_OF_IT,
    # Its minutes begin anew under each item: back to them.
    "meetings:first_number": (SIGN_IN, 404, 404, 403, 403, 302, 302),
    "meetings:bring_in": ARRANGERS,
    # The officer holds them, for nobody else.
    "meetings:check_read": (SIGN_IN, 403, 403, 403, 403, 200, 404),
    "meetings:take": ARRANGERS_OF_IT,
    "meetings:take_save": ARRANGERS_POST,
    "meetings:take_since": ARRANGERS_OF_IT,
    "meetings:finish": ARRANGERS_OF_IT,
    "meetings:reopen": ARRANGERS_OF_IT,
    "meetings:approve_minutes": ARRANGERS_OF_IT,
    # They are not approved yet: back to the minutes, which say so.
    "meetings:correct_minutes": (SIGN_IN, 404, 404, 403, 403, 302, 302),
    "meetings:add_entry": ARRANGERS_OF_IT,
    "meetings:edit_entry": ARRANGERS_OF_IT,
    "meetings:delete_entry": ARRANGERS_OF_IT,
    "meetings:exclude": ARRANGERS_OF_IT,
    "meetings:readmit": ARRANGERS_OF_IT,
    "meetings:exclusion": ARRANGERS_OF_IT,
    "meetings:make_pack": ARRANGERS_POST,
    # The pack is made and not published: no member knows of it.
    "meetings:pack": DRAFT,
    "meetings:cancel_pack": (SIGN_IN, 404, 404, 404, 404, 405, 405),
    "meetings:publish_pack": DRAFT,
    "meetings:pack_file": DRAFT,
    "meetings:read_pack": DRAFT,
    "recommendations:list": READERS,
    "recommendations:csv": READERS,
    "recommendations:excel": READERS,
    # Nothing is chosen: back to the register.
    "recommendations:bulk": (SIGN_IN, 403, 403, 403, 403, 302, 403),
    "recommendations:detail": READERS_OF_IT,
    "recommendations:edit": OFFICERS_OF_IT,
    "recommendations:due": OFFICERS_OF_IT,
    "recommendations:print": READERS_OF_IT,
    "recommendations:judge": OFFICERS_OF_IT,
    "recommendations:edit_judgement": OFFICERS_OF_IT,
    "recommendations:judge_meeting": READERS_OF_IT,
    "recommendations:judge_at": OFFICERS_OF_IT,
    "recommendations:assess": OFFICERS_OF_IT,
    "recommendations:assess_in_place": OFFICERS_OF_IT,
    "recommendations:assess_all": OFFICERS_OF_IT,
    "recommendations:next_briefing": (SIGN_IN, 403, 403, 302, 302, 302, 302),
    "recommendations:briefing": READERS_OF_IT,
    "recommendations:briefing_pdf": READERS_OF_IT,
    "recommendations:add": OFFICERS_OF_IT,
    "recommendations:send": OFFICERS_OF_IT,
    "recommendations:send_others": OFFICERS,
    "recommendations:sent": READERS_OF_IT,
    "recommendations:sent_on": READERS_OF_IT,
    "recommendations:sent_by_route": READERS_OF_IT,
    "recommendations:analysis": READERS_OF_IT,
    "recommendations:analysis_pdf": READERS_OF_IT,
    "recommendations:tracker": READERS_OF_IT,
    "recommendations:tracker_pdf": READERS_OF_IT,
    "recommendations:outcomes": READERS_OF_IT,
    "recommendations:propose": OFFICERS_POST,
    "recommendations:enter_outcome": OFFICERS_OF_IT,
    "recommendations:unexplained": READERS_OF_IT,
    "recommendations:correct_outcome": OFFICERS_OF_IT,
    "recommendations:confirm_outcome": OFFICERS_POST,
    "recommendations:reject_outcome": OFFICERS_OF_IT,
    "recommendations:letters": READERS,
    "recommendations:add_letter": OFFICERS,
    # The held letter is the officer's own: even another officer would be told it is not there.
    "recommendations:review_letter": OFFICERS,
    "recommendations:letter": READERS_OF_IT,
    "recommendations:letter_source": READERS_OF_IT,
    "recommendations:confirm_letter": OFFICERS_POST,
    "recommendations:edit_letter": OFFICERS_OF_IT,
    "recommendations:edit_response": OFFICERS_OF_IT,
    "reviews:list": READERS,
    "reviews:add": ARRANGERS,
    "reviews:detail": READERS_OF_IT,
    "reviews:edit": ARRANGERS_OF_IT,
    "reviews:remove": ARRANGERS_OF_IT,
    "reviews:report": READERS_OF_IT,
    "reviews:report_pdf": READERS_OF_IT,
    "reviews:place": ARRANGERS_OF_IT,
    "reviews:adopt": OFFICERS_OF_IT,
    "reviews:evidence_source": READERS_OF_IT,
    "reviews:keep_promise": ARRANGERS_OF_IT,
    "reviews:add_part": ARRANGERS_OF_IT,
    "reviews:edit_part": ARRANGERS_OF_IT,
    "reviews:move_part": ARRANGERS_POST,
    "reviews:remove_part": ARRANGERS_OF_IT,
}


def patterns(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every route of the site by its full name."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inside = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from patterns(pattern, inside)
        else:
            yield f"{namespace}{pattern.name}", pattern


EVERY_ROUTE = dict(patterns(get_resolver()))


def test_every_route_has_its_row():
    assert sorted(EVERY_ROUTE) == sorted(ROUTES)


@pytest.mark.parametrize("name", sorted(EVERY_ROUTE))
def test_every_view_names_its_permission_or_is_public(name):
    view = EVERY_ROUTE[name].callback
    is_public = getattr(view, "login_required", True) is False
    assert is_public or callable(getattr(view, "permission", None))


class Where:
    """The things of the demo panel that routes are asked about."""

    def __init__(self, officer: Any) -> None:
        self.officer = officer
        self.plan = Plan.objects.get()
        self.issued = PlanVersion.objects.get(kind=PlanVersion.Kind.ISSUED)
        self.open = PlanVersionFactory(plan=self.plan, texts=["One.", "Two.", "Three."])
        self.paragraph = self.open.paragraphs.all()[1]
        self.past, self.next = Meeting.objects.order_by("starts_at")
        self.item = self.past.items.filter(entries__isnull=False).first()
        self.pack = history.create(
            Pack,
            by=officer,
            why="Made for a test",
            asked_by=officer,
            meeting=self.next,
            audience=Pack.Audience.FULL,
            state=Pack.State.MADE,
            content=ContentFile(b"%PDF-1.7", name="pack.pdf"),
            edition=ContentFile(b"<h2>Agenda</h2>", name="pack.html"),
            sha256=hashlib.sha256(b"%PDF-1.7").hexdigest(),
            pages=1,
        )

        self.broken = self.break_a_link()
        self.exclusion = history.create(
            Exclusion,
            by=officer,
            why="Made for a test",
            entry=self.item.entries.last(),
            paragraph=7,
        )
        self.judgement = history.create(
            Judgement,
            by=officer,
            why="Made for a test",
            recommendation=Recommendation.objects.first(),
            entry=self.item.entries.first(),
            decision=Judgement.Decision.NOT_SATISFIED,
        )

    def break_a_link(self) -> BrokenLink:
        """An officer's word that the first paragraph did not become the last."""
        comparison = self.issued.comparison
        return history.create(
            BrokenLink,
            by=self.officer,
            why="Made for a test",
            comparison=comparison,
            earlier=comparison.earlier.paragraphs.first(),
            later=comparison.later.paragraphs.last(),
            broken_by=self.officer,
        )

    def address(self, name: str) -> str:
        """Where a route leads with these things."""
        arguments = self.arguments().get(name, [])
        address = reverse(name, args=arguments)
        held = {HELD: self.held, HELD_MINUTES: self.held_minutes}.get(name)
        return f"{address}?held={held()}" if held else address

    def held_minutes(self) -> str:
        """The token of minutes that the officer holds."""
        said = b"Agenda item\n\nFraud\n\nMinutes:\n\nRESOLVED: That the report be noted."
        return holding.hold(said, purpose="minutes", name="fraud.txt", by=self.officer, about={})

    def held(self) -> str:
        """The token of a letter that the officer holds."""
        letter = ResponseLetter.objects.get()
        with letter.source.content.open() as file:
            data = file.read()
        about = {"version": letter.version_id}
        name = letter.source.name
        return holding.hold(data, purpose="letter", name=name, by=self.officer, about=about)

    def arguments(self) -> dict[str, Sequence[Any]]:
        """What each route's address names."""
        recommendation, letter = Recommendation.objects.first(), ResponseLetter.objects.get()
        outcome, entry = Outcome.objects.first(), self.item.entries.first()
        paper = Paper.objects.filter(item__meeting=self.next, kind=Paper.WRITTEN).first()
        of_version = dict.fromkeys(
            (
                "plans:version",
                "plans:edit_version",
                "plans:delete_version",
                "plans:correct",
                "plans:add_first",
                "plans:undo_correction",
                "plans:lock",
                "plans:source",
            ),
            (self.open.pk,),
        )
        of_paragraph = dict.fromkeys(
            (
                "plans:change_heading",
                "plans:make_heading",
                "plans:story",
                *(name for name in ROUTES if name.endswith("_paragraph")),
            ),
            (self.paragraph.pk,),
        )
        of_meeting = dict.fromkeys(
            (
                "detail",
                "edit",
                "publish_agenda",
                "begin",
                "take",
                "take_save",
                "take_since",
                "first_number",
                "attendance",
                "add_attendance",
                "add_declaration",
                "add_item",
                "agenda_pdf",
                "arrange_agenda",
                "standing_items",
                "copy_standing_items",
                "date_minutes",
            ),
            (self.next.pk,),
        )
        of_minutes = dict.fromkeys(
            ("minutes", "minutes_pdf", "minutes_word", "approve_minutes"), (self.past.pk,)
        )
        of_item = dict.fromkeys(
            (
                "edit_item",
                "move_item",
                "delete_item",
                "add_paper",
                "add_entry",
                "summary",
                "exclude",
                "readmit",
            ),
            (self.item.pk,),
        )
        of_paper = dict.fromkeys(("paper", "edit_paper", "delete_paper"), (paper.pk,))
        of_paper["paper_file"] = (Paper.objects.exclude(file=None).first().pk,)
        of_entry = dict.fromkeys(("edit_entry", "delete_entry"), (entry.pk,))
        of_pack = dict.fromkeys(
            ("pack", "cancel_pack", "publish_pack", "pack_file", "read_pack"), (self.pack.pk,)
        )
        attendance = [self.past.attendances.exclude(capacity="member").first().pk]
        declaration = [self.past.declarations.first().pk]
        of_life = ("close", "reopen", "correct_minutes")
        meetings = of_meeting | of_minutes | of_item | of_paper | of_entry | of_pack
        meetings |= {"delete_attendance": attendance, "make_pack": (self.next.pk,)}
        meetings |= {"edit_attendance": attendance, "edit_declaration": declaration}
        meetings |= dict.fromkeys(of_life, (self.past.pk,))
        meetings |= {"finish": (self.next.pk,), "edit_member": [PanelMember.objects.first().pk]}
        meetings |= {"delete_declaration": declaration}
        meetings |= {"year": (self.next.day.year,), "month": (self.next.day.year, 12)}
        of_action = dict.fromkeys(("edit_action", "complete_action"), (Action.objects.first().pk,))
        meetings |= of_action | {"exclusion": [self.exclusion.entry_id]}
        return {
            **self.of_review(),
            **of_version,
            **of_paragraph,
            **{f"meetings:{name}": arguments for name, arguments in meetings.items()},
            "accounts:edit_person": (self.officer.pk,),
            "accounts:new_password": ["x", "y-z"],
            "calendars:feed": ["x"],
            "history:record": ["plans", "plan", self.plan.pk],
            "plans:detail": (self.plan.pk,),
            "plans:add_version": (self.plan.pk,),
            "plans:compare": (self.issued.pk,),
            "plans:compare_pdf": (self.issued.pk,),
            "plans:choose_comparison": (self.plan.pk,),
            "plans:compare_with": (self.issued.pk, self.issued.revises_id),
            "plans:decisions": (self.issued.pk,),
            "plans:confirm_certain": (self.issued.pk,),
            **dict.fromkeys(LINKS, (self.issued.comparison.revisions.first().pk,)),
            "plans:mend_link": (self.broken.pk,),
            "plans:reading": (ReadingFactory(plan=self.plan).pk,),
            "plans:comparison_progress": (self.issued.comparison.pk,),
            "plans:renew_comparison": (self.issued.comparison.pk,),
            "recommendations:detail": [recommendation.pk],
            "recommendations:edit": [recommendation.pk],
            "recommendations:due": [recommendation.pk],
            "recommendations:print": [recommendation.pk],
            "recommendations:judge": [recommendation.pk],
            "recommendations:edit_judgement": [self.judgement.pk],
            "recommendations:judge_meeting": [self.past.pk],
            "recommendations:judge_at": [self.past.pk, recommendation.pk],
            "recommendations:assess": [recommendation.pk, self.issued.pk],
            "recommendations:assess_in_place": [recommendation.pk, self.issued.pk],
            "recommendations:assess_all": [self.issued.pk],
            "recommendations:briefing": (self.next.pk,),
            "recommendations:briefing_pdf": (self.next.pk,),
            "recommendations:add": (self.item.pk,),
            "recommendations:send": [recommendation.version_id],
            "recommendations:sent": [recommendation.version_id],
            "recommendations:sent_on": [recommendation.version_id, recommendation.sent_on],
            "recommendations:sent_by_route": ["decisions", recommendation.sent_on],
            "recommendations:analysis": (self.issued.pk,),
            "recommendations:analysis_pdf": (self.issued.pk,),
            "recommendations:tracker": (self.next.pk,),
            "recommendations:tracker_pdf": (self.next.pk,),
            "recommendations:outcomes": (self.issued.pk,),
            "recommendations:propose": (self.issued.pk,),
            "recommendations:enter_outcome": (self.issued.pk,),
            "recommendations:unexplained": (self.issued.pk,),
            "recommendations:correct_outcome": [outcome.pk],
            "recommendations:confirm_outcome": [outcome.pk],
            "recommendations:reject_outcome": [outcome.pk],
            "recommendations:letter": [letter.pk],
            "recommendations:letter_source": [letter.pk],
            "recommendations:confirm_letter": [letter.pk],
            "recommendations:edit_letter": [letter.pk],
            "recommendations:edit_response": [letter.responses.first().pk],
        }

    def of_review(self) -> dict[str, Sequence[Any]]:
        """What the addresses of scrutiny reviews name."""
        review = ScrutinyReview.objects.get()
        subject, filed = review.subjects.first(), review.evidence.exclude(file=None).first()
        whole = ("detail", "edit", "remove", "report", "report_pdf", "place", "adopt")
        parts = ("edit_part", "remove_part", "move_part")
        found: dict[str, Sequence[Any]] = dict.fromkeys(whole, (review.pk,))
        found |= dict.fromkeys(parts, ("subjects", subject.pk))
        found |= {"add_part": ["evidence", review.pk], "evidence_source": [filed.pk]}
        found |= {"keep_promise": [review.promises.first().pk]}
        return {f"reviews:{name}": arguments for name, arguments in found.items()}


HELD = "recommendations:review_letter"
HELD_MINUTES = "meetings:check_read"
LINKS = (
    "plans:confirm_link",
    "plans:break_link",
    "plans:change_link",
    "plans:undo_confirmation",
)


@pytest.fixture
def ask(demo_once, loaded) -> Callable[[str], tuple[int, ...]]:
    """Ask for a route as everyone in turn."""
    users = loaded.cast.users
    people = {
        "public": None,
        "nobody": UserFactory(),
        "administrator": users["trevannock"],
        "member": users["fennimore"],
        "chair": users["tillerby"],
        "officer": users["westerdale"],
        "clerk": users["arkenby"],
    }
    where = Where(users["westerdale"])

    def statuses(name: str) -> tuple[int, ...]:
        address = where.address(name)
        return tuple(status(address, people[persona]) for persona in PERSONAS)

    return statuses


def status(address: str, user: Any) -> int:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client.get(address).status_code


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_route_answers_each_persona_as_the_table_says(name, ask):
    assert dict(zip(PERSONAS, ask(name), strict=True)) == dict(
        zip(PERSONAS, ROUTES[name], strict=True)
    )
