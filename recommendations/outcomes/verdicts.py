"""Whether the later version bears out what the response claims, place by place.

The table, first row that fits:

=====================  ========================================  ===========================
the response says      the plan shows                            so
=====================  ========================================  ===========================
declined, put off      the paragraph changed, or is gone         changed without being claimed
declined, put off      unchanged, or not to be found             (nothing to report)
removed                it is gone                                borne out
any change             there is no such place                    not found
removed                it is there                               not borne out
moved                  moved                                     borne out
moved                  in its place, or gone                     not borne out
amended, added         new, split or merged, or other words      borne out
amended, added         word for word the same, or gone           not borne out
none, in an answer     the paragraph changed                     borne out
that accepts
covered, none          the paragraph changed, or is gone         changed without being claimed
covered, none          there is no such place                    not found
covered, none          unchanged, and there                      as stated
=====================  ========================================  ===========================

Of a place that only the panel's own point names the last two report nothing: the response says
nothing of it.
A paragraph that only has another number, or only stands elsewhere, is word for word the same.
"""

from dataclasses import dataclass
from typing import Literal

from ..claims import CHANGES, KEEPS, Claim, at, named

Verdict = Literal[
    "borne out", "not borne out", "as stated", "not found", "changed without being claimed"
]

NO_PLACE = "no place named"
"""What stands for the place of a change that is claimed without one."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the comparison shows of a place.

    ``found`` says whether the later version has it. ``kind`` is the kind of the revision it is
    part of ("" where the versions have not been compared there), ``words_changed`` whether its
    words differ from before.
    """

    label: str
    found: bool
    kind: str = ""
    words_changed: bool = False

    @property
    def gone(self) -> bool:
        """Whether the later version left it out, all of it."""
        return self.kind == "removed" and not self.found

    @property
    def changed(self) -> bool:
        """Whether it is there and not what it was: its words, or what it is made of."""
        made_otherwise = self.kind in ("reworded", "split", "merged", "added", "removed")
        return self.found and (self.words_changed or made_otherwise)


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with its evidence, a sentence in plain English."""

    verdict: Verdict
    evidence: str


def verdict(
    claim: Claim, place: Place | None, *, office: str, decision: str = ""
) -> Finding | None:
    """The verdict on a claim; ``office`` is the title of the office that made it, ``decision``
    what its response as a whole amounts to.

    None where there is nothing to report: the claim names no place, or nothing was claimed of a
    place and nothing was done to it.
    """
    if place is None:
        return None
    accepts = claim.kind == "none" and decision in ("accepted", "accepted in part")
    said = _ACCEPTED if accepts else _claimed(claim)
    says = f"The {office} {said.format(place=named(place.label), at=at(place.label))}"
    so, but = f"{says}, and {_shown(place)}.", f"{says}, but {_shown(place)}."
    if claim.kind in CHANGES:
        if not (place.found or place.gone):
            return Finding("not found", f"{says}, but the later version has no such place.")
        done = bears_out(place, claim.kind)
        return Finding("borne out", so) if done else Finding("not borne out", but)
    if place.changed and accepts:
        return Finding("borne out", so)
    if place.changed or place.gone:
        return Finding("changed without being claimed", but)
    if claim.kind in KEEPS or claim.cited_by == "point":
        return None
    if not place.found:
        return Finding("not found", f"{says}, but the later version has no such place.")
    return Finding("as stated", so)


def bears_out(place: Place, claimed: str) -> bool:
    """Whether what became of a place is the change that is claimed of it."""
    match claimed:
        case "removed":
            return place.gone
        case "moved":  # what came from elsewhere may read as new in its new place
            return place.kind in ("moved", "added")
        case _:
            return place.changed


_CLAIMED = {
    "amended": "says that a change was made {at}",
    "added": "says that something was added {at}",
    "moved": "says that something was moved to {place}",
    "already covered": "says that the point is already covered {at}",
    "removed": "says that the plan no longer has {place}",
    "declined": "declined to change {place}",
    "deferred": "put off changing {place}",
    "none": "refers to {place}",
}
_ACCEPTED = "accepts the point and refers to {place}"


def _claimed(claim: Claim) -> str:
    if claim.kind == "none" and claim.cited_by == "point":
        return "claims no change of {place}"
    return _CLAIMED[claim.kind]


_SHOWN = {
    "unchanged": "it is word for word the same in the later version",
    "renumbered": "its words are the same in the later version, under another number",
    "moved": "it stands elsewhere in the later version, with the same words",
    "reworded": "its words are different in the later version",
    "split": "it is divided into several paragraphs in the later version",
    "merged": "it is joined with another paragraph in the later version",
    "added": "it is new in the later version",
    "removed": "it is no longer in the later version",
}


def _shown(place: Place) -> str:
    if place.kind == "removed" and place.found:
        return "part of it is no longer in the later version"
    if place.kind in ("moved", "renumbered", "unchanged") and place.words_changed:
        elsewhere = "it stands elsewhere and " if place.kind == "moved" else ""
        return f"{elsewhere}its words are different in the later version"
    return _SHOWN.get(place.kind, _SHOWN["reworded" if place.words_changed else "unchanged"])


BY_AN_OFFICER: dict[Verdict, str] = {
    "borne out": "An officer found that the change at {place} answers the point.",
    "not borne out": "An officer found that {place} does not bear the response out.",
    "as stated": "An officer found that {place} says what the response states.",
    "not found": "An officer found no such place in the plan as {place}.",
    "changed without being claimed": (
        "An officer found that {place} was changed, though the response claims no change of it."
    ),
}
"""What stands as the evidence of a verdict that an officer gave."""


def found_by_an_officer(verdict: Verdict, label: str) -> str:
    """The sentence of evidence for a place that an officer entered or corrected."""
    if label == NO_PLACE:
        return "An officer found that the response names no place."
    return BY_AN_OFFICER[verdict].format(place=named(label))
