"""The officers' analysis, read from the record."""

from datetime import UTC, date, datetime

import pytest

from meetings.models import MinuteEntry
from recommendations.models import Recommendation
from recommendations.papers import points, printing
from recommendations.papers.analysis import Assessed, Effect
from tests.factories.recommendations import (
    AssessmentFactory,
    EntryFactory,
    ItemFactory,
    JudgementFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)
from tests.recommendations.papers.conftest import PATROLS, SECRET

pytestmark = pytest.mark.django_db


def rows(found):
    return {row.name: list(row.references) for row in found if row.references}


def test_point_is_followed_into_the_version(issued):
    found = points.analysed(issued, is_public=False)
    assert (found.earlier, found.version) == (
        "draft of 5 May 2026",
        "issued plan of 1 September 2026",
    )
    [point, other] = found.points
    assert (point.reference, point.minuted.number, point.minuted.held_on) == (
        "2026/1",
        "1.1",
        date(2026, 6, 12),
    )
    assert point.cites == ["paragraph 2"]
    [given] = point.answers
    assert (given.decision, given.dated) == ("Accepted", date(2026, 7, 20))
    [effect] = point.effects
    assert (effect.what, effect.verdict, effect.is_proposed) == (
        "Paragraph 2: reworded",
        "borne out",
        True,
    )
    assert (other.reference, other.effects, other.assessed) == ("2026/10", [], None)


def test_points_stand_in_the_order_people_count_in(issued):
    found = points.analysed(issued, is_public=False)
    assert [point.reference for point in found.points] == ["2026/1", "2026/10"]


def test_summary_counts_views_and_verdicts_and_hides_nothing(issued):
    AssessmentFactory(recommendation=Recommendation.objects.get(reference="2026/1"), version=issued)
    found = points.analysed(issued, is_public=False)
    assert rows(found.views) == {"Met": ["2026/1"], "Not yet assessed": ["2026/10"]}
    assert rows(found.verdicts) == {"Borne out": ["2026/1"]}
    assert (found.unassessed, found.unanswered, found.to_confirm) == (1, ["2026/10"], 1)


def test_assessment_comes_with_partners_and_questions(assessed):
    [point, _] = points.analysed(assessed.version, is_public=False).points
    assert point.assessed == Assessed(
        view="partly met",
        view_in_words="Partly met",
        comment="It says by night only.",
        questions="- Why by night?\n\nBy when?",
        suggested_wording="By day and by night.",
        wording_place="paragraph 2",
        partners=point.assessed.partners,
    )
    assert point.assessed.asking == ["Why by night?", "By when?"]
    [comment] = point.assessed.partners
    assert (comment.source, comment.text) == ("Safeguarding Board", "Welcome.")


def test_change_that_no_point_accounts_for_is_unexplained(issued):
    [change] = points.analysed(issued, is_public=False).unexplained
    assert change.what == "Paragraph 3: added"


def test_judgement_of_the_meeting_itself_is_left_out(issued):
    point = Recommendation.objects.get(reference="2026/1")
    item = ItemFactory(meeting__starts_at=datetime(2026, 9, 25, 9, tzinfo=UTC))
    entry = EntryFactory(item=item, kind=MinuteEntry.Kind.RESOLUTION)
    JudgementFactory(recommendation=point, entry=entry)
    before = {
        day: points.analysed(issued, is_public=False, judged_before=day).points[0].judged
        for day in (date(2026, 9, 25), date(2026, 9, 26))
    }
    assert before[date(2026, 9, 25)] is None
    assert before[date(2026, 9, 26)].decision == "Satisfied"


def test_two_places_of_one_change_are_said_once(officer):
    draft = version_of([("1", f"{PATROLS} Ten hours a week will be spent on foot.")], by=officer)
    point = recommend(draft, by=officer, cites="1")
    said = "I have divided it: please see Para 1 and Para 2."
    letter_with(answer(point, said, "accepted", cites="1, 2"), by=officer)
    issued = version_of(
        [("1", PATROLS), ("2", "Ten hours a week will be spent on foot.")],
        revises=draft,
        by=officer,
    )
    [found] = points.analysed(issued, is_public=False).points
    assert len({effect.what for effect in found.effects}) == len(found.effects)


@pytest.mark.parametrize("verdict", ["not found", "not borne out", "changed without being claimed"])
def test_what_is_not_as_it_was_said_to_be_needs_a_reason(verdict):
    effect = Effect("Paragraph 2", "", verdict, verdict, "Because.", is_proposed=False)
    assert effect.needs_a_reason


# --- What the public gets -----------------------------------------------------------------------


def test_public_gets_nothing_said_in_private(secret):
    full = printing.analysis(points.analysed(secret, is_public=False))
    public = printing.analysis(points.analysed(secret, is_public=True))
    assert SECRET in full
    assert "Not for publication: paragraph 3" in full
    assert SECRET not in public
    assert "Not for publication" not in public
    assert "2026/1" in public


def test_letter_that_also_answers_in_private_is_cut_for_the_public(secret):
    [full] = points.analysed(secret, is_public=False).letters
    [public] = points.analysed(secret, is_public=True).letters
    assert SECRET in full.text
    assert (public.text, [said for _, said in public.answers]) == ("", ["I have amended Para 2."])


def test_change_explained_in_private_does_not_show_by_its_absence(secret):
    full = points.analysed(secret, is_public=False).unexplained
    public = points.analysed(secret, is_public=True).unexplained
    assert [change.what for change in full] == []
    assert [change.what for change in public] == ["Paragraph 3: added"]


def test_public_does_not_get_a_judgement_made_in_private(issued):
    point = Recommendation.objects.get(reference="2026/1")
    entry = EntryFactory(item__restricted_under=1, kind=MinuteEntry.Kind.RESOLUTION)
    JudgementFactory(recommendation=point, entry=entry, decision="withdrawn")
    assert points.analysed(issued, is_public=False).points[0].judged.decision == "Withdrawn"
    assert points.analysed(issued, is_public=True).points[0].judged is None


@pytest.mark.parametrize("number", [1, 3])
def test_analysis_takes_a_fixed_number_of_queries(officer, number, django_assert_num_queries):
    draft = version_of([(str(n), f"{PATROLS} {n}") for n in range(1, 4)], by=officer)
    for n in range(1, number + 1):
        point = recommend(draft, by=officer, cites=str(n))
        letter_with(answer(point, f"See Para {n}.", "accepted", cites=str(n)), by=officer)
    parts = [(str(n), f"{PATROLS} By night. {n}") for n in range(1, 4)]
    issued = version_of(parts, revises=draft, by=officer)
    for point in Recommendation.objects.all():
        AssessmentFactory(recommendation=point, version=issued)
    with django_assert_num_queries(ANALYSIS):
        points.analysed(issued, is_public=True)


ANALYSIS = 19
