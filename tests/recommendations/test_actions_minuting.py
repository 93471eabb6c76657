"""A recommendation that is minuted is one in the register at once, and follows its minute."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from meetings import actions as minutes
from meetings.actions import exclusion
from meetings.actions.entries import LAST
from meetings.models import MinuteEntry
from pcp_scrutiny import history
from recommendations import actions
from recommendations.actions import minuting
from recommendations.models import Judgement, Recommendation
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PaperFactory
from tests.factories.plans import ParagraphFactory, PlanVersionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    return AgendaItemFactory(title="Draft Police and Crime Plan")


def minute(item, text="Do it.", *, by, after=LAST, **fields) -> MinuteEntry:
    fields = {"kind": "recommendation"} | fields
    return minutes.add_entry(MinuteEntry(item=item, text=text, **fields), by=by, after=after)


def fresh(entry: MinuteEntry) -> MinuteEntry:
    return MinuteEntry.objects.select_related("item__meeting").get(pk=entry.pk)


def reworded(entry: MinuteEntry, *, by, **fields) -> MinuteEntry:
    entry = fresh(entry)
    for name, value in fields.items():
        setattr(entry, name, value)
    return minutes.change_entry(entry, by=by)


def test_a_minuted_recommendation_is_in_the_register_at_once(item, officer):
    version = PlanVersionFactory(dated=date(2026, 5, 5))
    paragraph = ParagraphFactory(version=version, label="46", text="Burglary.")
    PaperFactory(item=item, version=version)
    entry = minute(item, "Recommendation: give paragraph 46 a date.", by=officer)
    made = Recommendation.objects.get()
    assert (made.reference, made.text) == ("2026/01", "give paragraph 46 a date.")
    assert (made.raised_in, made.version, made.route) == (entry, version, "s.28(3)")
    assert list(made.citations.get().paragraphs.all()) == [paragraph]
    assert made.history.get().history_user == officer


def test_its_reference_is_the_next_of_the_year_of_the_meeting(item, officer):
    minute(item, by=officer)
    actions.record_recommendation(
        Recommendation(reference="2026/22", text="By hand."), item=item, cites="", by=officer
    )
    minute(item, by=officer)
    other = AgendaItemFactory(
        meeting=MeetingFactory(starts_at=item.meeting.starts_at.replace(year=2027))
    )
    minute(other, by=officer)
    assert {r.reference for r in Recommendation.objects.all()} == {
        "2026/01",
        "2026/22",
        "2026/23",
        "2027/01",
    }


def test_it_follows_the_words_of_its_minute_and_what_they_cite(item, officer):
    version = PlanVersionFactory(dated=date(2026, 5, 5))
    for label in ("46", "47"):
        ParagraphFactory(version=version, label=label, text="Burglary.")
    PaperFactory(item=item, version=version)
    entry = minute(item, "Give para 46 a date.", by=officer)
    reworded(entry, by=officer, text="Concern: para 47 has no date.")
    made = Recommendation.objects.get()
    assert (made.kind, made.text) == ("concern", "para 47 has no date.")
    assert [citation.labels for citation in made.citations.all()] == [["47"]]


def test_the_points_under_it_belong_to_its_text(item, officer):
    head = minute(item, "That the plan:", by=officer)
    point = minute(item, "gives dates", by=officer, kind="discussion", level=1)
    assert Recommendation.objects.get().text == "That the plan:\n- gives dates"
    minutes.move_entry(
        fresh(point), item=AgendaItemFactory(meeting=item.meeting), after=LAST, by=officer
    )
    assert Recommendation.objects.get().text == "That the plan:"
    minutes.move_entry(fresh(point), item=item, after=fresh(head), by=officer)
    minutes.remove_entry(fresh(point), by=officer)
    assert Recommendation.objects.get().text == "That the plan:"


def test_nothing_is_written_where_nothing_changed(item, officer, django_assert_num_queries):
    entry = minute(item, by=officer)
    rows = Recommendation.history.count()
    reworded(entry, by=officer)
    minute(item, "Said.", by=officer, kind="discussion")
    assert Recommendation.history.count() == rows
    entry = fresh(entry)
    with django_assert_num_queries(4):  # two of them open and close its savepoint
        minuting.follow(entry, by=officer)


@pytest.mark.parametrize("fields", [{"kind": "discussion"}, {"level": 1}])
def test_it_goes_when_its_minute_becomes_something_else(item, officer, fields):
    minute(item, "Said.", by=officer, kind="discussion")
    entry = minute(item, by=officer)
    reworded(entry, by=officer, **fields)
    assert not Recommendation.objects.exists()


def test_it_goes_with_its_minute(item, officer):
    entry = minute(item, "See para 46.", by=officer)
    minutes.remove_entry(fresh(entry), by=officer)
    assert not Recommendation.objects.exists()


def test_once_sent_it_stays_as_it_was(item, officer):
    entry = minute(item, by=officer)
    actions.send_recommendations(
        list(Recommendation.objects.all()), sent_on=date(2026, 12, 12), due_on=None, by=officer
    )
    reworded(entry, by=officer, text="Do it otherwise.")
    assert Recommendation.objects.get().text == "Do it."
    with pytest.raises(ValidationError, match=r"recommendation 2026/01 .* it has been sent"):
        reworded(entry, by=officer, kind="discussion")
    with pytest.raises(ValidationError, match="it has been sent"):
        minutes.remove_entry(fresh(entry), by=officer)


def test_once_judged_the_refusal_names_what_refers_to_it(item, officer):
    entry = minute(item, by=officer)
    history.create(
        Judgement,
        by=officer,
        why="Judged",
        recommendation=Recommendation.objects.get(),
        entry=minute(item, "Noted.", by=officer, kind="resolution"),
        decision="satisfied",
    )
    with pytest.raises(ValidationError, match=r"the judgement .* refers to it"):
        minutes.remove_entry(fresh(entry), by=officer)


def test_once_corrected_in_the_register_it_is_left_alone(item, officer):
    entry = minute(item, by=officer)
    made = Recommendation.objects.get()
    made.text = "Do it by May."
    actions.correct_recommendation(made, cites="", by=officer, seen=None)
    reworded(entry, by=officer, text="Do it, they said.")
    assert Recommendation.objects.get().text == "Do it by May."


def test_a_theme_given_in_the_register_does_not_keep_it_from_following(item, officer):
    entry = minute(item, by=officer)
    made = Recommendation.objects.get()
    actions.set_theme([made], theme="Roads", by=officer, seen={made.pk: history.stamp(made)})
    reworded(entry, by=officer, text="Do it soon.")
    made.refresh_from_db()
    assert (made.text, made.theme) == ("Do it soon.", "Roads")


def test_one_recorded_on_its_page_is_not_recorded_twice_and_does_not_follow(item, officer):
    made = actions.record_recommendation(
        Recommendation(reference="2026/07", text="By hand."), item=item, cites="", by=officer
    )
    reworded(made.raised_in, by=officer, text="As minuted.")
    assert Recommendation.objects.get().text == "By hand."
    reworded(made.raised_in, by=officer, kind="discussion")
    assert Recommendation.objects.get().reference == "2026/07"


def test_one_recorded_with_a_minute_stands_in_the_place_of_its_own(item, officer):
    first, second = minute(item, by=officer), minute(item, "And this.", by=officer)
    for reference in ("2026/01", "2026/02"):
        actions.record_recommendation(
            Recommendation(reference=reference, text="By hand."),
            item=item,
            entry=first,
            cites="",
            by=officer,
        )
    there = dict(Recommendation.objects.values_list("reference", "raised_in"))
    assert there == {"2026/01": first.pk, "2026/02": first.pk, "2026/03": second.pk}


def test_one_minuted_in_private_is_not_public(officer):
    item = AgendaItemFactory(restricted_under=3)
    minute(item, by=officer)
    assert not Recommendation.objects.public().exists()


def test_one_recorded_on_its_page_while_the_public_is_out_is_not_public(item, officer):
    out = minute(item, "The public leave.", by=officer, kind="resolution")
    exclusion.exclude_public(out, paragraph=7, by=officer)
    actions.record_recommendation(
        Recommendation(reference="2026/07", text="By hand."), item=item, cites="", by=officer
    )
    assert not Recommendation.objects.public().exists()
