"""What must not be found in the public pack of a meeting, read from the records themselves.

Nothing here asks what the packs are made from: what is restricted is told from the marks on each
record, so that a mistake in a ``.public()`` queryset is found, and not made twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from pcp_scrutiny.panel.models import Panel

from ... import papers as offered
from ... import withheld
from ...models import (
    Action,
    AgendaItem,
    Correction,
    Declaration,
    Meeting,
    MinuteEntry,
    Paper,
)
from ...withheld import Withheld
from ..refusals import CannotMake
from . import markup, public, uploads
from .calling import as_called
from .distilling import distil
from .marks import entry_is_restricted, is_restricted
from .pieces import Piece
from .secrets import Origin, Secret, Secrets

TEXT = "part of the text"
TITLE = "the title"


def secrets_of(meeting: Meeting) -> Secrets:
    """What the public pack of a meeting, and of it every supplement, may not hold.

    The same record gives the same secrets, in the same order. Raises CannotMake where the file of
    a paper is gone: nobody can say what is in it.
    """
    found = list(
        Paper.objects.filter(item__meeting=meeting)
        .select_related("item__meeting", "file", "printed", "minutes_of", "version__plan")
        .order_by("item__position", "position", "pk")
    )
    private = [paper for paper in found if is_restricted(paper, paper.item)]
    open_ones = [paper for paper in found if not is_restricted(paper, paper.item)]
    words = [
        *_items(meeting),
        *(each for paper in private for each in _paper(paper)),
        *_minutes(),
        *withheld.private_words(meeting),
    ]
    files = {paper: _held(paper) for paper in private}
    words += [each for paper, held in files.items() for each in _file(paper, held)]
    printed = list(_fragments(private))
    if not (words or files or printed):
        return Secrets()
    shown = [_held(paper) for paper in open_ones]
    said = [*public.words(meeting, open_ones, shown)]
    familiar = _familiar(meeting)
    secrets = distil(words, said, familiar=familiar)
    if printed:
        shown_elsewhere = [*said, *_public_fragments(found)]
        more = distil(printed, shown_elsewhere, familiar=familiar)
        amounts = {**more.amounts, **secrets.amounts}
        secrets = replace(secrets, runs={**more.runs, **secrets.runs}, amounts=amounts)
    labels = _labels(meeting, private, open_ones, said)
    return replace(secrets, labels=labels, **_streams(files, shown))


def _held(paper: Paper) -> uploads.Held:
    try:
        return uploads.held(paper.file, paper.printed)
    except FileNotFoundError as gone:
        raise CannotMake(
            f"The file of {called(paper)} is not where it was kept, so nobody can say whether the "
            "public pack holds any of it. Upload it again, and tell whoever runs the system."
        ) from gone


def called(paper: Paper) -> str:
    """How the clerk knows a paper, without its title."""
    return f"{paper.label or 'a paper'} under {_item_called(paper.item)}"


def _item_called(item: AgendaItem) -> str:
    return f"item {item.number}" if item.number else "an item"


# --- This meeting's agenda ------------------------------------------------------------------------


def _items(meeting: Meeting) -> Iterator[Withheld]:
    for item in meeting.items.order_by("position", "pk"):
        if is_restricted(item):
            yield from _item(item, _item_called(item))
    yield from _gone(meeting)


def _item(item: Any, named: str) -> Iterator[Withheld]:
    yield Withheld(named, TITLE, item.title)
    yield Withheld(named, "the purpose", item.purpose)
    yield Withheld(named, "the presenter", item.presenter, names_people=True)
    yield Withheld(named, "the special circumstances", item.special_circumstances)


def _gone(meeting: Meeting) -> Iterator[Withheld]:
    """Items that were taken off the agenda, and were restricted last or when it was published."""
    rows: dict[int, list[Any]] = {}
    for row in AgendaItem.history.filter(meeting_id=meeting.pk).order_by("history_id"):
        rows.setdefault(row.id, []).append(row)
    told = meeting.history.exclude(published_on=None).order_by("history_id").first()
    for states in rows.values():
        if states[-1].history_type != "-":
            continue
        before = [row for row in states if told and row.history_date <= told.history_date]
        if any(row.restricted_under for row in (states[-1], *before[-1:])):
            yield from _item(states[-1], "an item that was taken off the agenda")


def _paper(paper: Paper) -> Iterator[Withheld]:
    named = called(paper)
    for what, text in (
        (TITLE, paper.title),
        ("the label and the title", f"{paper.label} {paper.title}" if paper.label else ""),
        ("the label", paper.label),
        (TEXT, paper.text),
        ("the background papers", paper.background),
        ("the reason why it was late", paper.late_reason),
    ):
        yield Withheld(named, what, text, paper.pk)


def _file(paper: Paper, held: uploads.Held) -> Iterator[Withheld]:
    for what, text in held.words:
        yield Withheld(called(paper), what, text, paper.pk, what in uploads.PEOPLE)


def _labels(
    meeting: Meeting, private: Iterable[Paper], open_ones: Iterable[Paper], said: Iterable[str]
) -> dict[str, Secret]:
    """What a pack calls the restricted papers and items where it names them: "Paper B: Finance
    update", which has no word that tells anything. What the public record calls something is left
    out; so is a title alone that stands there as a line by itself."""
    found: dict[str, Secret] = {}
    for item in meeting.items.order_by("position", "pk"):
        if is_restricted(item):
            found[as_called(str(item))] = Secret(Origin(_item_called(item)), TITLE)
    for paper in private:
        origin = Origin(called(paper), paper.pk)
        found[as_called(str(paper))] = Secret(origin, "the label and the title")
        found[f"paper-{paper.pk}"] = Secret(origin, "the name of the part")
    lines = {as_called(line) for text in said for line in text.splitlines()} if found else set()
    public_ones = {as_called(str(paper)) for paper in open_ones} | lines
    return {label: secret for label, secret in found.items() if label not in public_ones}


def _streams(files: dict[Paper, uploads.Held], shown: Sequence[uploads.Held]) -> dict[str, Any]:
    """What is in the files of restricted papers and in no public one: logos are in both."""
    also = set().union(*(held.streams for held in shown))
    found: dict[str, Secret] = {}
    for paper, held in files.items():
        secret = Secret(Origin(called(paper), paper.pk), "a picture or another part of the file")
        found |= dict.fromkeys(sorted(held.streams - also), secret)
    shapes = set().union(*(held.shapes for held in files.values()))
    return {"streams": found, "shapes": frozenset(shapes)}


# --- Papers that are made from the record ---------------------------------------------------------


def _fragments(private: Iterable[Paper]) -> Iterator[Withheld]:
    """All that restricted papers from the record would print."""
    for paper in private:
        if text := _printed(paper, is_public=False):
            yield Withheld(called(paper), TEXT, text, paper.pk)


def _public_fragments(found: Iterable[Paper]) -> Iterator[str]:
    """What papers from the record print for the public. This is taken away only from what
    restricted papers would print: were it wrong, then what it says is still among what the records
    themselves withhold."""
    for paper in found:
        yield _printed(paper, is_public=True)


def _printed(paper: Paper, *, is_public: bool) -> str:
    if paper.kind in (Paper.WRITTEN, Paper.UPLOADED) or paper.is_to_follow:
        return ""
    try:
        fragment = offered.build(paper, is_public=is_public)
    except (CannotMake, LookupError):
        return ""
    pieces = (piece.text for piece in markup.read(fragment) if isinstance(piece, Piece))
    return next(pieces)


# --- Minutes of every meeting ---------------------------------------------------------------------


def _minutes() -> Iterator[Withheld]:
    """What was on agendas, said, declared and agreed in private: papers from the record, and
    matters arising, could carry it."""
    for item in AgendaItem.objects.select_related("meeting").order_by("pk"):
        if is_restricted(item):
            yield from _item(item, f"{_item_called(item)} of {_day(item.meeting)}")
    for entry in MinuteEntry.objects.select_related("item__meeting").order_by("pk"):
        if entry_is_restricted(entry):
            yield Withheld(_minute(entry), TEXT, entry.text)
    for action in Action.objects.select_related("entry__item__meeting").order_by("pk"):
        if entry_is_restricted(action.entry):
            yield Withheld(_minute(action.entry), "the owner", action.owner, names_people=True)
            yield Withheld(_minute(action.entry), "what was done", action.outcome)
    yield from _corrections()
    for declared in Declaration.objects.select_related("item__meeting").order_by("pk"):
        if declared.item and is_restricted(declared.item):
            named = f"an interest declared in {_item_called(declared.item)}"
            yield Withheld(named, "who declared it", declared.name, names_people=True)
            yield Withheld(named, TEXT, declared.interest)


def _corrections() -> Iterator[Withheld]:
    related = ("entry__item__meeting", "agreed_in__item__meeting")
    for one in Correction.objects.select_related(*related).order_by("pk"):
        if entry_is_restricted(one.entry) or entry_is_restricted(one.agreed_in):
            yield Withheld(_minute(one.entry), TEXT, one.said)
            yield Withheld(_minute(one.entry), TEXT, one.reads)


def _minute(entry: MinuteEntry) -> str:
    return f"a minute under {_item_called(entry.item)} of {_day(entry.item.meeting)}"


def _day(meeting: Meeting) -> str:
    return f"{meeting.day.day} {meeting.day:%B %Y}"


def _familiar(meeting: Meeting) -> list[str]:
    panel = Panel.current()
    names = (panel.name, panel.host_authority, panel.office_title, panel.force_area)
    return [*names, panel.office_short, meeting.title, meeting.venue]
