"""The people an administrator looks after."""

import re

from django.urls import reverse

from pcp_scrutiny import history
from pcp_scrutiny.accounts.models import User
from tests.factories.accounts import UserFactory


def fields_of(person: User, **changes):
    roles = {
        name: "on"
        for name in ("is_officer", "is_clerk", "is_member", "is_administrator", "is_active")
        if getattr(person, name)
    }
    return {
        "name": person.name,
        "email": person.email,
        "seen": history.stamp(person),
        **roles,
        **changes,
    }


def test_add_person_invites_them_to_choose_a_password(
    client_of, administrator, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client_of(administrator).post(
            reverse("accounts:add_person"),
            {"name": "New One", "email": "New@Panel.example", "is_member": "on", "is_active": "on"},
        )
    person = User.objects.get(email="new@panel.example")
    assert person.is_member
    assert not person.has_usable_password()
    assert person.history.get().history_user == administrator
    link = re.search(r"http://testserver(/new-password/\S+)", mailoutbox[0].body)[1]
    assert client_of(None).get(link).status_code == 302


def test_change_person_writes_history_with_who_and_why(client_of, administrator, member):
    client_of(administrator).post(
        reverse("accounts:edit_person", args=[member.pk]), fields_of(member, is_clerk="on")
    )
    member.refresh_from_db()
    assert member.is_clerk
    row = member.history.latest()
    assert (row.history_user, row.history_change_reason) == (
        administrator,
        "Name, address or roles changed",
    )


def test_change_person_shows_both_when_someone_else_was_first(client_of, administrator, member):
    form = fields_of(member, name="Typed By Me")
    member.name = "Saved By Another"
    history.save(member, by=administrator, why="Name changed")
    answer = client_of(administrator).post(reverse("accounts:edit_person", args=[member.pk]), form)
    page = answer.content.decode()
    assert "Saved By Another" in page
    assert "Typed By Me" in page
    member.refresh_from_db()
    assert member.name == "Saved By Another"


def test_change_person_saves_after_both_were_seen(client_of, administrator, member):
    form = fields_of(member, name="Typed By Me")
    member.name = "Saved By Another"
    history.save(member, by=administrator, why="Name changed")
    client = client_of(administrator)
    url = reverse("accounts:edit_person", args=[member.pk])
    shown = client.post(url, form)
    client.post(url, {**form, "seen": shown.context["form"].data["seen"]})
    member.refresh_from_db()
    assert member.name == "Typed By Me"


def test_the_last_administrator_stays(client_of, administrator):
    answer = client_of(administrator).post(
        reverse("accounts:edit_person", args=[administrator.pk]),
        {k: v for k, v in fields_of(administrator).items() if k != "is_administrator"},
    )
    assert "At least one administrator" in answer.content.decode()
    administrator.refresh_from_db()
    assert administrator.is_administrator


def test_people_takes_the_same_queries_for_one_and_for_more(
    client_of, administrator, django_assert_num_queries
):
    client = client_of(administrator)
    for _ in range(2):
        with django_assert_num_queries(4):  # session, user, people, panel
            client.get(reverse("accounts:people"))
        UserFactory.create_batch(3)
