"""The demo panel once loaded: what the product makes of its files and words is held against what
a careful reader finds."""

from collections import Counter
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from demo import content, loading, sources, truth
from demo.loading.register import LEFT_TO_CONFIRM
from meetings import minutes
from meetings.models import (
    Action,
    Attendance,
    Declaration,
    Meeting,
    MinuteEntry,
    PanelMember,
    Paper,
    Vote,
)
from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from plans.models import Paragraph, Plan, PlanVersion
from recommendations.models import (
    Assessment,
    DueDateRevision,
    Outcome,
    Recommendation,
    Response,
    ResponseLetter,
)
from recommendations.outcomes.unexplained import changes_in, unexplained
from tests.demo.command import load_demo, rows_of_history

pytestmark = pytest.mark.usefixtures("demo_once")

EXPECTED = {expected.reference: expected for expected in truth.EXPECTED}
POINTS = {point.reference: point for point in content.POINTS}
JUNE, DECEMBER = content.MEETINGS


def version(kind: str) -> PlanVersion:
    return PlanVersion.objects.get(kind=kind)


def keys(kind: str, source: str) -> dict[int, str]:
    """The keys of a version's paragraphs in the truth, by primary key."""
    read = version(kind).paragraphs.order_by("position")
    return dict(
        zip((p.pk for p in read), (s.key for s in sources.plan(source).passages), strict=True)
    )


def test_load_answers_with_those_who_take_part(loaded):
    cast = loaded.cast
    assert cast.officer.is_officer
    assert cast.clerk.is_clerk
    assert cast.members["tillerby"].position == PanelMember.Position.CHAIR
    assert cast.members["tillerby"].user == cast.users["tillerby"]


def test_load_demo_again_changes_nothing_and_says_so():
    before = rows_of_history()
    assert "there already" in load_demo()
    assert rows_of_history() == before


def test_load_demo_again_leaves_what_was_done_since():
    panel = Panel.current()
    panel.name = "Renamed while trying it"
    history.save(panel, by=None, why="Trying it")
    history.create(Plan, by=None, why="Trying it", title="A plan of one's own")
    assert "there already" in load_demo()
    assert Panel.current().name == "Renamed while trying it"
    assert Plan.objects.count() == 2


# --- The plans ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "source"),
    [("draft", "draft-plan"), ("issued", "issued-plan"), ("draft variation", "variation")],
)
def test_plan_is_read_from_its_file_as_written(kind, source):
    read = version(kind).paragraphs.order_by("position")
    assert [(p.label, tuple(p.heading), p.text, p.unsure) for p in read] == [
        (s.label, s.heading, s.text, "") for s in sources.plan(source).passages
    ]
    assert version(kind).is_locked
    assert not version(kind).problems


@pytest.mark.parametrize("kind", truth.STEPS)
def test_comparison_is_what_a_careful_reader_finds(kind):
    step, compared = truth.STEPS[kind], version(kind)
    earlier, later = keys(compared.revises.kind, step.earlier), keys(kind, step.later)
    revisions = compared.comparison.revisions.prefetch_related("earlier", "later")
    found = {
        (
            r.kind,
            tuple(earlier[p.pk] for p in r.earlier.all()),
            tuple(later[p.pk] for p in r.later.all()),
        )
        for r in revisions
    }
    assert found == {(r.kind, r.earlier, r.later) for r in truth.revisions(kind)}


def test_unexplained_changes_are_found():
    officer = get_user_model().objects.get(email="officer@demo.example")
    found = {c.shown[0].label for c in unexplained(changes_in(version("issued"), officer))}
    slight = {change.later[0] for change in truth.CHANGES if change.slight}
    assert found >= set(truth.UNEXPLAINED)
    # Besides: changes of a word, and the rest of a section of which the letter names one part.
    assert found - set(truth.UNEXPLAINED) <= slight | {"52", "52 A"}


# --- The register ------------------------------------------------------------------------------


def test_register_holds_the_points_in_their_minutes_as_sent():
    recommendations = Recommendation.objects.select_related("raised_in__item", "version")
    assert [r.reference for r in recommendations] == list(POINTS)
    for recommendation in recommendations:
        point = POINTS[recommendation.reference]
        assert recommendation.text == recommendation.raised_in.text == point.text
        assert recommendation.raised_in.item.position == int(point.minute.split(".")[0])
        assert (recommendation.sent_on, recommendation.due_on) == (content.SENT, point.due)
        assert recommendation.owner == point.owner
        assert (recommendation.version is None) == (point.route != "s.28(3)")


def test_points_cite_what_they_name():
    for recommendation in Recommendation.objects.prefetch_related("citations__paragraphs"):
        citations = recommendation.citations.all()
        labels = [label for citation in citations for label in citation.labels]
        assert sorted(labels) == sorted(POINTS[recommendation.reference].cites)
        assert all(citation.paragraphs.exists() for citation in citations)


def test_letter_is_read_from_its_file():
    letter = ResponseLetter.objects.get()
    assert (letter.dated, letter.reference) == (content.LETTER.dated, content.LETTER.reference)
    assert letter.source.name == content.LETTER.file
    assert letter.responses.count() == 20
    assert not Response.objects.filter(recommendation__reference__in=["2026/21", "2026/22"])


@pytest.mark.parametrize("reference", EXPECTED)
def test_response_is_read_as_a_careful_reader_does(reference):
    expected = EXPECTED[reference]
    response = Response.objects.get(recommendation__reference=reference)
    assert response.decision == expected.decision
    cited = [(c.document, tuple(c.labels)) for c in response.citations.all()]
    plan = [label for document, labels in cited if document == "plan" for label in labels]
    assert plan == [label for c in expected.cites for label in c.labels]
    assert [d for d, _ in cited if d != "plan"] == [
        c.document for c in expected.cites if c.document != "plan"
    ]


@pytest.mark.parametrize("reference", POINTS)
def test_outcomes_are_what_a_careful_reader_finds(reference):
    expected = EXPECTED.get(reference)
    found = Outcome.objects.filter(recommendation__reference=reference)
    assert {(o.place, o.verdict) for o in found} == set(expected.places if expected else ())


def test_outcomes_are_mostly_confirmed_and_some_left_to_confirm():
    left = {o.recommendation.reference for o in Outcome.objects.filter(state="proposed")}
    assert left == set(LEFT_TO_CONFIRM)
    states = Counter(Outcome.objects.values_list("state", flat=True))
    assert states["confirmed"] >= 2 * states["proposed"] > 0


# --- What officers made of it ------------------------------------------------------------------


def test_assessments_are_the_last_of_each_point_with_what_partners_said():
    found = Assessment.objects.select_related("recommendation").prefetch_related("partner_comments")
    last = {assessed.point: assessed for assessed in content.ASSESSED}
    assert {a.recommendation.reference for a in found} == set(last)
    for assessment in found:
        expected = last[assessment.recommendation.reference]
        assert assessment.version == version("issued")
        assert (assessment.view, assessment.comment) == (expected.view, expected.comment)
        assert assessment.suggested_wording == expected.suggested_wording
        assert bool(assessment.wording_place) == bool(assessment.suggested_wording)
        said = [(c.source, c.text) for c in assessment.partner_comments.all()]
        assert said == [(p.source, p.text) for p in expected.partners]


def test_assessments_are_dated_when_they_were_made():
    assert written(Assessment) == {assessed.day for assessed in content.ASSESSED}
    assert Assessment.history.count() == len(content.ASSESSED)


def test_due_dates_were_revised_and_the_first_is_kept():
    recommendation = Recommendation.objects.get(reference="2026/21")
    assert recommendation.due_on == POINTS["2026/21"].due
    revised = recommendation.due_date_revisions.all()
    assert [(r.decided_on, r.due_on, r.reason) for r in revised] == [
        (r.agreed, r.due, r.reason) for r in content.REVISED
    ]
    assert written(DueDateRevision) == {r.agreed for r in content.REVISED}


# --- The meetings ------------------------------------------------------------------------------


def test_june_is_minuted_in_full():
    meeting = Meeting.objects.get(starts_at__date=JUNE.day)
    assert meeting.state == JUNE.state
    for item in JUNE.items:
        entries = MinuteEntry.objects.filter(item__meeting=meeting, item__position=item.number)
        minuted = [(e.kind, e.level, e.text) for e in entries.order_by("position")]
        assert minuted == [(e.kind, e.level, content.text_of(e)) for e in item.entries]
    assert Attendance.objects.filter(meeting=meeting).count() == len(JUNE.attendance)
    assert Declaration.objects.filter(meeting=meeting).count() == len(JUNE.declarations)
    assert Vote.objects.filter(votes_for=10, votes_against=0, abstentions=1).count() == 1


def test_minutes_are_numbered_as_the_demo_numbers_them():
    read = minutes.read(Meeting.objects.get(starts_at__date=JUNE.day), is_public=False, office="")
    assert [minute.number for item in read.items for minute in item.minutes] == [
        entry.number for item in JUNE.items for entry in item.entries
    ]


def test_some_actions_are_done_and_some_are_not():
    expected = [e.action for item in JUNE.items for e in item.entries if e.action]
    found = Action.objects.values_list("owner", "due_on", "done_on", "outcome")
    assert Counter(found) == Counter((a.owner, a.due, a.done, a.outcome) for a in expected)
    assert {bool(action.done) for action in expected} == {True, False}


def test_december_is_being_prepared():
    meeting = Meeting.objects.get(starts_at__date=DECEMBER.day)
    assert meeting.state == Meeting.State.PLANNED
    papers = Paper.objects.filter(item__meeting=meeting).order_by("item__position", "position")
    assert [p.title for p in papers] == [p.title for item in DECEMBER.items for p in item.papers]
    assert [p.label for p in papers] == [p.label for item in DECEMBER.items for p in item.papers]
    [of_june] = papers.filter(kind="minutes")
    assert of_june.minutes_of.day == JUNE.day
    assert not MinuteEntry.objects.filter(item__meeting=meeting)


def test_papers_of_december_were_sent_in_one_without_tags_one_exempt_one_to_follow():
    papers = Paper.objects.filter(kind="uploaded").order_by("item__position", "position")
    assert [(p.file and p.file.name, p.pages, p.lacks, p.restricted_under) for p in papers] == [
        ("performance-2025-26.pdf", 2, [], None),
        ("spending-to-october.pdf", 2, ["untagged", "language"], None),
        ("treatment-contract.pdf", 1, [], 3),
        (None, None, [], None),
    ]
    assert [paper.is_to_follow for paper in papers] == [False, False, False, True]
    assert Paper.objects.exclude(background="").count() == 2


# --- The history -------------------------------------------------------------------------------


def test_every_record_says_who_and_why():
    for model in loading.recorded_models():
        rows = model.history.all()
        assert not rows.filter(history_change_reason__in=["", None]).exists(), model
        if model._meta.label not in ("panel.Panel", "accounts.User"):
            assert not rows.filter(history_user=None).exists(), model


def test_history_runs_forward_and_tells_when_things_happened():
    for model in loading.recorded_models():
        dates = list(model.history.order_by("history_id").values_list("history_date", flat=True))
        assert dates == sorted(dates), model
    assert written(MinuteEntry) == {date(2026, 6, 12), date(2026, 6, 19), date(2026, 6, 26)}
    assert min(written(Response)) > content.LETTER.dated
    late = Paper.objects.get(item__meeting__starts_at__date=JUNE.day, label="Paper C")
    assert [timezone.localdate(row.history_date) for row in late.history.all()] == [
        date(2026, 6, 9),
        date(2026, 6, 3),  # to follow
    ]
    assert min(written(Paragraph)) == content.PLAN_VERSIONS[0].dated


def written(model) -> set[date]:
    return {timezone.localdate(row.history_date) for row in model.history.all()}
