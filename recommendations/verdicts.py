"""Whether the later version bears out what the response claims, place by place.

The table, first row that fits:

====================  ==========================================  ===========================
the response says     the plan shows                              so
====================  ==========================================  ===========================
declined              the paragraph changed, or is gone            changed without being claimed
any                   there is no such place                       not found
amended, added        new, split or merged, or its words changed   borne out
amended, added        word for word the same                       not borne out
moved                 moved                                        borne out
moved                 in its place                                 not borne out
covered, none         the paragraph changed                        changed without being claimed
covered, none         unchanged, and there                         as stated
declined              unchanged, or not to be found                (nothing to report)
====================  ==========================================  ===========================

A paragraph that only has another number, or only stands elsewhere, is word for word the same.
"""

from dataclasses import dataclass
from typing import Literal

from .claims import CHANGES, Claim

Verdict = Literal[
    "borne out", "not borne out", "as stated", "not found", "changed without being claimed"
]


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
    def changed(self) -> bool:
        """Whether it is not the paragraph it was: its words, or what it is made of."""
        return self.words_changed or self.kind in ("reworded", "split", "merged", "added")


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with its evidence, a sentence in plain English."""

    verdict: Verdict
    evidence: str


def verdict(claim: Claim, place: Place | None, *, office: str) -> Finding | None:
    """The verdict on a claim; ``office`` is the title of the office that made it.

    None where there is nothing to report: the claim names no place, or a refusal was kept to.
    """
    if place is None:
        return None
    says = f"The {office} {_CLAIMED[claim.kind]} {_named(place)}"
    if claim.kind == "declined":
        if place.kind == "removed" or (place.found and place.changed):
            return Finding("changed without being claimed", f"{says}, but {_shown(place)}.")
        return None
    if not place.found:
        return Finding("not found", f"{says}, but the later version has no such place.")
    if claim.kind in CHANGES:
        borne_out = place.kind == "moved" if claim.kind == "moved" else place.changed
        if claim.kind == "moved" and place.kind == "added":
            borne_out = True  # what came from elsewhere may read as new in its new place
        if borne_out:
            return Finding("borne out", f"{says}, and {_shown(place)}.")
        return Finding("not borne out", f"{says}, but {_shown(place)}.")
    if place.changed:
        return Finding("changed without being claimed", f"{says}, but {_shown(place)}.")
    return Finding("as stated", f"{says}, and {_shown(place)}.")


_CLAIMED = {
    "amended": "says that a change was made at",
    "added": "says that something was added at",
    "moved": "says that something was moved to",
    "already covered": "says that the point is already covered at",
    "declined": "declined to change",
    "none": "refers to",
}
_SHOWN = {
    "unchanged": "it is word for word the same in the later version",
    "renumbered": "it has another number in the later version but the same words",
    "moved": "it stands elsewhere in the later version with the same words",
    "reworded": "its words are different in the later version",
    "split": "it was divided in the later version",
    "merged": "it was joined with another paragraph in the later version",
    "added": "it is new in the later version",
    "removed": "it is no longer in the later version",
}


def _shown(place: Place) -> str:
    if place.kind in ("moved", "renumbered", "unchanged") and place.words_changed:
        moved = (
            "stands elsewhere and its words" if place.kind == "moved" else "is there and its words"
        )
        return f"it {moved} are different in the later version"
    return _SHOWN.get(place.kind, _SHOWN["reworded" if place.words_changed else "unchanged"])


def _named(place: Place) -> str:
    """ "paragraph 46(e)", but "the Foreword" and "page 27"."""
    if place.label[:1].isdigit():
        return f"paragraph {place.label}"
    if place.label.lower().startswith(("page ", "annex ", "appendix ")):
        return place.label
    return f"the {place.label}"
