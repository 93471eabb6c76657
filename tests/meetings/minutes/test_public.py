"""What the public is given holds nothing of what is restricted, whatever the meeting was like."""

import io
import zipfile

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings import minutes, packs
from meetings.models import MinuteEntry
from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    DeclarationFactory,
    MeetingFactory,
    MinuteEntryFactory,
    VoteFactory,
)

SECRET = "Zyxwvut"
ITEMS = st.lists(
    st.tuples(
        st.booleans(),  # the item is restricted
        st.sampled_from(["", "Told to the public."]),
        st.lists(
            st.tuples(st.booleans(), st.integers(0, 2), st.sampled_from(MinuteEntry.Kind.values)),
            max_size=4,
        ),
    ),
    min_size=1,
    max_size=3,
)


def make(items):
    """A meeting in which every restricted word is the secret one."""
    meeting = MeetingFactory()
    for is_restricted, summary, entries in items:
        item = AgendaItemFactory(
            meeting=meeting,
            title=SECRET if is_restricted else "Open business",
            restricted_under=3 if is_restricted else None,
            public_summary=summary,
        )
        if is_restricted:
            DeclarationFactory(meeting=meeting, item=item, interest=SECRET)
        for is_private, level, kind in entries:
            hidden = is_restricted or is_private
            entry = MinuteEntryFactory(
                item=item,
                level=level,
                kind=kind,
                restricted_under=3 if hidden else None,
                text=f"{SECRET if hidden else 'Openly'} said.",
            )
            if kind == "resolution":
                VoteFactory(entry=entry, mover=SECRET if hidden else "Councillor A")
            if kind == "action":
                ActionFactory(entry=entry, owner=SECRET if hidden else "Clerk")
    return meeting


def words_of(meeting):
    """All that is in the public's Word document and, as read, in its reading."""
    panel = Panel.current()
    read = minutes.read(meeting, is_public=True, office="Commissioner", panel=panel)
    with zipfile.ZipFile(io.BytesIO(minutes.as_word(read, panel=panel))) as archive:
        return " ".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


@given(ITEMS)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_no_restricted_word_is_in_the_publics_word_document(db, items):
    meeting = make(items)
    found = words_of(meeting)
    assert SECRET not in found
    public = meeting.items.filter(restricted_under=None).values_list("title", flat=True)
    assert all(title in found for title in public)
    summaries = [
        item.public_summary
        for item in meeting.items.all()
        if item.restricted_under or item.entries.exclude(restricted_under=None).exists()
    ]
    assert found.count("Told to the public.") == len([one for one in summaries if one])


@pytest.fixture
def withheld(db):
    """Everything that can be withheld, once."""
    meeting = make(
        [
            (True, "", [(True, 0, "resolution"), (True, 1, "action")]),
            (
                False,
                "Told to the public.",
                [(False, 0, "discussion"), (True, 0, "resolution"), (True, 1, "discussion")],
            ),
        ]
    )
    assert SECRET in text_of(packs.make_minutes(meeting, is_public=False))
    return meeting


def text_of(content):
    pages = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def test_no_restricted_word_is_in_the_publics_pdf(withheld):
    content = packs.make_minutes(withheld, is_public=True)
    found = text_of(content)
    assert SECRET not in found
    assert SECRET.encode() not in content
    assert "Minutes 2.2 to 2.2.1. Not for publication: paragraph 3" in found
    assert "Told to the public." in found
    assert "1. Not for publication" in found


def test_drafts_are_marked_on_every_page_until_they_are_approved(withheld):
    def marked():
        pages = pypdfium2.PdfDocument(packs.make_minutes(withheld, is_public=False))
        texts = [page.get_textpage().get_text_bounded() for page in pages]
        return [text.count("DRAFT") for text in texts]

    assert all(marked())
    withheld.state, withheld.approved_at = "approved minutes", withheld.starts_at
    history.save(withheld, by=None, why="For a test")
    assert not any(marked())
