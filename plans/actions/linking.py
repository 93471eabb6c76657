"""Making a link: an officer sets what became of some paragraphs."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError

from pcp_scrutiny import history

from ..compared.changes import named
from ..comparison import Passage, compare
from ..models import Comparison, Paragraph, Revision
from .deciding import RESTS, bring_up_to_date, confirm_link, hold, refuse_confirmed


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
    comparison = hold(comparison)
    if not (earlier or later):
        raise ValidationError("Enter at least one paragraph.")
    about = list(comparison.revisions.prefetch_related("earlier", "later"))
    chosen = {paragraph.pk for paragraph in (*earlier, *later)}
    touched = [r for r in about if chosen & _paragraphs(r)]
    same = next((r for r in touched if _sides(r) == (_keys(earlier), _keys(later))), None)
    if same is not None and same.confirmed_at is None:
        return confirm_link(same, by=by)
    refuse_confirmed(touched)
    _refuse_broken(comparison, earlier, later)
    revision = _settle(comparison, touched, earlier, later, by=by)
    bring_up_to_date(comparison, by=by)
    return revision


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
