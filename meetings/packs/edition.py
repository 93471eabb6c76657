"""The HTML edition of a pack: the same fragments, for phones and screen readers.

It is one fragment whose highest heading is <h2>, without the <h1> of the page that holds it: the
notice, the agenda, and a <section> for each paper under the name of its part.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from . import fronts, texts
from .laying_out import Layout
from .numbering import Kind, Slot, in_words
from .parts import PaperPart
from .planning import Plan

TABLE = re.compile(r"<table\b([^>]*)>.*?</table>", re.DOTALL)
FIT = re.compile(r'class="[^"]*\bdoc-(?:agenda|facts|members|points|tracker|summary|counts)\b')
"""Tables that fit on a phone, by their look there or because they are narrow."""

TYPED = re.compile(
    r'<a\b[^>]*\bhref="https?://pack\.invalid\b[^"]*"[^>]*>(.*?)</a>', re.DOTALL | re.IGNORECASE
)
"""A link between parts that somebody typed: it leads nowhere here."""


@dataclass(frozen=True, slots=True)
class Section:
    """A paper, or what stands in its place. ``pages`` are those of the PDF, in words;
    ``item_heading`` is that of its item, where it is the first."""

    name: str
    item_heading: str
    title: str
    pages: str
    fragment: SafeString
    sheet: fronts.Sheet | None = None
    is_upload: bool = False
    restricted_under: int | None = None


def fragment(plan: Plan, layout: Layout, *, beat: texts.Beat) -> str:
    """The edition. What it takes long for is kept: the text of papers that were sent in; ``beat``
    is called while they are read."""
    context = {
        "front": plan.side.front.fragment(layout.places),
        "sections": list(_sections(plan, layout, beat)),
    }
    return TYPED.sub(r"\1", render_to_string("documents/edition.html", context))


def _sections(plan: Plan, layout: Layout, beat: texts.Beat) -> Iterator[Section]:
    own = {part.name: part for part in plan.parts}
    for slot in layout.slots:
        if slot.name == fronts.NAME:
            continue
        if slot.kind is Kind.PRINTED:
            beat()
            yield _paper(own[slot.name], slot, layout, beat)
        else:
            item, sheet = layout.item_of(slot), layout.sheet_of(slot)
            heading = item.heading if item else ""
            yield Section(slot.name, heading, sheet.title, "", SafeString(), sheet)


def _paper(part: PaperPart, slot: Slot, layout: Layout, beat: texts.Beat) -> Section:
    is_upload = bool(part.source.upload)
    if is_upload:
        words = texts.of_upload(layout.content(part), beat=beat)
    else:
        words = mark_safe(part.fragment)  # noqa: S308 - it is ours
    return Section(
        name=part.name,
        item_heading=part.item.heading if part.is_first else "",
        title=part.title,
        pages=_pages(slot),
        fragment=with_room(words, part.title),
        is_upload=is_upload,
        restricted_under=part.entry.restricted_under,
    )


def _pages(slot: Slot) -> str:
    first, *_, last = (*slot.numbers, slot.numbers[-1])
    if first == last:
        return f"Page {first}"
    return f"Pages {in_words(slot.first, slot.last) if last.isdecimal() else f'{first} to {last}'}"


def with_room(words: str, title: str) -> SafeString:
    """Wide tables each in a region that scrolls by itself, and that the keyboard reaches."""
    numbers = count(1)

    def scrolling(table: re.Match[str]) -> str:
        if FIT.search(table[1]):
            return table[0]
        return format_html(
            '<div class="app-document__table" role="region" tabindex="0" aria-label="{}">{}</div>',
            f"Table {next(numbers)} in {title}",
            mark_safe(table[0]),  # noqa: S308 - it is ours
        )

    return mark_safe(TABLE.sub(scrolling, words))  # noqa: S308 - the same fragment
