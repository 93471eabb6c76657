"""The list of the panel's members, as people use it."""

import pytest
from django.urls import reverse

from meetings.models import PanelMember
from tests.factories.meetings import PanelMemberFactory

TYPED = {
    "name": "Councillor New",
    "authority": "Westbrook District Council",
    "position": "member",
    "started_day": "20",
    "started_month": "5",
    "started_year": "2026",
}
LIST = "/meetings/members/"


def page_of(response):
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("persona", ["officer", "clerk"])
def test_a_member_is_added(request, client_of, persona):
    user = request.getfixturevalue(persona)
    response = client_of(user).post(reverse("meetings:add_member"), TYPED, follow=True)
    assert "Councillor New is a member of the panel." in page_of(response)
    assert PanelMember.objects.get().history.get().history_user == user


def test_membership_ends(clerk, client_of):
    member, client = PanelMemberFactory(name="Councillor Gone"), client_of(clerk)
    url = reverse("meetings:edit_member", args=[member.pk])
    seen = client.get(url).context["form"].initial["seen"]
    ended = {"ended_day": "1", "ended_month": "6", "ended_year": "2026"}
    page = page_of(client.post(url, {**TYPED, **ended, "seen": seen}, follow=True))
    assert page.index("Not serving now") < page.rindex("Councillor New")
    assert "20 May 2026 to 1 June 2026" in page
    assert member.history.latest().history_change_reason == "Member changed"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"authority": ""}, "Enter the council, or say that they are co-opted"),
        (
            {"ended_day": "1", "ended_month": "6", "ended_year": "2020"},
            "The last day of membership must be on or after the first",
        ),
    ],
)
def test_an_entry_that_does_not_fit_is_refused(clerk, client_of, typed, said):
    page = page_of(client_of(clerk).post(reverse("meetings:add_member"), TYPED | typed))
    assert said in page
    assert not PanelMember.objects.exists()


def test_members_read_the_list_and_the_history_and_change_nothing(member, client_of):
    row = PanelMemberFactory()
    page = page_of(client_of(member).get(LIST))
    assert row.name in page
    assert reverse("history:record", args=["meetings", "panelmember", row.pk]) in page
    assert "Change" not in page
    assert "Add a member" not in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_more(member, client_of, rows, django_assert_num_queries):
    PanelMemberFactory.create_batch(rows)
    PanelMemberFactory.create_batch(rows, ended="2025-01-01")
    client = client_of(member)
    with django_assert_num_queries(5):
        client.get(LIST)
