"""The agenda pack of a meeting, and its minutes, as PDFs.

The public pack is made from a public view of the records: every query behind it starts from
``.public()``, and of what is withheld it holds only the place and the paragraph of Schedule 12A.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import slugify

from pcp_scrutiny import pdf, prose
from pcp_scrutiny.panel.models import Panel

from . import minutes, papers
from .agenda import publication, since
from .minuting import arising
from .models import Action, Meeting, Pack, PanelMember, Paper
from .packed import PackContent, PackItem, PackPaper

PAPER_HEADINGS = 4  # the pack's title is <h1>, an item <h2>, a paper's title <h3>


class CannotMake(Exception):
    """The record does not allow the document to be made; the message says which paper and why."""


@dataclass(frozen=True, slots=True)
class WrittenPack:
    """All that a pack says, before it is set on pages."""

    html: str
    foot: str

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal: the same as long as the record says the same."""
        return hashlib.sha256(f"{self.foot}\n{self.html}".encode()).hexdigest()

    def as_pdf(self) -> bytes:
        """The pack as a PDF. Raises pdf.Unavailable."""
        return pdf.render(self.html, foot=self.foot)


def make(meeting: Meeting, *, is_public: bool) -> bytes:
    """The pack as a PDF. Raises CannotMake and pdf.Unavailable."""
    return write(meeting, is_public=is_public).as_pdf()


def write(meeting: Meeting, *, is_public: bool) -> WrittenPack:
    """What the pack says as the record now stands. Raises CannotMake."""
    content = read(meeting, is_public=is_public)
    kind = "Public pack" if is_public else "Full pack"
    html = render_to_string(
        "documents/pack.html", {"pack": content, **_facts(meeting), "kind": kind}
    )
    return WrittenPack(html, f"{_named(meeting)}. {kind}")


def digest_now(meeting: Meeting, *, audience: str) -> str:
    """The digest of a pack made at this moment; empty where none can be made."""
    try:
        return write(meeting, is_public=audience == Pack.Audience.PUBLIC).digest
    except CannotMake:
        return ""


def is_out_of_date(pack: Pack) -> bool:
    """Whether the record has moved on since the pack was made: something was added, reworded,
    removed or marked exempt."""
    return bool(out_of_date(pack.meeting, [pack]))


def out_of_date(meeting: Meeting, packs: Iterable[Pack]) -> set[int]:
    """Which of the meeting's packs that were made no longer say what the record says."""
    made = [pack for pack in packs if pack.state == Pack.State.MADE]
    now = {
        audience: digest_now(meeting, audience=audience)
        for audience in {pack.audience for pack in made}
    }
    return {pack.pk for pack in made if not pack.made_from or pack.made_from != now[pack.audience]}


def make_minutes(meeting: Meeting, *, is_public: bool) -> bytes:
    """The minutes as a PDF, for the public or in full. Raises pdf.Unavailable."""
    read = minutes.read(meeting, is_public=is_public, office=Panel.current().office_title)
    html = render_to_string(
        "documents/minutes.html", {"minutes": read, **_facts(meeting), "level": 2}
    )
    kind = "Draft minutes" if read.is_draft else "Minutes"
    return pdf.render(html, foot=f"{_named(meeting)}. {kind}")


def make_agenda(meeting: Meeting, *, is_public: bool) -> bytes:
    """The agenda by itself as a PDF, for the public or in full. Raises pdf.Unavailable."""
    content = read(meeting, is_public=is_public, has_papers=False)
    html = render_to_string("documents/agenda.html", {"pack": content, **_facts(meeting)})
    return pdf.render(html, foot=f"{_named(meeting)}. Agenda")


def read(meeting: Meeting, *, is_public: bool, has_papers: bool = True) -> PackContent:
    """What the pack of a meeting prints, for the public or in full; without ``has_papers``, its
    agenda by itself. Raises CannotMake where a paper cannot be printed."""
    panel = Panel.current()
    changes = since.publication(meeting, meeting.items.all())
    if is_public:
        changes = changes.public()
    clock = publication.clock_of(meeting, panel)
    under = _papers(meeting, is_public=is_public, clock=clock, has_papers=has_papers)
    items = _items(meeting, under, is_public=is_public, changes=changes)
    return PackContent(
        meeting=meeting,
        panel=panel,
        is_public=is_public,
        members=list(PanelMember.objects.serving(meeting.day).in_order_of_office()),
        items=items,
        gone=changes.gone,
        has_papers=has_papers,
        arising=arising.matters(meeting, _agreed(is_public=is_public), panel=panel),
    )


def _agreed(*, is_public: bool) -> QuerySet[Action]:
    """What may be printed of what was agreed before: nothing out of notes."""
    found = Action.objects.in_finished_minutes()
    return found.public() if is_public else found


def file_name(meeting: Meeting, kind: str, *, ending: str = "pdf") -> str:
    """What a file about a meeting is called when it is downloaded. It holds no time of making."""
    return f"{slugify(meeting.title)}-{meeting.day.isoformat()}-{kind}.{ending}"


def _minutes_called(meeting: Meeting) -> str:
    return f"Minutes of the meeting held on {meeting.day.day} {meeting.day:%B %Y}"


OF_A_MEETING = papers.Of(
    "minutes_of",
    asks="Meeting whose minutes they are",
    hint="Those offered are approved or a finished draft",
    missing="Choose the meeting whose minutes they are",
    choices=lambda meeting: Meeting.objects.with_finished_minutes(before=meeting.starts_at),
    called=_minutes_called,
)


def link_minutes(paper: Paper) -> str:
    """Where the minutes of an earlier meeting are read on the screen."""
    return reverse("meetings:minutes", args=[paper.minutes_of_id]) if paper.minutes_of_id else ""


def build_minutes(paper: Paper, *, is_public: bool) -> SafeString:
    """The minutes of an earlier meeting, as a paper. Notes that nobody has finished are not for
    members' papers, and never for the public: they raise CannotMake."""
    if paper.minutes_of is None:
        raise CannotMake(f"{paper}: it is not said which meeting’s minutes these are.")
    if not paper.minutes_of.minutes_are_finished:
        raise CannotMake(
            f"{paper}: the minutes of {paper.minutes_of} are not finished. Finish their draft, or "
            "remove the paper from the agenda, and ask again."
        )
    office = Panel.current().office_title
    read = minutes.read(paper.minutes_of, is_public=is_public, office=office)
    return render_to_string("documents/_minutes.html", {"minutes": read, "level": PAPER_HEADINGS})


def _items(
    meeting: Meeting,
    under: dict[int, list[PackPaper]],
    *,
    is_public: bool,
    changes: since.Changes,
) -> list[PackItem]:
    items = meeting.items.all()
    places: list[tuple[str, int, int, str]] = []
    left_out: dict[int, list[int]] = defaultdict(list)
    if is_public:
        places = list(items.withheld())
        for item_pk, why in Paper.objects.filter(item__meeting=meeting).withheld():
            left_out[item_pk].append(why)
        items = items.public()
    open_items = [
        PackItem(
            item.number,
            item.position,
            item,
            item.restricted_under,
            [paper for paper in under[item.pk] if not paper.paper.is_to_follow],
            left_out[item.pk],
            [paper for paper in under[item.pk] if paper.paper.is_to_follow],
            changes.items.get(item.pk),
        )
        for item in items
    ]
    withheld_items = [
        PackItem(number, position, restricted_under=why) for number, position, why, _ in places
    ]
    return sorted([*open_items, *withheld_items], key=lambda item: item.position)


def _papers(
    meeting: Meeting, *, is_public: bool, clock: publication.Clock, has_papers: bool
) -> dict[int, list[PackPaper]]:
    """The papers by their item's primary key."""
    found = Paper.objects.filter(item__meeting=meeting)
    if is_public:
        found = found.public()
    under: dict[int, list[PackPaper]] = defaultdict(list)
    for paper in found.select_related(
        "item__meeting", "minutes_of", "version__plan", "version__comparison__earlier"
    ).order_by("position", "pk"):
        printed = has_papers and not paper.is_to_follow
        content = _content(paper, is_public=is_public) if printed else SafeString()
        why = paper.restricted_under or paper.item.restricted_under
        read = publication.reading(paper, paper.item, clock)
        under[paper.item_id].append(PackPaper(paper, content, why, read))
    return under


def _content(paper: Paper, *, is_public: bool) -> SafeString:
    if paper.kind == Paper.WRITTEN:
        if not paper.text.strip():
            raise CannotMake(
                f"{paper} has no text yet. Write it, or remove it from the agenda, and ask again."
            )
        return prose.render(paper.text, level=PAPER_HEADINGS)
    try:
        return papers.build(paper, is_public=is_public)
    except LookupError as unknown:
        raise CannotMake(f"{paper} could not be made. {unknown}") from unknown


def _facts(meeting: Meeting) -> dict[str, Any]:
    return {"meeting": meeting, "panel": Panel.current()}


def _named(meeting: Meeting) -> str:
    day = meeting.day
    return f"{meeting.title}, {day.day} {day:%B %Y}"
