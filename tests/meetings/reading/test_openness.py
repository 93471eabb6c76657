"""Where minutes say that the public was excluded, and let in again."""

import pytest

from meetings.reading import Entry, openness


def entry(text: str, kind: str = "resolution") -> Entry:
    return Entry(number="", kind=kind, level=0, text=text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("That the public be excluded under paragraph 3.", "resolution"),
        ("To exclude members of the press and public.", "resolution"),
        ("That the public leave the meeting.", "resolution"),
        ("It was agreed that the press and public be excluded.", "discussion"),
    ],
)
def test_an_exclusion_is_known(text, kind):
    assert openness.excludes(entry(text, kind))
    assert not openness.readmits(entry(text, kind))


@pytest.mark.parametrize(
    "text",
    [
        "The public were readmitted.",
        "The press and public returned to the meeting.",
        "The meeting returned to open session.",
        "That the public, who had been excluded, be let in again.",
    ],
)
def test_a_readmission_is_known(text):
    assert openness.readmits(entry(text))
    assert not openness.excludes(entry(text))


def test_talk_of_exclusion_is_none():
    assert not openness.excludes(
        entry("Members asked how exclusion harms the public.", "discussion")
    )
    assert not openness.readmits(entry("The public asked about burglary.", "discussion"))


def test_the_paragraph_is_the_first_that_is_named():
    assert openness.paragraph("under section 100A(4), as defined in paragraphs 3 and 5") == 3
    assert openness.paragraph("under section 100A(4)") is None
