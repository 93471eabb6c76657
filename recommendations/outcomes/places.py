"""Where in two compared versions a claim is about: the revision of its place.

A number may be the later version's or the earlier's (ADR 5): see :meth:`Comparing.find`.
"""

from dataclasses import dataclass, replace

from plans import labels
from plans.finding import Paragraphs
from plans.models import Comparison, Paragraph, Revision

from .. import claims
from .verdicts import Place, bears_out


@dataclass(frozen=True)
class Found:
    """The place a claim is about: its name, and the revisions that its paragraphs are part of.
    ``exists`` says whether the later version has any of them, ``same_number`` how many
    paragraphs there bear the very number."""

    place: str
    revisions: tuple[Revision, ...]
    exists: bool
    in_earlier_numbers: bool = False
    same_number: int = 1

    @property
    def revision(self) -> Revision | None:
        """The one that says most: a change before none."""
        return next((r for r in self.revisions if _changed(r)), next(iter(self.revisions), None))

    @property
    def shown(self) -> Place:
        """What the comparison shows of it."""
        revision = self.revision
        return Place(
            label=self.place,
            found=self.exists,
            kind=revision.kind if revision else "",
            words_changed=revision.words_changed if revision else False,
        )


class Comparing:
    """The two versions of a comparison, their paragraphs found by label, their revisions by
    paragraph. A fixed number of queries."""

    def __init__(self, comparison: Comparison) -> None:
        self.earlier = Paragraphs(comparison.earlier)
        self.later = Paragraphs(comparison.later)
        self.after: dict[int, Revision] = {}
        self.before: dict[int, Revision] = {}
        for revision in comparison.revisions.prefetch_related("earlier", "later"):
            self.after.update((p.pk, revision) for p in revision.earlier.all())
            self.before.update((p.pk, revision) for p in revision.later.all())

    def find(self, claim: claims.Claim, *, accepts: bool = False) -> Found:
        """What a claim is about, whoever cited it. ``accepts`` says whether the response does."""
        if claim.cited_by == "point":
            return self._cited_by_the_panel(claim.label)
        later, earlier = self._in_later(claim.label), self._in_earlier(claim.label)
        if not earlier.revisions or set(earlier.revisions) & set(later.revisions):
            # One place, whichever version's number it is; part of it may be gone.
            revisions = later.revisions + earlier.revisions
            return replace(later, revisions=revisions)
        if claim.kind in claims.KEEPS:
            return earlier  # what is to stay as it is has the number that the panel knew it by
        fitting = [found for found in (later, earlier) if fits(found, claim.kind)]
        if claim.kind == "none" and accepts:
            fitting = [found for found in (later, earlier) if fits(found, "amended")] or fitting
        return fitting[0] if fitting else later if later.exists else earlier

    def _in_later(self, label: str) -> Found:
        later = self.later.find(label)
        known = tuple(self.before[p.pk] for p in later if p.pk in self.before)
        twice = sum(p.label != "" and labels.key(p.label) == labels.key(label) for p in later)
        return Found(label, known, exists=bool(later), same_number=max(twice, 1))

    def _in_earlier(self, label: str) -> Found:
        known = tuple(self.after[p.pk] for p in self.earlier.find(label) if p.pk in self.after)
        there = any(revision.later.all() for revision in known)
        return Found(label, known, exists=there, in_earlier_numbers=True)

    def reworded_under(self, label: str) -> list[Found]:
        """What changed in the paragraph of that earlier number, and in those under it."""
        wanted = labels.key(label)
        cited = [
            p for p in self.earlier.all if p.label and labels.key(p.label)[: len(wanted)] == wanted
        ]
        touched = dict.fromkeys(self.after[p.pk] for p in cited if p.pk in self.after)
        found = [
            Found(_name(later, label), (revision,), exists=True)
            for revision in touched
            if (later := list(revision.later.all()))
        ]
        return [one for one in found if one.shown.changed]

    def _cited_by_the_panel(self, label: str) -> Found:
        found = self._in_earlier(label)
        later = list(found.revision.later.all()) if found.revision else []
        return Found(_name(later, label), found.revisions, exists=found.exists)


def fits(found: Found, claimed: str) -> bool:
    """Whether what became of a place is as claimed of it: a change of the kind, or none."""
    if claimed in claims.CHANGES:
        return bool(found.revisions) and bears_out(found.shown, claimed)
    return found.exists and not found.shown.changed


def _changed(revision: Revision) -> bool:
    return revision.kind not in Revision.SAME_WORDS


def _name(paragraphs: list[Paragraph], otherwise: str) -> str:
    """What a place is called in the later version, after its first paragraph."""
    if not paragraphs:
        return otherwise
    first = paragraphs[0]
    return first.label or (first.heading[-1] if first.heading else otherwise)
