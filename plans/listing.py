"""The paragraphs of a version on the page of corrections: those that are asked for, a page at a
time, each with what an officer should know of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from pcp_scrutiny import history

from . import labels
from .document.finding import Finder, Segment
from .document.outline import Section, in_order, outline
from .forms.paragraphs import CorrectFilterForm
from .models import Paragraph, PlanVersion

ON_A_PAGE = 150
KEPT = ("show", "section", "find")
"""What of the address says which paragraphs are shown, and is kept from page to page."""


@dataclass(frozen=True)
class Row:
    """A paragraph in the list. ``place`` are the headings above it and its page, where either is
    another than that of the row before; ``next_check`` is the next paragraph that is to be
    checked; ``seen`` is the stamp of one that is."""

    paragraph: Paragraph
    lines: list[list[Segment]]
    place: str
    next_check: Paragraph | None
    seen: str
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class Listing:
    """What the page shows. ``twice`` are the paragraphs of each label that is used more than
    once; ``keep`` is the query that shows the same paragraphs again, empty where all are shown."""

    form: CorrectFilterForm
    rows: list[Row]
    page: Page
    number: int
    unsure: list[Paragraph]
    twice: list[list[Paragraph]]
    keep: str

    @property
    def is_filtered(self) -> bool:
        """Whether only some paragraphs are shown."""
        return bool(self.keep)


def listing(version: PlanVersion, query: QueryDict) -> Listing:
    """The paragraphs that ``query`` asks for: to be checked, of one section, with some words; on
    the page of that name, or the one with the paragraph ``at``."""
    paragraphs = list(version.paragraphs.order_by("position", "pk"))
    sections = list(in_order(outline(paragraphs)))
    form = CorrectFilterForm(sections, query)
    form.is_valid()
    shown = _shown(paragraphs, sections, form)
    page = Paginator(shown, ON_A_PAGE).get_page(query.get("page") or _page_of(shown, query))
    return Listing(
        form=form,
        rows=_rows(page.object_list, paragraphs, form.cleaned_data.get("find", "")),
        page=page,
        number=len(paragraphs),
        unsure=[paragraph for paragraph in paragraphs if paragraph.unsure],
        twice=_twice(paragraphs),
        keep=kept(query),
    )


def kept(query: QueryDict, **more: object) -> str:
    """The part of an address that shows the same paragraphs again, and what else is said."""
    said = QueryDict(mutable=True)
    said.update({name: query[name] for name in KEPT if query.get(name)} | more)
    return f"?{said.urlencode()}" if said else ""


def _shown(
    paragraphs: Sequence[Paragraph], sections: Sequence[Section], form: CorrectFilterForm
) -> list[Paragraph]:
    said = form.cleaned_data
    found = list(paragraphs)
    if said.get("show") == form.CHECK:
        found = [paragraph for paragraph in found if paragraph.unsure]
    if number := said.get("section"):
        within = {p.pk for part in in_order([sections[number - 1]]) for p in part.paragraphs}
        found = [paragraph for paragraph in found if paragraph.pk in within]
    if words := said.get("find"):
        found = [paragraph for paragraph in found if _has(paragraph, words)]
    return found


def _has(paragraph: Paragraph, words: str) -> bool:
    if paragraph.label and labels.key(paragraph.label) == labels.key(words):
        return True
    finder = Finder(words)
    finder.segments(paragraph.text)
    return finder.count > 0


def _page_of(shown: Sequence[Paragraph], query: QueryDict) -> int:
    at = query.get("at", "")
    place = next((n for n, paragraph in enumerate(shown) if str(paragraph.pk) == at), 0)
    return place // ON_A_PAGE + 1


def _rows(shown: Sequence[Paragraph], everything: Sequence[Paragraph], words: str) -> list[Row]:
    checks = _next_checks(everything)
    stamps = history.stamps([paragraph for paragraph in shown if paragraph.unsure])
    finder = Finder(words)
    rows: list[Row] = []
    last = ""
    for paragraph in shown:
        here = _place(paragraph)
        rows.append(
            Row(
                paragraph=paragraph,
                lines=[finder.segments(line) for line in paragraph.text.splitlines()],
                place=here if here != last else "",
                next_check=checks.get(paragraph.pk),
                seen=stamps.get(paragraph.pk, ""),
                is_first=paragraph is everything[0],
                is_last=paragraph is everything[-1],
            )
        )
        last = here
    return rows


def _place(paragraph: Paragraph) -> str:
    """Where it stands in the document: "Priorities › Roads, page 12"."""
    page = [f"page {paragraph.page}"] if paragraph.page else []
    return ", ".join([*filter(None, [" › ".join(paragraph.heading)]), *page])


def _next_checks(paragraphs: Sequence[Paragraph]) -> dict[int, Paragraph | None]:
    """For each paragraph to check, the next one; after the last the first, if it is another."""
    unsure = [paragraph for paragraph in paragraphs if paragraph.unsure]
    following = [*unsure[1:], *unsure[:1]]
    return {
        one.pk: other if other is not one else None
        for one, other in zip(unsure, following, strict=True)
    }


def _twice(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    found: dict[tuple[str, ...], list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        if paragraph.label:
            found[labels.key(paragraph.label)].append(paragraph)
    return [alike for alike in found.values() if len(alike) > 1]
