"""A meeting with papers of so many pages: written, from the record, and uploaded."""

import io
from datetime import UTC, datetime
from random import Random

import pikepdf

from benchmarks.panel.records import WORDS, Panel
from meetings.models import AgendaItem, Meeting, MinuteEntry, Paper
from pcp_scrutiny import history, pdf
from pcp_scrutiny.documents.models import keep

SECTIONS = 5
"""Of a written paper, which has about six pages then."""
RECOMMENDATIONS = 250
ENTRIES = 90
PAPERS_UNDER_AN_ITEM = 3


def write(*, written: int, uploads: int, pages_each: int) -> Meeting:
    """A meeting whose agenda has ``written`` papers, the minutes of an earlier meeting, the
    tracker of 250 recommendations, and so many ``uploads`` of so many pages."""
    panel = Panel(RECOMMENDATIONS, changes=0)
    panel.write()
    random = Random(20261122)
    meeting = _meeting(panel, datetime(2026, 12, 10, 10, tzinfo=UTC))
    earlier = _minuted(panel, random)
    papers = [
        Paper(kind="minutes", title="Minutes of the last meeting", minutes_of=earlier),
        Paper(kind="tracker", title="Recommendation tracker"),
        *(_written(number, random) for number in range(written)),
        *(_uploaded(number, pages_each, panel, random) for number in range(uploads)),
    ]
    for place, paper in enumerate(papers):
        if place % PAPERS_UNDER_AN_ITEM == 0:
            number = place // PAPERS_UNDER_AN_ITEM + 1
            item = history.create(
                AgendaItem,
                by=panel.officer,
                why="Made up",
                meeting=meeting,
                position=number,
                number=str(number),
                title=f"Business {number}: {' '.join(random.choices(WORDS, k=4))}",
            )
        paper.item, paper.position = item, place % PAPERS_UNDER_AN_ITEM + 1
        paper.label = f"Paper {place + 1}"
        history.save(paper, by=panel.officer, why="Made up")
    return meeting


def reword(meeting: Meeting) -> None:
    """One written paper gets another sentence."""
    paper = Paper.objects.filter(item__meeting=meeting, kind=Paper.WRITTEN).order_by("pk")[0]
    paper.text += "\n\nThis was added since."
    history.save(paper, by=None, why="Made up")


def reorder(meeting: Meeting) -> None:
    """The second item changes places with the one before the last."""
    items = list(meeting.items.order_by("position"))
    one, other = items[1], items[-2]
    one.position, other.position = other.position, one.position
    one.number, other.number = other.number, one.number
    for item in (one, other):
        history.save(item, by=None, why="Made up")


def _meeting(panel: Panel, at: datetime) -> Meeting:
    return history.create(
        Meeting,
        by=panel.officer,
        why="Made up",
        title="Police and Crime Panel",
        venue="County Hall",
        starts_at=at,
    )


def _minuted(panel: Panel, random: Random) -> Meeting:
    earlier = _meeting(panel, datetime(2026, 9, 10, 10, tzinfo=UTC))
    items = [
        AgendaItem(meeting=earlier, position=n, number=str(n), title=_words(random, 5))
        for n in range(1, 10)
    ]
    items = history.create_many(AgendaItem, items, by=panel.officer, why="Made up")
    entries = [
        MinuteEntry(item=items[n % len(items)], position=1024 * (n + 1), text=_prose(random, 3))
        for n in range(ENTRIES)
    ]
    history.create_many(MinuteEntry, entries, by=panel.officer, why="Made up")
    earlier.state = Meeting.State.DRAFT_MINUTES
    return history.save(earlier, by=panel.officer, why="Made up")


def _written(number: int, random: Random) -> Paper:
    return Paper(kind=Paper.WRITTEN, title=f"Report {number + 1}", text=_report(random, SECTIONS))


def _report(random: Random, sections: int) -> str:
    """Sections with headings, paragraphs, a list and a table each."""
    parts = []
    for _ in range(sections):
        parts.append(f"## {_words(random, 4)}")
        parts += [_prose(random, 5) for _ in range(3)]
        parts.append("\n".join(f"- {_words(random, 12)}" for _ in range(5)))
        rows = ["| Area | Last year | This year |", "|---|---|---|"]
        rows += [
            f"| {_words(random, 2)} | {random.randint(1, 999)} | {random.randint(1, 999)} |"
            for _ in range(8)
        ]
        parts.append("\n".join(rows))
    return "\n\n".join(parts)


def _uploaded(number: int, pages: int, panel: Panel, random: Random) -> Paper:
    """A report as someone's word processor would write it: tagged, of exactly so many pages."""
    body = "".join(
        f"<section><h1>{_words(random, 4)}</h1>"
        + "".join(f"<p>{_prose(random, 4)}</p>" for _ in range(4))
        + "</section>"
        for _ in range(pages)
    )
    style = "@page { size: A4; margin: 25mm } section + section { break-before: page }"
    html = (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>Upload {number + 1}</title>'
        f"<style>{style}</style></head><body>{body}</body></html>"
    )
    content = pdf.render_part(html)
    with pikepdf.open(io.BytesIO(content)) as made:
        count = len(made.pages)
    file = keep(
        content, name=f"upload-{number + 1}.pdf", media_type="application/pdf", by=panel.officer
    )
    return Paper(
        kind=Paper.UPLOADED, title=f"Upload {number + 1}", file=file, printed=file, pages=count
    )


def _words(random: Random, count: int) -> str:
    return " ".join(random.choices(WORDS, k=count)).capitalize()


def _prose(random: Random, sentences: int) -> str:
    return " ".join(f"{_words(random, random.randint(9, 22))}." for _ in range(sentences))
