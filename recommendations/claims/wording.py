"""A claim and its place, in words."""

from .phrases import Kind
from .reading import Claim

_IN_WORDS: dict[Kind, str] = {
    "amended": "Says that a change was made {at}",
    "added": "Says that something was added {at}",
    "moved": "Says that something was moved to {place}",
    "removed": "Says that the plan no longer has {place}",
    "already covered": "Says that the point is already covered {at}",
    "declined": "Declines to change {place}",
    "deferred": "Puts off a change of {place}",
    "none": "Refers to {place}, and claims no change",
}
_OF_THE_POINT: dict[Kind, str] = {
    "amended": "Says that a change was made",
    "added": "Says that something was added",
    "moved": "Says that something was moved",
    "removed": "Says that it was taken out",
    "already covered": "Says that it is covered already",
    "declined": "Declines a change",
    "deferred": "Puts a change off",
    "none": "Claims no change",
}
_PLACELESS = "Says that the plan was changed, and names no place"


def in_words(claim: Claim) -> str:
    """What is claimed: "Says that a change was made at paragraph 40"."""
    if not claim.label:
        return _PLACELESS
    if claim.cited_by == "point":
        return f"{_OF_THE_POINT[claim.kind]} (the panel’s point is about {named(claim.label)})"
    return _IN_WORDS[claim.kind].format(place=named(claim.label), at=at(claim.label))


def at(label: str) -> str:
    """ "at paragraph 46(e)", but "in the Foreword" and "on page 27"."""
    if label[:1].isdigit():
        return f"at {named(label)}"
    return f"{'on' if label.lower().startswith('page ') else 'in'} {named(label)}"


def named(label: str) -> str:
    """ "paragraph 46(e)", but "the Foreword" and "page 27"."""
    if label[:1].isdigit():
        return f"paragraph {label}"
    if label.lower().startswith(("page ", "annex ", "appendix ", "the ", "section ", "chapter ")):
        return label
    return f"the {label}"
