"""A motion that was lost is not minuted as resolved."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from meetings import minutes
from tests.factories.meetings import VoteFactory


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "vote", "lead", "said"),
    [
        (
            "RESOLVED: That it be noted.",
            {"votes_for": 2, "votes_against": 7},
            "MOTION LOST:",
            "That it be noted.",
        ),
        (
            "It was RESOLVED: That it be noted.",
            {"votes_for": 4, "votes_against": 4},
            "MOTION NOT CARRIED:",
            "That it be noted.",
        ),
        (
            "After a vote it was RESOLVED that it be noted.",
            {"votes_for": 2, "votes_against": 7},
            "MOTION LOST:",
            "After a vote it was moved that it be noted.",
        ),
        (
            "That the precept be vetoed.",
            {"veto_of": "precept", "votes_for": 7, "membership": 12},
            "VETO NOT CARRIED:",
            "That the precept be vetoed.",
        ),
        (
            "That it be noted.",
            {"votes_for": 7, "votes_against": 2},
            "RESOLVED:",
            "That it be noted.",
        ),
    ],
)
def test_what_stands_before_a_motion_follows_from_its_vote(text, vote, lead, said):
    entry = VoteFactory(entry__text=text, is_unanimous=False, **vote).entry
    assert minutes.lead_and_text(entry) == (lead, said)


@pytest.mark.parametrize(("against", "is_resolved"), [(7, False), (1, True)])
def test_only_what_was_resolved_has_the_box_of_a_resolution(
    member, client_of, against, is_resolved
):
    vote = VoteFactory(is_unanimous=False, votes_for=2, votes_against=against)
    meeting = vote.entry.item.meeting
    read = minutes.read(meeting, is_public=True, office="Commissioner")
    page = client_of(member).get(reverse("meetings:minutes", args=[meeting.pk])).content
    printed = render_to_string(
        "documents/_minute.html", {"minute": read.items[0].minutes[0], "level": 2}
    )
    assert (b"app-minute__resolved" in page) == is_resolved
    assert ("doc-minute__resolved" in printed) == is_resolved
