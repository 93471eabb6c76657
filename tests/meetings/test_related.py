import pytest

from meetings import related
from meetings.related import Link
from tests.factories.meetings import AgendaItemFactory, MinuteEntryFactory


@pytest.fixture
def _clean_sources(monkeypatch):
    monkeypatch.setattr(related, "of_entries", [])
    monkeypatch.setattr(related, "of_items", [])


@pytest.mark.usefixtures("_clean_sources")
def test_links_gather_what_every_source_says(officer):
    entry, other = MinuteEntryFactory(), MinuteEntryFactory()
    related.add(lambda _user, entries: {entries[0].pk: [Link("One", "/1")]})
    related.add(lambda _user, entries: {entry.pk: [Link("Two", "/2")] for entry in entries})
    found = related.links(officer, [entry, other])
    assert [link.text for link in found[entry.pk]] == ["One", "Two"]
    assert [link.text for link in found[other.pk]] == ["Two"]


@pytest.mark.usefixtures("_clean_sources")
def test_no_source_is_asked_about_nothing(officer):
    related.add_for_items(lambda _user, _items: 1 / 0)
    assert related.item_links(officer, []) == {}


@pytest.mark.usefixtures("_clean_sources")
def test_minutes_show_what_is_related(officer, client_of):
    entry = MinuteEntryFactory(item=AgendaItemFactory())
    related.add(lambda _user, entries: {e.pk: [Link("2026/07", "/over-there/")] for e in entries})
    related.add_for_items(lambda _user, items: {i.pk: [Link("Do this", "/do/")] for i in items})
    page = client_of(officer).get(f"/meetings/{entry.item.meeting_id}/minutes/").content.decode()
    assert '<a class="govuk-link" href="/over-there/">2026/07</a>' in page
    assert '<a class="govuk-link" href="/do/">Do this</a>' in page
