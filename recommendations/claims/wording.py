"""A claim and its place, in words."""

from .phrases import Kind
from .reading import Claim

_IN_WORDS: dict[Kind, str] = {
    "amended": "Says that {place} was changed",
    "added": "Says that something was added at {place}",
    "moved": "Says that something was moved to {place}",
    "removed": "Says that {place} was taken out",
    "already covered": "Says that {place} covers it already",
    "declined": "Declines to change {place}",
    "deferred": "Puts off a change of {place}",
    "none": "Refers to {place}, and claims no change",
}
_PLACELESS = "Says that the plan was changed, and names no place"


def in_words(claim: Claim) -> str:
    """What is claimed: "Says that paragraph 40 was changed"."""
    return _IN_WORDS[claim.kind].format(place=named(claim.label)) if claim.label else _PLACELESS


def named(label: str) -> str:
    """ "paragraph 46(e)", but "the Foreword" and "page 27"."""
    if label[:1].isdigit():
        return f"paragraph {label}"
    if label.lower().startswith(("page ", "annex ", "appendix ", "the ", "section ", "chapter ")):
        return label
    return f"the {label}"
