"""What the meetings' forms accept and refuse, in whose words."""

from datetime import date

import pytest

from meetings.forms import ItemForm, PaperForm, PublicationForm
from meetings.models import AgendaItem, Paper
from pcp_scrutiny import history
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    PaperFactory,
)
from tests.factories.plans import ComparisonFactory, PlanVersionFactory
from tests.factories.recommendations import RecommendationFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 4)


def on(name, day):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def paper_form(**typed):
    item = AgendaItemFactory()
    earlier = MeetingFactory(starts_at="2026-06-12T10:00Z", state="draft minutes")
    form = PaperForm(
        {"kind": "written", "title": "A paper", **typed}, instance=Paper(item=item, position=1)
    )
    return form, earlier


def test_an_item_is_open_unless_said_otherwise():
    item = AgendaItem(meeting=MeetingFactory(), position=1)
    form = ItemForm({"title": "x", "restricted_under": ""}, instance=item)
    asked = form.fields["restricted_under"]
    assert dict(asked.choices)[""] == "Open to the public"
    assert "To publish the title, leave the item open and restrict its papers" in asked.help_text
    form.is_valid()
    assert form.cleaned_data["restricted_under"] is None


def test_a_written_paper_is_of_no_meeting():
    form, earlier = paper_form()
    form.data["minutes_of"] = earlier.pk
    assert form.is_valid(), form.errors
    assert form.instance.minutes_of is None


def test_minutes_get_their_usual_title():
    form, earlier = paper_form(kind="minutes", title="")
    form.data["minutes_of"] = earlier.pk
    assert form.is_valid(), form.errors
    assert form.cleaned_data["title"] == "Minutes of the meeting held on 12 June 2026"


def test_a_comparison_gets_its_usual_title():
    version = ComparisonFactory(later=PlanVersionFactory(kind="issued", locked=True)).later
    form, earlier = paper_form(kind="comparison", title="")
    form.data |= {"version": version.pk, "minutes_of": earlier.pk}
    assert form.is_valid(), form.errors
    assert form.cleaned_data["title"].endswith(": what changed in the issued plan")
    assert (form.instance.version, form.instance.minutes_of) == (version, None)


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"kind": "minutes"}, "minutes_of", "Choose the meeting"),
        ({"kind": "comparison"}, "version", "Choose the version of the plan"),
        ({"kind": "analysis"}, "version", "Choose the version of the plan that is analysed"),
        ({"kind": "letter"}, "version", "that the recommendations are about"),
        ({"title": ""}, "title", "Enter title"),
        ({"kind": "minutes", "text": "x"}, "text", "no text of its own"),
        ({"kind": "no such kind"}, "kind", "Select a valid choice"),
    ],
)
def test_a_paper_that_does_not_fit_is_refused(typed, field, message):
    form, _ = paper_form(**typed)
    assert message in form.errors[field][0]


def test_minutes_are_of_an_earlier_meeting_whose_minutes_are_finished():
    MeetingFactory(starts_at="2026-06-13T10:00Z", state="in progress")
    form, earlier = paper_form(kind="minutes")
    assert list(form.fields["minutes_of"].queryset) == [earlier]


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("written", {"text"}),
        ("minutes", {"minutes_of"}),
        ("tracker", set()),
        ("comparison", {"version"}),
        ("analysis", {"version"}),
        ("letter", {"version"}),
    ],
)
def test_a_paper_is_asked_only_what_its_kind_needs(kind, asked):
    form, _ = paper_form(kind=kind)
    always = {"kind", "label", "title", "background", "restricted_under", "seen"}
    always |= {"is_to_follow", "received_on", "late_reason"}
    assert set(form.fields) == asked | always


def test_each_kind_offers_the_versions_it_can_be_of():
    comparison = ComparisonFactory(
        earlier=PlanVersionFactory(locked=True),
        later=PlanVersionFactory(kind="issued", locked=True),
    )
    RecommendationFactory(version=comparison.earlier)
    offered = {
        kind: list(paper_form(kind=kind)[0].fields["version"].queryset)
        for kind in ("comparison", "analysis", "letter")
    }
    assert offered == {
        "comparison": [comparison.later],
        "analysis": [comparison.later],
        "letter": [comparison.earlier],
    }


def test_a_paper_that_becomes_one_of_another_kind_is_of_nothing_else():
    version = PlanVersionFactory(kind="issued", locked=True)
    paper = PaperFactory(kind="comparison", text="", version=version)
    seen = history.stamp(paper)
    form = PaperForm({"kind": "tracker", "title": "", "seen": seen}, instance=paper)
    assert form.is_valid(), form.errors
    assert form.instance.version is None
    assert form.cleaned_data["title"] == "Recommendation tracker"


def test_what_has_happened_is_not_in_the_future():
    name = "published_on"
    assert PublicationForm(on(name, TODAY), today=TODAY).is_valid()
    refused = PublicationForm(on(name, date(2026, 12, 5)), today=TODAY)
    assert "today or earlier" in refused.errors[name][0]


def test_a_paper_is_asked_its_place_among_others():
    item = AgendaItemFactory()
    assert "place" not in PaperForm(instance=Paper(item=item, position=0)).fields
    first, second = PaperFactory(item=item, label="Paper A", title="One"), PaperFactory(item=item)
    new = PaperForm(instance=Paper(item=item, position=0))
    assert [str(words) for _, words in new.fields["place"].choices][:2] == [
        "First",
        "After Paper A: One",
    ]
    assert new.initial["place"] == second.pk
    there = PaperForm(instance=second)
    assert there.initial["place"] == first.pk
    assert PaperForm(instance=first).initial["place"] == 0
    assert "or Appendix A to Paper A" in there.fields["label"].help_text
    assert "Letters follow the order" in there.fields["label"].help_text


def test_a_place_is_given_to_the_action_only_where_it_was_changed():
    item = AgendaItemFactory()
    first, second = PaperFactory(item=item), PaperFactory(item=item)
    typed = {"kind": "written", "title": "x", "text": "y", "seen": history.stamp(second)}
    kept = PaperForm({**typed, "place": first.pk}, instance=second)
    assert kept.is_valid(), kept.errors
    assert kept.came_with == {}
    moved = PaperForm({**typed, "place": 0}, instance=second)
    assert moved.is_valid(), moved.errors
    assert moved.came_with == {"after": 0}
