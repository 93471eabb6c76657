"""What a comparison is narrowed to."""

import pytest
from django.http import QueryDict
from django.utils import timezone

from plans.compared import narrowing
from plans.compared.changes import Change
from plans.compared.narrowing import Asked, Narrowed
from plans.margin import Note
from plans.models import Paragraph, Revision

NOTE = Note("2026/07", "", "/r/7/")


def change(kind, *heading, explained=False, review=False, confirmed=False):
    revision = Revision(
        kind=kind, review=review, confirmed_at=timezone.now() if confirmed else None
    )
    paragraph = Paragraph(label="1", heading=list(heading))
    return Change(revision, [], [paragraph], notes=[NOTE] if explained else ())


CHANGES = [
    change("reworded", "Roads", "Speed", explained=True),
    change("added", "Roads", "Parking", review=True),
    change("added", "Roads and railways", confirmed=True, review=True),
    change("unchanged", "Towns"),
]


def narrowed(query=""):
    return Narrowed.by(QueryDict(query), CHANGES)


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("", [0, 1, 2]),
        ("kind=added", [1, 2]),
        ("kind=added&kind=unchanged", [1, 2, 3]),
        ("section=roads", [0, 1]),
        ("section=roads/parking", [1]),
        ("section=roads-and-railways", [2]),
        ("explained=yes", [0]),
        ("explained=no&kind=added", [1, 2]),
        ("checked=look", [1]),
        ("checked=confirmed", [2]),
        ("checked=open", [0, 1]),
        ("kind=nonsense&section=nowhere&explained=perhaps&checked=maybe", [0, 1, 2]),
    ],
)
def test_the_query_says_what_is_shown(query, places):
    assert narrowed(query).shown == [CHANGES[place] for place in places]


def test_what_is_asked_for_is_said_in_words():
    found = narrowed("kind=added&kind=reworded&section=roads/parking&explained=no&checked=look")
    assert found.in_words == "added or reworded, under “Parking”, unexplained, uncertain"


def test_the_query_that_asks_for_it_is_written_back():
    query = "kind=added&section=roads&explained=no&checked=open"
    assert narrowed(query).back == query
    assert narrowed("kind=nonsense").back == ""


def test_a_link_keeps_what_else_is_asked_for_and_takes_itself_off_again():
    links = {
        link.words: link
        for link in (*narrowed("explained=no").kinds, *narrowed("explained=no").besides)
    }
    assert links["Added"].href == "?kind=added&explained=no"
    assert links["Unexplained"].is_current
    assert links["Unexplained"].href == "?"
    assert links["All changes"].href == "?"
    assert not links["All changes"].is_current


def test_nothing_asked_for_is_not_narrowed():
    assert not Asked().is_narrowed
    assert Asked(section="roads").is_narrowed


def test_an_address_that_names_a_change_leads_to_its_page(monkeypatch):
    monkeypatch.setattr(narrowing, "MOST", 1)
    changes = [change(kind, "Roads") for kind in ("added", "unchanged", "removed", "reworded")]
    for number, one in enumerate(changes):
        one.shown[0].pk = number
    pages = [Narrowed.by(QueryDict(f"at=c{number}"), changes).page.number for number in range(5)]
    assert pages == [1, 1, 2, 3, 1]
    assert Narrowed.by(QueryDict("at=c3&page=1"), changes).page.number == 1


def test_the_address_of_a_change_names_the_page_that_it_is_on(monkeypatch):
    monkeypatch.setattr(narrowing, "MOST", 2)
    for place, page in ((0, "?"), (1, "?"), (2, "?page=2")):
        one = CHANGES[place]
        assert narrowed().address(one) == f"{page}#{one.anchor}"
    assert narrowed("kind=added").address(CHANGES[2]).startswith("?kind=added#")
