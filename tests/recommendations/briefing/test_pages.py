"""The briefing's pages: who may read them, what they say, what they cost."""

import io
from datetime import UTC, date, datetime

import pikepdf
import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.models import Meeting, MinuteEntry
from meetings.related import meeting_links
from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from recommendations import actions
from recommendations.briefing import briefing_for
from recommendations.models import Outcome
from tests.factories.meetings import ActionFactory, AgendaItemFactory, MeetingFactory, PaperFactory
from tests.factories.recommendations import (
    AssessmentFactory,
    EntryFactory,
    ItemFactory,
    JudgementFactory,
    RecommendationFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
NEXT = datetime(2099, 12, 11, 10, 30, tzinfo=UTC)
PATROLS = "I will publish each quarter the number of hours that officers spend on foot patrol."


@pytest.fixture
def meeting():
    return MeetingFactory(starts_at=NEXT)


@pytest.fixture
def draft(officer):
    return version_of([("1", "Every ward has an officer."), ("2", PATROLS)], by=officer)


@pytest.fixture
def issued(officer, draft):
    """The response says that paragraph 2 was amended; it is paragraph 1 that was."""
    point = recommend(draft, by=officer, cites="2", reference="R1", text="Say more on patrols.")
    letter_with(answer(point, "I have amended Para 2.", "accepted", cites="2"), by=officer)
    parts = [("1", "Every ward has a named officer whom one can ring."), ("2", PATROLS)]
    return version_of(parts, revises=draft, by=officer)


@pytest.fixture
def on_the_plan(meeting, issued):
    """The item with the paper on what changed in the issued plan."""
    item = AgendaItemFactory(meeting=meeting, title="The plan as issued")
    PaperFactory(item=item, kind="comparison", version=issued, label="Paper B")
    return item


def address(meeting, name="briefing"):
    return reverse(f"recommendations:{name}", args=[meeting.pk])


def page(client_of, user, meeting):
    response = client_of(user).get(address(meeting))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("persona", ["officer", "clerk", "member", "chair"])
@pytest.mark.parametrize("name", ["briefing", "briefing_pdf"])
def test_everyone_with_a_role_reads_it(request, persona, name, client_of, meeting):
    client = client_of(request.getfixturevalue(persona))
    assert client.get(address(meeting, name)).status_code == 200


@pytest.mark.parametrize("persona", ["administrator", "nobody"])
@pytest.mark.parametrize("name", ["briefing", "briefing_pdf"])
def test_others_do_not_find_it(request, persona, name, client_of, meeting):
    client = client_of(request.getfixturevalue(persona))
    assert client.get(address(meeting, name)).status_code == 404


def test_address_to_keep_leads_to_the_next_meeting(client_of, member, meeting):
    MeetingFactory(starts_at=datetime(2099, 12, 18, 10, tzinfo=UTC))
    MeetingFactory(starts_at=datetime(2026, 6, 12, 10, tzinfo=UTC))
    response = client_of(member).get(reverse("recommendations:next_briefing"))
    assert response.url == address(meeting)


def test_meeting_of_today_is_the_next_until_the_day_is_over(client_of, member, meeting):
    now = timezone.localtime()
    today = MeetingFactory(starts_at=now.replace(hour=0, minute=1))
    response = client_of(member).get(reverse("recommendations:next_briefing"))
    assert response.url == address(today)


def test_address_to_keep_says_when_no_meeting_is_planned(client_of, member):
    page = client_of(member).get(reverse("recommendations:next_briefing")).content.decode()
    assert "No meeting is planned" in page


@pytest.mark.parametrize("persona", ["administrator", "nobody"])
def test_address_to_keep_is_for_those_with_a_role(request, persona, client_of, meeting):
    client = client_of(request.getfixturevalue(persona))
    assert client.get(reverse("recommendations:next_briefing")).status_code == 403


def test_page_asks_about_what_is_not_borne_out(client_of, member, meeting, on_the_plan):
    found = page(client_of, member, meeting)
    assert (
        "The PCC said that paragraph 2 was amended. It is word for word the same. What happened?"
    ) in found
    assert "An officer has yet to check this" in found
    assert "1 reworded" in found
    assert "1 recommendation claimed but not borne out" in found
    assert (
        "About the draft of 5 May 2026, which the issued plan of 1 September 2026 revises" in found
    )


def test_checked_finding_is_no_longer_said_to_be_unchecked(
    client_of, officer, member, meeting, on_the_plan
):
    actions.confirm_outcome(Outcome.objects.get(), by=officer)
    assert "has yet to check" not in page(client_of, member, meeting)


def test_rejected_finding_is_not_asked_about(client_of, officer, member, meeting, on_the_plan):
    actions.reject_outcome(Outcome.objects.get(), note="Another paragraph.", by=officer)
    assert "word for word the same" not in page(client_of, member, meeting)


def test_unexplained_changes_are_as_many_as_their_page_lists(
    client_of, member, meeting, issued, on_the_plan
):
    assert "1 change that no recommendation accounts for" in page(client_of, member, meeting)
    lists = client_of(member).get(reverse("recommendations:unexplained", args=[issued.pk]))
    assert len(lists.context["shown"]) == 1


def test_officers_questions_are_put_line_by_line(client_of, member, meeting, issued, on_the_plan):
    point = Outcome.objects.get().recommendation
    AssessmentFactory(recommendation=point, version=issued, questions="- Why not?\n\n* When?\n")
    found = page(client_of, member, meeting)
    assert "<li>Why not? " in found
    assert "<li>When? " in found
    assert "Suggested by the officers" in found
    assert "word for word the same" not in found


def test_what_was_promised_is_there(client_of, member, officer, draft, meeting, on_the_plan):
    point = recommend(draft, by=officer, reference="R2", text="Say more.")
    letter_with(
        answer(point, "I will come back to it in 2028.", "deferred"), by=officer, data=b"Other."
    )
    found = page(client_of, member, meeting)
    assert "I will come back to it in 2028." in found
    assert "Put off to a later refresh." in found


def test_undertakings_stand_under_matters_arising(client_of, member, meeting):
    earlier = ItemFactory(title="Public questions")
    ActionFactory(
        entry=EntryFactory(item=earlier, kind=MinuteEntry.Kind.UNDERTAKING, text="To write."),
        owner="The Commissioner",
        due_on=date(2026, 7, 1),
    )
    arising = AgendaItemFactory(meeting=meeting, title="Matters arising")
    PaperFactory(
        item=AgendaItemFactory(meeting=meeting), kind="minutes", minutes_of=earlier.meeting
    )
    found = page(client_of, member, meeting)
    after = found.partition(f'id="item-{arising.pk}"')[2]
    assert "The undertaking of 12 June 2026 on “Public questions” was due by 1 July 2026." in after
    assert "The Commissioner, by 1 July 2026." in after
    assert "To write." in after


def test_what_fits_no_item_is_also_open_and_leads_to_the_register(client_of, member, meeting):
    overdue = {"sent_on": date(2026, 6, 20), "due_on": date(2026, 7, 1)}
    RecommendationFactory(version=None, reference="R9", **overdue)
    response = client_of(member).get(address(meeting))
    found = " ".join(response.content.decode().split())
    assert "1 recommendation that no item of this agenda is about." in found
    for total in response.context["briefing"].totals:
        listed = client_of(member).get(f"{reverse('recommendations:list')}{total.query}")
        assert listed.context["page"].paginator.count == total.number


def test_what_the_panel_is_done_with_is_left_out(client_of, member, meeting):
    JudgementFactory(recommendation__reference="R9")
    found = page(client_of, member, meeting)
    assert "R9" not in found


def test_what_is_raised_at_the_meeting_itself_is_left_out(member, meeting):
    item = AgendaItemFactory(meeting=meeting)
    RecommendationFactory(raised_in=EntryFactory(item=item))
    assert briefing_for(meeting, user=member, today=TODAY).number == 0


def test_restricted_matter_is_marked(client_of, member, meeting):
    AgendaItemFactory(meeting=meeting, title="A complaint", restricted_under=1)
    secret = EntryFactory(item__restricted_under=1)
    RecommendationFactory(raised_in=secret, version=None, reference="R8")
    found = page(client_of, member, meeting)
    assert "Not for publication: parts of this briefing are for members only." in found
    assert "Not for publication: paragraph 1 of Part 1 of Schedule 12A" in found
    after = found.partition(">R8</a>")[2]
    assert after.index("Not for publication") < after.index("</li>")


def test_page_where_all_is_public_says_nothing_of_publication(client_of, member, on_the_plan):
    assert "Not for publication" not in page(client_of, member, on_the_plan.meeting)


def test_office_is_called_what_the_panel_calls_it(client_of, member, meeting, on_the_plan):
    history.create(Panel, by=None, why="For a test", pk=1, office_short="Mayor")
    found = page(client_of, member, meeting)
    assert "The Mayor said that paragraph 2 was amended." in found
    assert "PCC" not in found


def test_version_that_is_still_open_is_not_told_of(client_of, member, officer, draft, meeting):
    open_one = version_of([("1", "Other words.")], revises=draft, by=officer, lock=False)
    item = AgendaItemFactory(meeting=meeting)
    PaperFactory(item=item, kind="comparison", version=open_one)
    assert "What changed in" not in page(client_of, member, meeting)


def test_briefing_for_a_meeting_that_was_is_of_the_evening_before_it(member, draft):
    """What it judged was open before it."""
    item = AgendaItemFactory(
        meeting=MeetingFactory(
            starts_at=datetime(2026, 10, 9, 10, tzinfo=UTC), state=Meeting.State.IN_PROGRESS
        )
    )
    entry = EntryFactory(item=item, kind=MinuteEntry.Kind.RESOLUTION)
    JudgementFactory(recommendation=RecommendationFactory(version=draft), entry=entry)
    briefing = briefing_for(item.meeting, user=member, today=TODAY)
    assert (briefing.on, briefing.number) == (date(2026, 10, 8), 1)
    assert briefing_for(item.meeting, user=member, today=date(2026, 10, 9)).number == 0


def test_pdf_is_tagged_and_says_the_same(client_of, member, meeting, on_the_plan):
    response = client_of(member).get(address(meeting, "briefing_pdf"))
    assert response["Content-Disposition"] == 'attachment; filename="briefing-2099-12-11.pdf"'
    with pikepdf.open(io.BytesIO(response.content)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "en-GB"
    pages = pypdfium2.PdfDocument(response.content)
    words = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    assert "Briefing, 11 December 2099" in words
    assert "The PCC said that paragraph 2 was amended." in words


def test_meeting_and_home_lead_to_it(client_of, member, meeting):
    for page in (meeting.get_absolute_url(), reverse("home")):
        assert address(meeting) in client_of(member).get(page).content.decode()


def test_those_without_a_role_are_not_led_to_it(nobody, meeting):
    assert meeting_links(nobody, [meeting]) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_briefing_takes_a_fixed_number_of_queries(
    member, officer, number, draft, django_assert_num_queries
):
    meeting = MeetingFactory(starts_at=NEXT)
    for n in range(number):
        item = AgendaItemFactory(meeting=meeting)
        PaperFactory(item=item, kind="comparison", version=draft)
        point = recommend(draft, by=officer)
        AssessmentFactory(recommendation=point, questions="Why?")
        said = answer(point, f"I will, {n}.", "deferred")
        letter_with(said, by=officer, data=f"Letter {n}".encode())
        ActionFactory(entry=EntryFactory(kind=MinuteEntry.Kind.ACTION))
    with django_assert_num_queries(20):
        briefing_for(meeting, user=member, today=TODAY)
