"""The forms of the register: what they ask for, in the words of the page."""

from datetime import UTC, date, datetime

import pytest

from meetings.models import MinuteEntry
from pcp_scrutiny import history
from plans.models import PlanVersion
from recommendations import actions, forms
from recommendations.models import Judgement, Recommendation
from tests.factories.meetings import MeetingFactory
from tests.factories.plans import PlanVersionFactory
from tests.factories.recommendations import (
    JUNE,
    AssessmentFactory,
    CitationFactory,
    EntryFactory,
    RecommendationFactory,
    ResponseFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)

pytestmark = pytest.mark.django_db
POINT = {
    "reference": "R1",
    "kind": "recommendation",
    "text": "Para 2 should say more.",
    "route": "s.28(3)",
}


# --- A recommendation ---------------------------------------------------------------------------


def point(**changed):
    return forms.RecommendationForm({**POINT, **changed})


def test_recommendation_without_a_list_cites_what_its_text_names():
    form = point(text="Para 46(e) and the Foreword should say more.")
    assert form.is_valid()
    assert form.cleaned_data["cites"] == "46(e), Foreword"


def test_recommendation_with_a_list_cites_what_is_in_it():
    form = point(cites="3")
    assert form.is_valid()
    assert form.cleaned_data["cites"] == "3"


def test_recommendation_without_a_list_knows_the_headings_of_its_version(officer):
    version = version_of([("1", "Words.", ["Roads, rail and rivers"])], by=officer)
    form = point(text="The section “Roads, rail and rivers” is thin.", version=version.pk)
    assert form.is_valid()
    assert form.cleaned_data["cites"] == "Roads, rail and rivers"


@pytest.mark.parametrize(
    ("field", "sentence"),
    [("reference", "Enter a reference"), ("text", "Enter what the panel said")],
)
def test_recommendation_says_what_is_missing(field, sentence):
    assert point(**{field: " "}).errors[field] == [sentence]


def test_recommendation_needs_a_reference_of_its_own():
    RecommendationFactory(reference="R1")
    assert point().errors["reference"] == ["Another recommendation has this reference"]


def test_recommendation_may_be_about_no_plan():
    form = point(version="")
    assert form.is_valid()
    assert form.cleaned_data["version"] is None


def test_correcting_begins_with_what_is_cited(officer):
    version = version_of([("1", "One."), ("2", "Two.")], by=officer)
    made = recommend(version, by=officer, text="Para 1, and minute 7 of March.", cites="1, 2")
    assert forms.RecommendationForm(instance=made).initial["cites"] == "1, 2"


def test_conflict_shows_what_the_other_cited(officer, clerk):
    version = version_of([("1", "One."), ("2", "Two.")], by=officer)
    made = recommend(version, by=officer, text="More.", cites="1", reference="R1")
    mine = forms.RecommendationForm(
        {
            **POINT,
            "text": "More.",
            "version": version.pk,
            "cites": "1",
            "seen": history.stamp(made),
        },
        instance=Recommendation.objects.get(pk=made.pk),
    )
    actions.correct_recommendation(made, cites="2", by=clerk, seen=None)
    assert mine.is_valid()
    with pytest.raises(history.Stale) as stale:
        actions.correct_recommendation(mine.instance, cites="1", by=officer, seen=mine.stamp)
    mine.show_both(stale.value)
    [difference] = mine.differences
    assert (difference.theirs, difference.yours) == ("2", "1")
    assert difference.label == "Paragraphs of the plan it cites"


def test_version_stays_once_there_is_a_response(officer):
    version = version_of([("1", "One.")], by=officer)
    made = recommend(version, by=officer, reference="R1")
    assert not forms.RecommendationForm(instance=made).fields["version"].disabled
    ResponseFactory(recommendation=made)
    form = forms.RecommendationForm({**POINT, "version": ""}, instance=made)
    assert "a response has been recorded" in form.fields["version"].help_text
    assert form.fields["version"].required
    assert form.is_valid()
    assert form.cleaned_data["version"] == version


# --- Sending ------------------------------------------------------------------------------------


def day(name, on):
    parts = ("day", "month", "year")
    return {f"{name}_{part}": getattr(on, part) if on else "" for part in parts}


def sending(sent_on, due_on):
    return forms.SendForm({**day("sent_on", sent_on), **day("due_on", due_on)})


def test_sending_needs_no_due_day():
    form = sending(date(2026, 7, 1), None)
    assert form.is_valid()
    assert form.cleaned_data == {"sent_on": date(2026, 7, 1), "due_on": None}


def test_sending_may_be_due_the_same_day():
    assert sending(date(2026, 7, 1), date(2026, 7, 1)).is_valid()


def test_sending_says_when_it_was():
    assert sending(None, None).errors["sent_on"] == ["Enter the day they were sent"]


def test_sending_is_not_due_before():
    errors = sending(date(2026, 7, 2), date(2026, 7, 1)).errors
    assert errors["due_on"] == ["The response must be due on or after the day they were sent"]


# --- Letters ------------------------------------------------------------------------------------


def test_version_stays_once_officers_have_assessed_it(officer):
    made = recommend(version_of([("1", "One.")], by=officer), by=officer, reference="R1")
    AssessmentFactory(recommendation=made)
    form = forms.RecommendationForm({**POINT, "version": ""}, instance=made)
    assert "officers have assessed it" in form.fields["version"].help_text
    assert form.is_valid()
    assert form.cleaned_data["version"] == made.version


def test_letter_answers_a_version_that_the_panel_commented_on():
    older = RecommendationFactory(version__dated=date(2026, 1, 1)).version
    newer = RecommendationFactory(version__dated=date(2026, 5, 1)).version
    RecommendationFactory(version=newer)
    PlanVersionFactory()
    assert list(forms.LetterForm().fields["version"].queryset) == [newer, older]
    assert PlanVersion.objects.count() == 3


def test_letter_is_on_the_newest_version_unless_said_otherwise():
    RecommendationFactory(version__dated=date(2026, 1, 1))
    newest = RecommendationFactory(version__dated=date(2026, 5, 1)).version
    RecommendationFactory(version=None)
    assert forms.LetterForm().initial["version"] == newest


@pytest.mark.parametrize("there_is", [True, False])
def test_letter_may_be_not_about_a_plan_where_a_recommendation_is_not(there_is):
    RecommendationFactory()
    if there_is:
        RecommendationFactory(version=None)
    form = forms.LetterForm({"version": "", "pasted": "Dear Chair"})
    assert form.is_valid() is there_is
    assert ("None: it is not about a plan" in str(form["version"])) is there_is


def test_letter_can_answer_what_is_not_about_a_plan_alone():
    assert not forms.LetterForm().can_be_answered
    RecommendationFactory(version=None)
    assert forms.LetterForm().can_be_answered


def test_correcting_a_response_begins_with_what_it_cites():
    response = CitationFactory(recommendation=None, response=ResponseFactory()).response
    assert forms.ResponseForm(instance=response).initial["cites"] == "2"


def test_correcting_a_response_to_a_refusal_asks_why():
    response = ResponseFactory()
    form = forms.ResponseForm({"text": "No.", "decision": "not accepted"}, instance=response)
    assert form.errors["reason"] == ["Enter the words of the response that say why not"]


# --- Rejecting ----------------------------------------------------------------------------------


@pytest.mark.parametrize("note", ["", "   "])
def test_rejecting_asks_why(note):
    assert forms.RejectForm({"note": note}).errors["note"] == ["Enter why this is not so"]


# --- Judging ------------------------------------------------------------------------------------


def judging(recommendation, **data):
    return forms.JudgementForm(data or None, instance=Judgement(recommendation=recommendation))


def test_judging_offers_the_minutes_of_meetings_held_since_latest_and_resolutions_first():
    recommendation = RecommendationFactory()
    same_day = EntryFactory(
        item=recommendation.raised_in.item, kind=MinuteEntry.Kind.RESOLUTION, text="RESOLVED."
    )
    september, march, to_come = (
        EntryFactory(item__meeting=MeetingFactory(starts_at=JUNE.replace(month=month)))
        for month in (9, 3, 12)
    )
    with history.as_at(JUNE.replace(month=11)):
        offered = list(judging(recommendation).fields["entry"].queryset)
    assert offered == [september, same_day, recommendation.raised_in]
    assert march not in offered
    assert to_come not in offered


def test_judging_names_minutes_by_the_day_here():
    """Half past eleven at night by the clock of the record is the next day in a British summer."""
    recommendation = RecommendationFactory()
    meeting = MeetingFactory(starts_at=datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    EntryFactory(item__meeting=meeting, kind=MinuteEntry.Kind.RESOLUTION, text="RESOLVED: so.")
    with history.as_at(JUNE.replace(month=11)):
        labels = [str(label) for _, label in judging(recommendation).fields["entry"].choices]
    assert labels[1] == "2 July 2026, item 1: Resolution: RESOLVED: so."


def test_judging_says_what_is_missing():
    form = judging(RecommendationFactory(), decision="", entry="")
    assert form.errors["decision"] == ["Select what the panel decided"]
    assert form.errors["entry"] == [
        "Select the minute that records the decision. If it is not in the list, record it in the "
        "minutes of the meeting first"
    ]


def test_judging_refuses_a_minute_it_does_not_offer():
    recommendation = RecommendationFactory()
    entry = EntryFactory(item__meeting=MeetingFactory(starts_at=JUNE.replace(month=3)))
    assert "entry" in judging(recommendation, decision="satisfied", entry=entry.pk).errors


def test_judging_says_beside_the_field_what_the_record_says_against_it(officer):
    recommendation = RecommendationFactory(reference="R1")
    letter_with(answer(recommendation, "I agree.", "accepted"), by=officer)
    september = MeetingFactory(starts_at=JUNE.replace(month=9))
    entry = EntryFactory(item__meeting=september)
    with history.as_at(JUNE.replace(month=11)):
        errors = judging(recommendation, decision="withdrawn", entry=entry.pk).errors
    assert list(errors) == ["decision"]
    assert "R1 was answered on 20 July 2026" in errors["decision"][0]


# --- The theme and the due date -----------------------------------------------------------------


def test_recording_suggests_the_themes_in_use():
    RecommendationFactory(theme="Rural <crime>")
    printed = str(forms.RecommendationForm()["theme"])
    assert '<datalist id="id_theme-suggestions"><option value="Rural &lt;crime&gt;">' in printed
    assert 'list="id_theme-suggestions"' in printed


def due_date(recommendation, **data):
    return forms.DueDateForm(data or None, recommendation=recommendation, today=date(2026, 11, 22))


SENT = {"sent_on": date(2026, 6, 20), "due_on": date(2026, 7, 31)}


@pytest.mark.parametrize(
    ("due_on", "decided_on", "field", "said"),
    [
        (date(2026, 6, 1), date(2026, 7, 1), "due_on", "raised at the meeting of 12 June 2026"),
        (date(2026, 7, 31), date(2026, 7, 1), "due_on", "due on that day already"),
        (date(2026, 9, 1), date(2026, 11, 23), "decided_on", "today or in the past"),
    ],
)
def test_due_date_says_what_is_wrong_beside_its_field(due_on, decided_on, field, said):
    made = RecommendationFactory(**SENT)
    seen = due_date(made).initial["seen"]
    data = {**day("due_on", due_on), **day("decided_on", decided_on), "reason": "R", "seen": seen}
    errors = due_date(made, **data).errors
    assert list(errors) == [field]
    assert said in errors[field][0]


@pytest.mark.parametrize(
    ("fields", "is_first", "obstacle"),
    [
        (SENT, False, ""),
        ({"sent_on": date(2026, 6, 20)}, True, ""),
        ({}, True, "has not been sent"),
    ],
)
def test_due_date_knows_whether_it_is_the_first_and_whether_one_can_be_given(
    fields, is_first, obstacle
):
    form = due_date(RecommendationFactory(**fields))
    assert form.is_first is is_first
    assert obstacle in form.obstacle
    assert bool(form.obstacle) is bool(obstacle)
