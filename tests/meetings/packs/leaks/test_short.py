"""Restricted papers of a few common words: found by what they are called, and by their figures."""

import pytest

from meetings import packs
from meetings.packs import leaks
from meetings.packs.leaks.amounts import amounts
from meetings.packs.leaks.calling import called
from tests.factories.meetings import AgendaItemFactory, PaperFactory

SHORT = {"label": "Paper B", "title": "Finance update"}
COST = "The cost is £4,250,000 in all."


@pytest.fixture
def item(db):
    return AgendaItemFactory(title="Finance", number="5")


def told(item, html):
    secrets = leaks.secrets_of(item.meeting)
    return [leak.what for leak in leaks.find_in_text(html, secrets)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("£4,250,000 or £ 4250000.00", ["4250000", "4250000"]),
        ("12,345 people, 54321.", ["12345", "54321"]),
        ("£85 and £12.50; £4.25 million, £4.25m.", ["£85", "£12.5", "£4.25m", "£4.25m"]),
        ("Page 43 of 2026, on 11/12/2026, at 10.30; item 5,000", []),
        ("AB12345 and 12345AB, 1.2.34567", []),
    ],
)
def test_amounts_are_sums_of_money_and_long_numbers(text, found):
    assert list(amounts(text)) == found


def test_parts_are_called_by_whole_lines():
    assert list(called("Paper B:  Finance\nupdate")) == [
        *("Paper B: Finance", "update", "Paper B: Finance update")
    ]
    assert list(called("#paper-12")) == ["#paper-12", "paper-12"]
    assert "paper-12" not in list(called("See paper-12 and paper-13"))


def test_full_pack_of_a_short_restricted_paper_does_not_pass(item):
    PaperFactory(item=item, label="Paper A", title="Open report")
    short = PaperFactory(item=item, **SHORT, text=COST, restricted_under=3)
    secrets = leaks.secrets_of(item.meeting)
    full = packs.make(item.meeting, audience="full")
    found = {(leak.where, leak.what) for leak in leaks.find(full.content, secrets)}
    assert ("a bookmark", "the label and the title") in found
    assert ("page 4", "the label and the title") in found
    assert ("page 4", "an amount that is in part of the text") in found
    found = {leak.what for leak in leaks.find_in_text(full.edition, secrets)}
    assert found >= {
        *("the label and the title", "the name of the part"),
        "an amount that is in part of the text",
    }
    assert f"paper-{short.pk}" in full.edition
    public = packs.make(item.meeting, audience="public")  # nothing is found in it
    assert leaks.find_in_text(public.edition, secrets) == []


def test_what_a_public_paper_is_called_too_does_not_count(item):
    PaperFactory(item=item, **SHORT)
    PaperFactory(item=item, **SHORT, restricted_under=3)
    assert told(item, "<h3>Paper B: Finance update</h3>") == []


def test_title_without_a_label_counts_where_the_public_record_has_no_such_line(item):
    PaperFactory(item=item, title="Finance update", text="", restricted_under=3)
    assert told(item, "<h3>Finance update</h3>") == ["the label and the title"]
    assert told(item, "<p>A finance update was given.</p>") == []
    PaperFactory(item=item, label="Paper A", text="# Finance update\n\nMembers note it.")
    assert told(item, "<h3>Finance update</h3>") == []


def test_restricted_item_of_common_words_is_found(item):
    AgendaItemFactory(meeting=item.meeting, number="6", title="Report", restricted_under=1)
    assert told(item, "<h2>6. Report</h2>") == ["the title"]


def test_amounts_that_are_public_too_do_not_count(item):
    PaperFactory(item=item, **SHORT, text=COST, restricted_under=3)
    assert told(item, "<p>It was 4,250,000.</p>") == ["an amount that is in part of the text"]
    PaperFactory(item=item, label="Paper A", text="The budget is £4,250,000.")
    assert told(item, "<p>It was 4,250,000.</p>") == []
