"""Deciding about the links that a comparison found: confirm them, break them, take that back.

What an officer confirmed is never overwritten, by a machine or by another decision: it is undone
first, by someone who sees it. Each decision holds the comparison, so that the background does not
store at the same moment what it found before.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import history

from ..compared.changes import Change, capital, joined, named
from ..compared.decisions import is_certain, told_apart
from ..models import BrokenLink, Comparison, Revision
from .comparing import renew

RESTS = (
    "What became of a recommendation rests on this link. Reject that outcome first, under What"
    " became of the panel’s points, and then change the link"
)


@transaction.atomic
def confirm_link(revision: Revision, *, by: Any, seen: str | None = None) -> Revision:
    """Vouch for what became of some paragraphs. Raises ValidationError where someone has, or
    where it joins other paragraphs than those ``seen`` (``sides_of``)."""
    comparison = hold(revision.comparison)
    revision = _now(revision, seen)
    refuse_confirmed([revision])
    revision.confirmed_by, revision.confirmed_at = by, history.now()
    history.save(revision, by=by, why=f"Confirmed: {said(revision)}")
    if comparison.awaited_since is not None:
        # What is worked out in the background began without it.
        bring_up_to_date(comparison, by=by)
    return revision


@transaction.atomic
def confirm_certain(comparison: Comparison, *, by: Any, seen: str | None = None) -> int:
    """Vouch for every change that the comparison is sure of; how many there were.

    Raises ValidationError where they are others than those ``seen`` (``told_apart``).
    """
    comparison = hold(comparison)
    stored = comparison.revisions.changes().prefetch_related("earlier", "later")
    certain = [change for change in map(_change, stored) if change.shown and is_certain(change)]
    if seen is not None and told_apart(certain) != seen:
        raise ValidationError(
            "The comparison has changed since this page was opened, so nothing was confirmed."
            " Look at what is certain now, and confirm it then."
        )
    revisions = [change.revision for change in certain]
    moment = history.now()
    for revision in revisions:
        revision.confirmed_by, revision.confirmed_at = by, moment
    why = "Confirmed with all that are certain"
    history.save_many(revisions, ("confirmed_by", "confirmed_at"), by=by, why=why)
    if revisions and comparison.awaited_since is not None:
        bring_up_to_date(comparison, by=by)
    return len(revisions)


@transaction.atomic
def break_link(revision: Revision, *, by: Any, seen: str | None = None) -> BrokenLink:
    """Say that the later paragraphs are not what the earlier became; the first of the broken
    links, by which ``mend_link`` takes all of them back.

    Raises ValidationError where there is no link, or where an officer confirmed it.
    """
    comparison = hold(revision.comparison)
    revision = _now(revision, seen)
    refuse_confirmed([revision])
    earlier, later = list(revision.earlier.all()), list(revision.later.all())
    if not (earlier and later):
        raise ValidationError("There is no link to break here: set what became of it instead.")
    moment = history.now()
    broken = [
        history.create(
            BrokenLink,
            by=by,
            why=f"Not the same: {named([before])} and {named([after])}",
            comparison=comparison,
            earlier=before,
            later=after,
            broken_by=by,
            broken_at=moment,
        )
        for before in earlier
        for after in later
        if not comparison.broken_links.filter(earlier=before, later=after).exists()
    ]
    if not broken:
        raise ValidationError("This has been said already. The comparison is being made again.")
    bring_up_to_date(comparison, by=by)
    return broken[0]


@transaction.atomic
def undo_confirmation(revision: Revision, *, by: Any) -> Revision:
    """Take back an officer's word for a link; the comparison finds again what became of its
    paragraphs. Raises ValidationError where nobody had confirmed it."""
    comparison = hold(revision.comparison)
    revision = _now(revision)
    if revision.confirmed_at is None:
        raise ValidationError("This is not confirmed, so there is nothing to undo.")
    revision.confirmed_by = revision.confirmed_at = None
    history.save(revision, by=by, why=f"Confirmation taken back: {said(revision)}")
    bring_up_to_date(comparison, by=by)
    return revision


@transaction.atomic
def mend_link(broken: BrokenLink, *, by: Any) -> Comparison:
    """Take back that paragraphs are not the same, with what was said at the same moment."""
    comparison = hold(broken.comparison)
    together = comparison.broken_links.filter(
        broken_by=broken.broken_by_id, broken_at=broken.broken_at
    )
    for link in together.select_related("earlier", "later"):
        history.delete(link, by=by, why=f"Taken back: {link}")
    bring_up_to_date(comparison, by=by)
    return comparison


def said(revision: Revision) -> str:
    """What a revision says, in words: "paragraph 46 is now paragraph 47"."""
    return _change(revision).in_words


def _change(revision: Revision) -> Change:
    return Change(revision, list(revision.earlier.all()), list(revision.later.all()))


def sides_of(revision: Revision) -> str:
    """What tells the paragraphs that it joins from others: their primary keys."""
    return joined(revision.earlier.all(), revision.later.all())


# --- Who decided before -------------------------------------------------------------------------


def hold(comparison: Comparison) -> Comparison:
    """The comparison as it now is, locked against other writers until the transaction ends."""
    return Comparison.objects.select_for_update().get(pk=comparison.pk)


def _now(revision: Revision, seen: str | None = None) -> Revision:
    """The revision as it now is; the comparison may have been made again meanwhile."""
    found = Revision.objects.filter(pk=revision.pk).select_related("confirmed_by").first()
    if found is None or (seen is not None and sides_of(found) != seen):
        raise ValidationError(
            "The comparison has changed since this page was opened, so nothing was done. Look at"
            " it again."
        )
    return found


def refuse_confirmed(revisions: Iterable[Revision]) -> None:
    """Raise ValidationError, with the revision in its params, where an officer vouches for one."""
    for revision in revisions:
        if revision.confirmed_at is not None:
            raise ValidationError(
                f"{capital(said(revision))}: {revision.confirmed_by} confirmed this. Undo that"
                " first.",
                code="confirmed",
                params={"revision": revision},
            )


def bring_up_to_date(comparison: Comparison, *, by: Any) -> None:
    """Let the comparison follow a decision. Raises ValidationError where an outcome of a
    recommendation rests on what would go."""
    try:
        renew(comparison, by=by)
    except ValidationError as refusal:
        # The words of the comparison speak of a correction.
        raise ValidationError(f"{RESTS}.") from refusal
