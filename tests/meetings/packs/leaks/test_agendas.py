"""Agendas with restricted and public papers, made up at random: no restricted word is in any byte
of the public pack, or in its HTML edition. The walker here knows nothing of the check."""

import io
import itertools
import re
import zlib
from dataclasses import dataclass, field

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings import packs
from meetings.packs import leaks
from tests.factories.meetings import (
    AgendaItemFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PaperFactory,
    UploadedPaperFactory,
)
from tests.meetings.packs.leaks import files

RESTRICTED, OPEN = "qoxu", "vele"
"""What every word of a restricted text begins with, and of an open one: none comes by chance."""
COUNTED = itertools.count()
LETTERS = "bcdfghjklm"


def words(start, number):
    """Words that nothing else has."""
    made = (
        start + "".join(LETTERS[int(digit)] for digit in str(next(COUNTED))) for _ in range(number)
    )
    return " ".join(made)


@dataclass
class Planned:
    """A paper, or a minute, of the agenda to be made."""

    kind: str
    is_restricted: bool
    size: int


@dataclass
class Item:
    is_restricted: bool
    papers: list[Planned] = field(default_factory=list)


PAPERS = st.builds(
    Planned, st.sampled_from(["written", "uploaded"]), st.booleans(), st.integers(3, 30)
)
ITEMS = st.builds(Item, st.booleans(), st.lists(PAPERS, min_size=1, max_size=2))


def uploaded(start, size):
    """A file with words of its own in its text, its properties, a bookmark and an attachment."""
    made = files.page(files.shows(words(start, min(size, 8))))
    for name in ("/Title", "/Author", "/Subject", "/Keywords"):
        made.docinfo[name] = words(start, 2)
    with made.open_metadata() as metadata:
        metadata["dc:description"] = words(start, 3)
    with made.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(words(start, 2), 0))
    made.attachments["a.txt"] = pikepdf.AttachedFileSpec(made, words(start, 6).encode())
    return files.saved(made)


def make(planned, earlier):
    """The meeting with that agenda. The minutes of the one before are its first paper."""
    meeting = MeetingFactory(title=words(OPEN, 2).title())
    first = AgendaItemFactory(meeting=meeting, title=words(OPEN, 2))
    PaperFactory(item=first, kind="minutes", text="", minutes_of=earlier, label="Paper A")
    for number, each in enumerate(planned, start=2):
        start = RESTRICTED if each.is_restricted else OPEN
        item = AgendaItemFactory(
            meeting=meeting,
            number=str(number),
            title=words(start, 3),
            purpose=words(start, 6),
            presenter=words(start, 2).title(),
            restricted_under=3 if each.is_restricted else None,
        )
        for paper in each.papers:
            add(item, paper)
    return meeting


def add(item, paper):
    is_restricted = paper.is_restricted or item.restricted_under
    start = RESTRICTED if is_restricted else OPEN
    common = {
        "item": item,
        "label": f"Paper {words(start, 1)}",
        "title": words(start, 3),
        "background": words(start, 4),
        "restricted_under": 1 if paper.is_restricted else None,
    }
    if paper.kind == "written":
        PaperFactory(text=f"# {words(start, 2)}\n\n{words(start, paper.size)}", **common)
    else:
        name = f"{words(start, 2)}.pdf"
        UploadedPaperFactory(data=uploaded(start, paper.size), name=name, **common)


def held_before():
    """A meeting whose minutes are in part private."""
    earlier = MeetingFactory(state="draft minutes", title=words(OPEN, 2).title())
    item = AgendaItemFactory(meeting=earlier, title=words(OPEN, 2))
    MinuteEntryFactory(item=item, text=words(OPEN, 9))
    MinuteEntryFactory(item=item, text=words(RESTRICTED, 9), restricted_under=2)
    closed = AgendaItemFactory(meeting=earlier, title=words(RESTRICTED, 3), restricted_under=3)
    MinuteEntryFactory(item=closed, text=words(RESTRICTED, 9))
    return earlier


def every_byte(content):
    """Everything that can be taken out of a PDF, as one text in small letters."""
    found = [content.decode("latin-1")]
    opened = pypdfium2.PdfDocument(content)
    found += [page.get_textpage().get_text_range() for page in opened]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                found.append(repr(dict(thing.stream_dict.items())))
                found.append(thing.read_raw_bytes().decode("latin-1"))
            else:
                found.append(repr(thing))
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", content, re.S):
        try:
            data = zlib.decompressobj().decompress(packed)
        except zlib.error:
            continue
        found += [data.decode(code, "ignore") for code in ("latin-1", "utf-16-be", "utf-16-le")]
    return "\n".join(found).replace("\0", "").lower()


@pytest.mark.django_db
@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(ITEMS, min_size=1, max_size=3))
def test_no_restricted_word_is_in_any_byte_of_a_public_pack(planned):
    meeting = make(planned, held_before())
    made = packs.make(meeting, audience="public")
    said = every_byte(made.content)
    assert OPEN in said
    assert RESTRICTED not in said
    assert RESTRICTED not in made.edition.lower()
    secrets = leaks.secrets_of(meeting)
    assert secrets
    assert leaks.find(made.content, secrets) == []
    assert leaks.find_in_text(made.edition, secrets) == []


@pytest.mark.django_db
def test_full_pack_would_not_pass_as_a_public_one():
    planned = [
        Item(True, [Planned("written", False, 20)]),
        Item(False, [Planned("uploaded", True, 20), Planned("written", True, 20)]),
    ]
    meeting = make(planned, held_before())
    made = packs.make(meeting, audience="full")
    secrets = leaks.secrets_of(meeting)
    for found in (leaks.find(made.content, secrets), leaks.find_in_text(made.edition, secrets)):
        told = " ".join(map(str, found))
        for paper in meeting.items.get(number="3").papers.all():
            assert f"{paper.label} under item 3" in told
        assert "the title of item 2" in told
        assert "a minute under item" in told
    assert RESTRICTED in every_byte(made.content)
