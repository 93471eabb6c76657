"""Excluding the public by a resolution, and letting them in again.

Local Government Act 1972 s.100A(4), (5): the resolution identifies the proceedings it applies to
and describes, in the terms of Schedule 12A, the exempt information that gives rise to it.

What is minuted in between is kept from the public (``withhold``). Whatever would make some of it
public asks for a sentence that says why, in ``because``; ValidationError with the code ``OPENS``
is raised without one, and nothing is changed.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel

from .. import exempt
from ..minuting import privacy, votes
from ..models import Exclusion, MinuteEntry
from .locking import hold_open
from .withholding import said_at, withhold


@transaction.atomic
def exclude_public(entry: MinuteEntry, *, paragraph: int, by: Any, because: str = "") -> Exclusion:
    """Say that a resolution excludes the public under a paragraph of Schedule 12A, or under
    another than before. Raises ValidationError where the entry is no resolution, or was lost."""
    meeting = hold_open(entry.item.meeting)
    if wrong := _against_excluding(entry):
        raise ValidationError(wrong)
    there = Exclusion.objects.filter(entry=entry).first()
    if there and there.paragraph == paragraph:
        return there
    _is_of_the_nation(paragraph)
    exclusion = there or Exclusion(entry=entry)
    exclusion.paragraph = paragraph
    why = "Paragraph changed" if there else "The public excluded"
    history.save(exclusion, by=by, why=why)
    _touch(entry, by=by, why=f"{why}: paragraph {paragraph} of Schedule 12A")
    withhold(meeting, by=by, opening=because)
    return exclusion


@transaction.atomic
def stop_excluding(entry: MinuteEntry, *, by: Any, because: str = "") -> None:
    """Say that an entry excludes nobody after all. What it alone kept from the public becomes
    public. Nothing is written where it did not."""
    meeting = hold_open(entry.item.meeting)
    exclusion = Exclusion.objects.filter(entry=entry).first()
    if exclusion is None:
        return
    history.delete(exclusion, by=by, why=because.strip() or "The public was not excluded")
    _touch(entry, by=by, why="It does not exclude the public")
    withhold(meeting, by=by, opening=because)


@transaction.atomic
def readmit_public(
    entry: MinuteEntry, *, by: Any, because: str = "", is_new: bool = False
) -> Exclusion:
    """Say that the public was let in again with this entry, which is public then itself. What was
    minuted in private before becomes so only with a reason, the entry too unless it ``is_new`` and
    was made to say this. Raises ValidationError where they were not out by then."""
    meeting = hold_open(entry.item.meeting)
    _, said = said_at(meeting)
    excluded_by = privacy.excluded_by(said, entry.pk)
    already = Exclusion.objects.filter(until=entry).select_related("entry").first()
    if already and excluded_by in (already.entry_id, None):
        return already
    if excluded_by is None:
        raise ValidationError(
            "The public was not out of the meeting at this minute, so they cannot be let in "
            "again with it. Record the resolution that excluded them first."
        )
    if already:
        _end(already, None, by=by)
    exclusion = Exclusion.objects.select_related("until").get(entry=excluded_by)
    before = exclusion.until
    _end(exclusion, entry, by=by)
    for changed in filter(None, (before, entry)):
        _touch(changed, by=by, why="Where the public was let in again")
    withhold(meeting, by=by, opening=because, itself=entry if is_new else None)
    return exclusion


@transaction.atomic
def stop_readmitting(entry: MinuteEntry, *, by: Any, because: str = "") -> None:
    """Say that the public was not let in again with this entry. They stay out for what follows,
    until another entry lets them in or the meeting ends."""
    meeting = hold_open(entry.item.meeting)
    exclusion = Exclusion.objects.filter(until=entry).first()
    if exclusion is None:
        return
    _end(exclusion, None, by=by)
    _touch(entry, by=by, why="The public was not let in again here")
    withhold(meeting, by=by, opening=because)


@transaction.atomic
def change_exclusion(
    exclusion: Exclusion,
    *,
    paragraph: int,
    until: MinuteEntry | None,
    by: Any,
    because: str = "",
    seen: str | None = None,
) -> Exclusion:
    """Put right under which paragraph the public was excluded, and with which minute they were
    let in again, None for the end of the meeting. Raises history.Stale, and ValidationError where
    that minute does not come after the resolution."""
    meeting = hold_open(exclusion.entry.item.meeting)
    if until is not None:
        order = [entry.pk for entry in said_at(meeting)[0]]
        if until.pk not in order[order.index(exclusion.entry_id) + 1 :]:
            raise ValidationError("The public is let in again after they were excluded.")
    kept = Exclusion.objects.select_related("until").get(pk=exclusion.pk)
    before = kept.until
    if paragraph != kept.paragraph:
        _is_of_the_nation(paragraph)
    exclusion.paragraph, exclusion.until = paragraph, until
    history.save(exclusion, by=by, why=because.strip() or "Exclusion put right", seen=seen)
    for changed in filter(None, {exclusion.entry, before, until}):
        _touch(changed, by=by, why="Exclusion of the public put right")
    withhold(meeting, by=by, opening=because)
    return exclusion


def stand(entry: MinuteEntry) -> None:
    """Raise ValidationError where an entry excludes the public and is no longer what can: asked
    after an entry was changed."""
    if not Exclusion.objects.filter(entry=entry).exists():
        return
    if wrong := _against_excluding(entry):
        raise ValidationError(
            f"{wrong} This minute excludes the public: take that back first, on its own page, "
            "where it says what would become public."
        )


def let_go(entry: MinuteEntry) -> None:
    """Raise ValidationError where an entry cannot be removed, because the public is excluded or
    let in again with it."""
    if Exclusion.objects.filter(entry=entry).exists():
        raise ValidationError(
            "This resolution excludes the public, and what follows is private because of it. Take "
            "the exclusion back first, on its own page, where it says what would become public."
        )
    if Exclusion.objects.filter(until=entry).exists():
        raise ValidationError(
            "The public was let in again with this minute. Say first, on the page of the "
            "exclusion, when they were let in; until then what follows would be private."
        )


def _against_excluding(entry: MinuteEntry) -> str:
    if entry.kind != MinuteEntry.Kind.RESOLUTION:
        return "Only a resolution excludes the public."
    # What was asked before may know of an earlier vote.
    if not votes.is_resolved(MinuteEntry.objects.select_related("vote").get(pk=entry.pk)):
        return "The motion was not carried, so it does not exclude the public."
    return ""


def _is_of_the_nation(paragraph: int) -> None:
    """Raise ValidationError for a paragraph of the part of Schedule 12A for the other nation."""
    nation = Panel.current().nation
    if paragraph not in exempt.PARAGRAPHS_OF[nation]:
        raise ValidationError(
            f"Choose a paragraph of {exempt.schedule_of(nation)}: “{paragraph}” is none of those."
        )


def _end(exclusion: Exclusion, until: MinuteEntry | None, *, by: Any) -> None:
    exclusion.until = until
    why = "The public let in again" if until else "The public not let in again there"
    history.save(exclusion, by=by, why=why)


def _touch(entry: MinuteEntry, *, by: Any, why: str) -> None:
    """Give an entry a row of history, so that everyone who minutes is sent it anew."""
    history.save(MinuteEntry.objects.get(pk=entry.pk), by=by, why=why)
