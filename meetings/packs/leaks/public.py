"""What is public in any case, read from the records: words that a restricted paper shares with it
are no secret.

It has all that a public pack may print, and more; it is never taken from a pack.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from django.template import engines

from pcp_scrutiny.panel.models import Panel
from plans.models import Paragraph, PlanVersion

from ... import exempt, withheld
from ...minuting import privacy
from ...models import (
    Action,
    AgendaItem,
    Attendance,
    Correction,
    Declaration,
    Meeting,
    MinuteEntry,
    PanelMember,
    Paper,
    Vote,
)
from .marks import entry_is_restricted, is_restricted
from .uploads import Held

PRINTED = ("documents", "meetings")
"""The folders of templates whose own words are in packs."""
OF_TEMPLATES = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^<>]*>", re.S)


def words(meeting: Meeting, papers: Iterable[Paper], files: Iterable[Held]) -> Iterator[str]:
    """Texts that anyone may read. ``papers`` are the meeting's public ones, ``files`` what those
    hold that were uploaded."""
    yield from _of_the_product()
    yield from _fields(Panel.current(), *_texts_of(Panel))
    for paper in papers:
        yield from _fields(paper, *_texts_of(Paper))
        yield f"{paper.label} {paper.title}"
    for held in files:
        yield from held.written
        yield from (text for _, text in held.words)
    yield from _meetings()
    yield from _minuted()
    yield from _plans()
    yield from withheld.public_words(meeting)


@cache
def _of_the_product() -> Sequence[str]:
    """What our own pages say whatever the record is."""
    found = [exempt.SCHEDULE, *exempt.INFORMATION.values()]
    for number in exempt.INFORMATION:
        found += [exempt.sentence(number), exempt.head(number), exempt.paragraph(number)]
        found.append(privacy.resolution(number, business=""))
    for folder in engines["django"].engine.dirs:
        for name in PRINTED:
            for template in sorted(Path(folder, name).rglob("*.html")):
                found += OF_TEMPLATES.split(unescape(template.read_text()))
    return [text for text in found if text.strip()]


def _meetings() -> Iterator[str]:
    for meeting in Meeting.objects.order_by("pk"):
        yield from _fields(meeting, "title", "venue", "how_to_attend", "office_title")
    for member in PanelMember.objects.order_by("pk"):
        yield from _fields(member, "name", "authority")
    for row in Attendance.objects.order_by("pk"):
        yield from _fields(row, "name", "role", "stands_in_for", "note")
    fields = ("title", "purpose", "presenter", "special_circumstances")
    for item in AgendaItem.objects.order_by("pk"):
        yield item.public_summary
        if not is_restricted(item):
            yield from _fields(item, *fields)
    for row in AgendaItem.history.filter(restricted_under=None).order_by("history_id"):
        # An item that was taken off since the agenda was published is still named.
        if row.history_type == "-":
            yield from _fields(row, *fields)


def _minuted() -> Iterator[str]:
    related = MinuteEntry.objects.select_related("item").order_by("pk")
    entries = {entry.pk: entry for entry in related if not entry_is_restricted(entry)}
    for entry in entries.values():
        yield entry.text
    for vote in Vote.objects.order_by("pk"):
        if vote.entry_id in entries:
            yield from _fields(vote, *_texts_of(Vote))
    # Approved minutes go on saying who was to do it.
    for action in (*Action.objects.order_by("pk"), *Action.history.order_by("history_id")):
        if action.entry_id in entries:
            yield from _fields(action, "owner", "outcome")
    for one in Correction.objects.order_by("pk"):
        if one.entry_id in entries and one.agreed_in_id in entries:
            yield from (one.said, one.reads)
    for declared in Declaration.objects.select_related("item").order_by("pk"):
        if not (declared.item and is_restricted(declared.item)):
            yield from _fields(declared, "name", "interest")


def _plans() -> Iterator[str]:
    """Plans are published; a comparison prints whole paragraphs of them."""
    locked = PlanVersion.objects.exclude(locked_at=None)
    for version in locked.select_related("plan").order_by("pk"):
        yield f"{version.plan}, {version}"
    rows = Paragraph.objects.filter(version__in=locked).order_by("version", "position")
    for label, heading, text in rows.values_list("label", "heading", "text"):
        yield " ".join((*heading, label))
        yield text


def _fields(thing: Any, *names: str) -> Iterator[str]:
    return (str(text) for name in names if (text := getattr(thing, name)))


def _texts_of(model: Any) -> list[str]:
    """The fields of a model that hold words."""
    return [
        field.name
        for field in model._meta.get_fields()
        if field.concrete and field.get_internal_type() in ("CharField", "TextField", "EmailField")
    ]
