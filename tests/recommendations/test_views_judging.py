"""Judging at a meeting, and correcting a judgement, through the client."""

import pytest

from meetings.models import Meeting
from pcp_scrutiny import history
from recommendations.models import Judgement
from tests.factories.meetings import MeetingFactory
from tests.factories.recommendations import (
    JUNE,
    EntryFactory,
    JudgementFactory,
    RecommendationFactory,
)
from tests.recommendations.pages import READERS, filled, text, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def points():
    """Three of one meeting in June."""
    entry = EntryFactory()
    return [RecommendationFactory(reference=f"R{n}", raised_in=entry) for n in (1, 2, 3)]


@pytest.fixture
def minute():
    """Of a meeting a month later."""
    later = MeetingFactory(starts_at=JUNE.replace(month=7), state=Meeting.State.IN_PROGRESS)
    return EntryFactory(item__meeting=later)


@pytest.fixture
def meeting(minute):
    return minute.item.meeting


# --- What a meeting has judged -------------------------------------------------------------------


@pytest.mark.parametrize("persona", READERS)
def test_meeting_shows_what_is_judged_and_what_is_open(
    request, client_of, points, meeting, minute, persona
):
    JudgementFactory(recommendation=points[0], entry=minute)
    raised_here = RecommendationFactory(reference="R4", raised_in=minute)
    page = text(client_of(request.getfixturevalue(persona)).get(url("judge_meeting", meeting.pk)))
    judged, _, still_open = page.partition("Open</h2>")
    links = [f'href="{point.get_absolute_url()}"' for point in points]
    assert [link in judged for link in links] == [True, False, False]
    assert [link in still_open for link in links] == [False, True, True]
    assert raised_here.get_absolute_url() not in page
    assert ("Begin with R2" in page) is (persona == "officer")


def test_meeting_without_minutes_says_to_take_them_first(client_of, officer, points):
    later = MeetingFactory(starts_at=JUNE.replace(month=7))
    page = text(client_of(officer).get(url("judge_meeting", later.pk)))
    assert "Take the minutes of the meeting" in page
    assert "Begin with" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_meeting_takes_a_fixed_number_of_queries(
    client_of, member, points, meeting, minute, django_assert_num_queries, number
):
    for recommendation in points[:number]:
        JudgementFactory(recommendation=recommendation, entry=minute)
    for _ in range(number):
        RecommendationFactory(raised_in=points[0].raised_in)
    client = client_of(member)
    client.get(url("judge_meeting", meeting.pk))
    with django_assert_num_queries(14):
        client.get(url("judge_meeting", meeting.pk))


# --- One after the other ------------------------------------------------------------------------


def test_saving_leads_to_the_next_with_the_minute_chosen(
    client_of, officer, points, meeting, minute
):
    first, second, third = points
    client, minute = client_of(officer), minute.pk
    page = f"{url('judge_at', meeting.pk, first.pk)}?minute={minute}"
    told = False
    for recommendation, following in [(first, second), (second, third), (third, None)]:
        shown = client.get(page)
        form = filled(shown)
        assert form["entry"] == str(minute)
        assert ("Recorded." in text(shown)) is told
        # What was recorded is read first: only where nothing is told does the choice take the focus
        assert text(shown).count("autofocus") == (0 if told else 1)
        told = True
        response = client.post(page, form | {"decision": "satisfied"})
        page = response.url
        assert recommendation.judgements.get().entry_id == minute
        if following:
            assert page == f"{url('judge_at', meeting.pk, following.pk)}?minute={minute}"
    assert page == url("judge_meeting", meeting.pk)
    assert "R3: satisfied. Recorded." in text(client.get(page))


def test_one_may_be_left_open(client_of, officer, points, meeting):
    page = text(client_of(officer).get(url("judge_at", meeting.pk, points[0].pk)))
    assert f'href="{url("judge_at", meeting.pk, points[1].pk)}"' in page
    assert "autofocus" not in page


def test_only_minutes_of_the_meeting_are_offered(client_of, officer, points, meeting):
    other = EntryFactory()
    page = url("judge_at", meeting.pk, points[0].pk)
    client = client_of(officer)
    response = client.post(page, {"decision": "satisfied", "entry": other.pk})
    assert response.status_code == 200
    assert not Judgement.objects.exists()


def test_a_minute_in_the_address_that_is_none_chooses_nothing(client_of, officer, points, meeting):
    page = f"{url('judge_at', meeting.pk, points[0].pk)}?minute=%27x"
    assert filled(client_of(officer).get(page))["entry"] == ""


def test_pressing_twice_judges_once(client_of, officer, points, meeting, minute):
    client, page = client_of(officer), url("judge_at", meeting.pk, points[0].pk)
    form = filled(client.get(page)) | {"decision": "open", "entry": minute.pk}
    first, second = (client.post(page, form) for _ in range(2))
    assert first.url == second.url
    assert Judgement.objects.count() == 1


@pytest.mark.parametrize("persona", ["member", "chair", "clerk"])
def test_only_officers_write(request, client_of, points, meeting, persona):
    judgement = JudgementFactory(recommendation=points[1])
    client = client_of(request.getfixturevalue(persona))
    form = {"decision": "withdrawn", "entry": points[0].raised_in.pk}
    for page in (
        url("judge_at", meeting.pk, points[0].pk),
        url("edit_judgement", judgement.pk),
    ):
        assert client.post(page, form).status_code == 403
    assert Judgement.objects.get().decision == "satisfied"


# --- Correcting -----------------------------------------------------------------------------------


def test_correcting_a_judgement_leads_back(client_of, officer, points):
    judgement = JudgementFactory(recommendation=points[0], entry=points[0].raised_in)
    client, page = client_of(officer), url("edit_judgement", judgement.pk)
    form = filled(client.get(page))
    assert form["decision"] == "satisfied"
    response = client.post(page, form | {"decision": "not satisfied"})
    assert response.url == points[0].get_absolute_url()
    assert "Not satisfied" in text(client.get(response.url))


def test_stale_correction_overwrites_nothing(client_of, officer, clerk, points):
    judgement = JudgementFactory(recommendation=points[0], entry=points[0].raised_in)
    client, page = client_of(officer), url("edit_judgement", judgement.pk)
    form = filled(client.get(page)) | {"comment": "Mine."}
    judgement.comment = "Theirs."
    history.save(judgement, by=clerk, why="Corrected")
    response = client.post(page, form)
    assert "Nothing has been overwritten" in text(response)
    assert Judgement.objects.get().comment == "Theirs."
