"""What officers decide about links: that they are so, that they are not, what they are instead.

What an officer confirmed is never overwritten, by a machine or by another decision: it is undone
first, by someone who sees it. Each decision holds the comparison, so that the background does not
store at the same moment what it found before.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError

from pcp_scrutiny import history

from ..compared.changes import Change, capital, joined, named
from ..comparison import Passage, compare
from ..models import BrokenLink, Comparison, Paragraph, Revision
from .comparing import renew

RESTS = (
    "What became of a recommendation rests on this link. Reject that outcome first, under What"
    " became of the panel’s points, and then change the link"
)


@transaction.atomic
def confirm_link(revision: Revision, *, by: Any, seen: str | None = None) -> Revision:
    """Vouch for what became of some paragraphs. Raises ValidationError where someone has, or
    where it joins other paragraphs than those ``seen`` (``sides_of``)."""
    comparison = _hold(revision.comparison)
    revision = _now(revision, seen)
    _refuse_confirmed([revision])
    _confirm(revision, by=by, why=f"Confirmed: {said(revision)}")
    if comparison.awaited_since is not None:
        # What is worked out in the background began without it.
        renew(comparison, by=by)
    return revision


@transaction.atomic
def confirm_certain(comparison: Comparison, *, by: Any) -> int:
    """Vouch for every change that the comparison is sure of; how many there were."""
    comparison = _hold(comparison)
    certain = comparison.revisions.changes().filter(review=False, confirmed_at__isnull=True)
    for revision in (found := list(certain)):
        _confirm(revision, by=by, why="Confirmed with all that are certain")
    if found and comparison.awaited_since is not None:
        renew(comparison, by=by)
    return len(found)


@transaction.atomic
def break_link(revision: Revision, *, by: Any, seen: str | None = None) -> BrokenLink:
    """Say that the later paragraphs are not what the earlier became; the first of the broken
    links, by which ``mend_link`` takes all of them back.

    Raises ValidationError where there is no link, or where an officer confirmed it.
    """
    comparison = _hold(revision.comparison)
    revision = _now(revision, seen)
    _refuse_confirmed([revision])
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
    _renew(comparison, by=by)
    return broken[0]


@transaction.atomic
def make_link(
    comparison: Comparison,
    *,
    earlier: Sequence[Paragraph],
    later: Sequence[Paragraph],
    by: Any,
) -> Revision:
    """Set what became of some paragraphs; an empty side says that they are new, or gone.

    Raises ValidationError where an officer has decided otherwise about one of them.
    """
    comparison = _hold(comparison)
    if not (earlier or later):
        raise ValidationError("Enter at least one paragraph.")
    about = list(comparison.revisions.prefetch_related("earlier", "later"))
    chosen = {paragraph.pk for paragraph in (*earlier, *later)}
    touched = [r for r in about if chosen & _paragraphs(r)]
    same = next((r for r in touched if _sides(r) == (_keys(earlier), _keys(later))), None)
    if same is not None and same.confirmed_at is None:
        return confirm_link(same, by=by)
    _refuse_confirmed(touched)
    _refuse_broken(comparison, earlier, later)
    revision = _settle(comparison, touched, earlier, later, by=by)
    _renew(comparison, by=by)
    return revision


@transaction.atomic
def undo_confirmation(revision: Revision, *, by: Any) -> Revision:
    """Take back an officer's word for a link; the comparison finds again what became of its
    paragraphs. Raises ValidationError where nobody had confirmed it."""
    comparison = _hold(revision.comparison)
    revision = _now(revision)
    if revision.confirmed_at is None:
        raise ValidationError("This is not confirmed, so there is nothing to undo.")
    revision.confirmed_by = revision.confirmed_at = None
    history.save(revision, by=by, why=f"Confirmation taken back: {said(revision)}")
    _renew(comparison, by=by)
    return revision


@transaction.atomic
def mend_link(broken: BrokenLink, *, by: Any) -> Comparison:
    """Take back that paragraphs are not the same, with what was said at the same moment."""
    comparison = _hold(broken.comparison)
    together = comparison.broken_links.filter(
        broken_by=broken.broken_by_id, broken_at=broken.broken_at
    )
    for link in together.select_related("earlier", "later"):
        history.delete(link, by=by, why=f"Taken back: {link}")
    _renew(comparison, by=by)
    return comparison


def said(revision: Revision) -> str:
    """What a revision says, in words: "paragraph 46 is now paragraph 47"."""
    change = Change(revision, list(revision.earlier.all()), list(revision.later.all()))
    return change.in_words


def sides_of(revision: Revision) -> str:
    """What tells the paragraphs that it joins from others: their primary keys."""
    return joined(revision.earlier.all(), revision.later.all())


# --- Who decided before -------------------------------------------------------------------------


def _hold(comparison: Comparison) -> Comparison:
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


def _refuse_confirmed(revisions: Iterable[Revision]) -> None:
    for revision in revisions:
        if revision.confirmed_at is not None:
            raise ValidationError(
                f"{capital(said(revision))}: {revision.confirmed_by} confirmed this. Undo that"
                " first.",
                code="confirmed",
                params={"revision": revision},
            )


def _refuse_broken(
    comparison: Comparison, earlier: Iterable[Paragraph], later: Iterable[Paragraph]
) -> None:
    against = comparison.broken_links.filter(earlier__in=earlier, later__in=later)
    if broken := against.select_related("earlier", "later", "broken_by").first():
        raise ValidationError(
            f"{broken.broken_by} said that {broken.later.name} is not what became of"
            f" {broken.earlier.name}. Undo that first.",
            code="broken",
            params={"broken": broken},
        )


# --- Making it so -------------------------------------------------------------------------------


def _confirm(revision: Revision, *, by: Any, why: str) -> None:
    revision.confirmed_by, revision.confirmed_at = by, history.now()
    history.save(revision, by=by, why=why)


def _renew(comparison: Comparison, *, by: Any) -> None:
    try:
        renew(comparison, by=by)
    except ValidationError as refusal:
        # The words of the comparison speak of a correction.
        raise ValidationError(f"{RESTS}.") from refusal


def _settle(
    comparison: Comparison,
    touched: Sequence[Revision],
    earlier: Sequence[Paragraph],
    later: Sequence[Paragraph],
    *,
    by: Any,
) -> Revision:
    """Let one revision join what was chosen, and the others that touch it let go of it."""
    wanted = set(_keys(later) or _keys(earlier))
    own = max(touched, key=lambda r: len(wanted & _paragraphs(r)), default=None)
    for revision in touched:
        if revision is not own:
            _let_go(revision, earlier, later, by=by)
    facts = _facts(comparison, own, earlier, later)
    if own is None:
        own = Revision(comparison=comparison, **facts)
    for name, fact in facts.items():
        setattr(own, name, fact)
    own.confirmed_by, own.confirmed_at = by, history.now()
    sides = f"{named(earlier) or 'nothing'} became {named(later) or 'nothing'}"
    history.save(own, by=by, why=f"Set by an officer: {sides}")
    # not historied: the reason above names the paragraphs
    own.earlier.set(earlier)
    # not historied: as above
    own.later.set(later)
    return own


def _let_go(
    revision: Revision,
    earlier: Sequence[Paragraph],
    later: Sequence[Paragraph],
    *,
    by: Any,
) -> None:
    """What is left of a revision stays until the comparison is made again."""
    # not historied: the decision that takes them is
    revision.earlier.remove(*earlier)
    # not historied: as above
    revision.later.remove(*later)
    has_earlier, has_later = revision.earlier.exists(), revision.later.exists()
    if has_earlier and has_later:
        return
    if not (has_earlier or has_later):
        try:
            history.delete(revision, by=by, why="Its paragraphs were linked otherwise")
        except ProtectedError as error:
            raise ValidationError(f"{RESTS}.") from error
        return
    revision.kind = Revision.Kind.REMOVED if has_earlier else Revision.Kind.ADDED
    revision.words_changed = True
    history.save(revision, by=by, why="Some of its paragraphs were linked otherwise")


def _facts(
    comparison: Comparison,
    own: Revision | None,
    earlier: Sequence[Paragraph],
    later: Sequence[Paragraph],
) -> dict[str, Any]:
    """What the comparing module says of the link, with all others taken as they are.

    Only the texts of this link matter to that. The other paragraphs stand in their places with a
    stub of a text each, so that it takes no time.
    """
    places: dict[int, int] = {}
    sides: list[list[Passage]] = []
    chosen = {paragraph.pk for paragraph in (*earlier, *later)}
    for version in (comparison.earlier_id, comparison.later_id):
        paragraphs = Paragraph.objects.filter(version=version).order_by("position", "pk")
        passages = []
        for place, p in enumerate(paragraphs):
            places[p.pk] = place
            text = p.text if p.pk in chosen else f"stub {p.pk}"
            passages.append(Passage(p.label, tuple(p.heading), text))
        sides.append(passages)
    link = tuple(tuple(sorted(places[p.pk] for p in side)) for side in (earlier, later))
    others = comparison.revisions.exclude(pk=own.pk if own else None)
    confirmed = [
        tuple(tuple(places[pk] for pk in keys) for keys in _sides(revision))
        for revision in others.prefetch_related("earlier", "later")
    ]
    found = compare(*sides, confirmed=[link, *(one for one in confirmed if any(one))])
    change = next(one for one in found if (one.earlier, one.later) == link)
    return {
        "kind": change.kind,
        "position": later[0].position if later else _after(comparison, earlier[0]),
        "words_changed": change.words_changed,
        "confidence": 1.0,
        "review": False,
    }


def _after(comparison: Comparison, paragraph: Paragraph) -> int:
    """Just after what became of the paragraph before it."""
    before = Paragraph.objects.filter(
        version=comparison.earlier_id, position__lt=paragraph.position
    )
    followed = comparison.revisions.filter(earlier__in=before, later__isnull=False)
    last = followed.order_by("-earlier__position", "-position").first()
    return last.position + 1 if last else 0


def _paragraphs(revision: Revision) -> set[int]:
    return {pk for side in _sides(revision) for pk in side}


def _sides(revision: Revision) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return _keys(revision.earlier.all()), _keys(revision.later.all())


def _keys(paragraphs: Iterable[Paragraph]) -> tuple[int, ...]:
    return tuple(sorted(paragraph.pk for paragraph in paragraphs))
