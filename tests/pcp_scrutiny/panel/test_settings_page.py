"""The panel's settings."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Nation, Panel


@pytest.mark.parametrize(("nation", "days"), [(Nation.ENGLAND, 4), (Nation.WALES, 2)])
def test_panel_refuses_less_notice_than_the_law_asks(db, nation, days):
    with pytest.raises(ValidationError, match="clear days of notice"):
        history.create(Panel, by=None, why="Set up", pk=1, nation=nation, notice_days=days)


@pytest.mark.parametrize(("nation", "days"), [(Nation.ENGLAND, 5), (Nation.WALES, 3)])
def test_panel_takes_the_notice_of_the_law(db, nation, days):
    panel = history.create(Panel, by=None, why="Set up", pk=1, nation=nation, notice_days=days)
    assert panel.notice_days == days


def test_settings_are_saved_by_an_administrator_and_shown_on_every_page(client_of, administrator):
    client = client_of(administrator)
    form = client.get(reverse("panel:settings")).context["form"]
    fields = {name: form[name].value() or "" for name in form.fields}
    renamed = {**fields, "office_title": "Police, Fire and Crime Commissioner", "name": "A Panel"}
    client.post(reverse("panel:settings"), renamed)
    assert "A Panel" in client.get(reverse("home")).content.decode()
    row = Panel.objects.get().history.latest()
    assert row.office_title == "Police, Fire and Crime Commissioner"
    assert row.history_user == administrator


def test_settings_changed_by_two_at_once_show_both(client_of, administrator):
    panel = history.create(Panel, by=None, why="Set up", pk=1, name="First")
    client = client_of(administrator)
    form = client.get(reverse("panel:settings")).context["form"]
    fields = {name: form[name].value() or "" for name in form.fields}
    panel.name = "Second"
    history.save(panel, by=None, why="Renamed")
    page = client.post(reverse("panel:settings"), {**fields, "name": "Third"}).content.decode()
    assert "Second" in page
    assert "Third" in page
    assert Panel.objects.get().name == "Second"


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("quorum_one_in", "0", "The quorum must be one member in 1 to 20"),
        ("quorum_one_in", "a few", "Quorum: one member in how many must be a number"),
        ("quorum_least", "0", "The least number of members must be 1 to 20"),
        ("quorum_least", "40", "The least number of members must be 1 to 20"),
    ],
)
def test_a_quorum_that_cannot_be_is_refused(client_of, administrator, name, typed, said):
    client = client_of(administrator)
    form = client.get(reverse("panel:settings")).context["form"]
    fields = {name: form[name].value() or "" for name in form.fields}
    page = client.post(reverse("panel:settings"), {**fields, name: typed}).content.decode()
    assert said in page
    assert not Panel.objects.exists()


def test_the_quorum_and_the_numbers_of_minutes_are_set(client_of, administrator):
    client = client_of(administrator)
    form = client.get(reverse("panel:settings")).context["form"]
    fields = {name: form[name].value() or "" for name in form.fields}
    chosen = {"quorum_one_in": "3", "quorum_least": "5", "minute_numbers": "year"}
    client.post(reverse("panel:settings"), {**fields, **chosen})
    panel = Panel.objects.get()
    assert (panel.quorum_one_in, panel.quorum_least, panel.minute_numbers) == (3, 5, "year")
