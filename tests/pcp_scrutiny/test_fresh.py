"""A page is made again only when it would say something else, and is never another person's."""

import pytest
from django.contrib.messages import success
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from pcp_scrutiny import history
from pcp_scrutiny.access import anyone_signed_in, gate
from pcp_scrutiny.fresh import made_once_while_it_stands
from pcp_scrutiny.panel.models import Panel

pytestmark = pytest.mark.django_db
clock = {"hour": 9}


@gate(anyone_signed_in)
@made_once_while_it_stands(by_the_clock=lambda: clock["hour"])
def page(request):
    return HttpResponse(f"As {request.user.name} at {clock['hour']}")


@gate(anyone_signed_in)
def tell(request):
    success(request, "Saved")
    return HttpResponse("Told")


urlpatterns = [path("page/", page), path("tell/", tell)]
here = override_settings(ROOT_URLCONF=__name__)


def again(client, first):
    return client.get("/page/", headers={"If-None-Match": first["ETag"]})


@here
def test_a_page_that_stands_is_not_made_again(client_of, member):
    client = client_of(member)
    first = client.get("/page/")
    second = again(client, first)
    assert (second.status_code, second.content) == (304, b"")
    for response in (first, second):
        assert response["Cache-Control"] == "private, no-cache"
        assert response["ETag"] == first["ETag"]
        assert "Cookie" in response["Vary"]


@here
def test_a_change_to_any_record_makes_it_anew(client_of, member):
    client = client_of(member)
    first = client.get("/page/")
    panel = Panel.current()
    panel.name = "Another panel"
    history.save(panel, by=None, why="For a test")
    assert again(client, first).status_code == 200


@here
def test_the_clock_makes_it_anew_where_the_view_looks_at_it(client_of, member, monkeypatch):
    client = client_of(member)
    first = client.get("/page/")
    monkeypatch.setitem(clock, "hour", 10)
    assert again(client, first).content == b"As Merle Member at 10"


@here
def test_nobody_is_told_that_another_persons_page_stands(client_of, member, officer):
    first = client_of(member).get("/page/")
    assert again(client_of(officer), first).content == b"As Olive Officer at 9"


@here
def test_another_role_is_another_page(client_of, member):
    client = client_of(member)
    first = client.get("/page/")
    member.is_clerk = True
    history.save(member, by=None, why="For a test")
    assert again(client, first).status_code == 200


@here
def test_another_session_has_other_forms(client_of, member):
    client = client_of(member)
    client.cookies["csrftoken"] = "a" * 32
    first = client.get("/page/")
    client.cookies["csrftoken"] = "b" * 32
    assert again(client, first).status_code == 200


@here
def test_a_message_is_shown_once(client_of, member):
    client = client_of(member)
    first = client.get("/page/")
    client.get("/tell/")
    told = again(client, first)
    assert told.status_code == 200
    assert "ETag" not in told


@here
def test_an_address_with_a_question_is_another_page(client_of, member):
    client = client_of(member)
    first = client.get("/page/")
    assert client.get("/page/?full", headers={"If-None-Match": first["ETag"]}).status_code == 200
