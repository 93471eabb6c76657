"""Citations as records: the words in a text, the labels they name, the paragraphs those are."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pcp_scrutiny import history
from pcp_scrutiny.components.wording import lower_first
from plans import citations as recogniser
from plans import labels
from plans.finding import Paragraphs

from .models import Citation, Recommendation, Response


@dataclass(frozen=True)
class Cited:
    """A citation before it is a record."""

    words: str
    document: str
    labels: tuple[str, ...]

    @property
    def document_in_words(self) -> str:
        """The document as people call it: "minutes", "an Act or regulations"."""
        return lower_first(str(Citation.Document(self.document).label))


_OF_ANOTHER = re.compile(r"\s+(?:of|to|in|from)\s", re.IGNORECASE)


def find(text: str, *, headings: Sequence[str] = ()) -> list[recogniser.Citation]:
    """The places that a text names, with their offsets. An annex is of the plan where the plan has
    one of that name, unless the text says of what it is."""
    own = {labels.key(heading) for heading in headings}
    return [
        replace(one, document="plan") if _is_own(one, own, text) else one
        for one in recogniser.find(text, headings=headings)
    ]


def _is_own(one: recogniser.Citation, own: set[tuple[str, ...]], text: str) -> bool:
    named = one.document == "other" and all(labels.key(label) in own for label in one.labels)
    return named and not _OF_ANOTHER.match(text, one.end)


def recognise(text: str, *, headings: Sequence[str] = ()) -> list[Cited]:
    """The places that a text names, as they are kept."""
    return [
        Cited(found.text, found.document, found.labels) for found in find(text, headings=headings)
    ]


def labels_in(typed: str, *, headings: Sequence[str] = ()) -> list[str]:
    """The labels in a list that someone typed: "46(e), 52, 8-13, Foreword". A heading that has
    commas of its own stays whole if it is one of ``headings``."""
    longest_first = sorted(headings, key=len, reverse=True)
    whole = "".join(rf"{re.escape(heading)}\s*(?=[,;\n]|$)|" for heading in longest_first)
    parts = re.findall(rf"\s*({whole}[^,;\n]+)", typed, re.IGNORECASE)
    found = (label for part in parts if part.strip() for label in labels.expand(part.strip()))
    return list(dict.fromkeys(found))


def as_typed(cited: Iterable[Cited]) -> str:
    """The plan's labels among citations, as a list that someone may correct."""
    found = (label for c in cited if c.document == Citation.Document.PLAN for label in c.labels)
    return ", ".join(dict.fromkeys(found))


def settle(text: str, typed: str, *, headings: Sequence[str] = ()) -> list[Cited]:
    """The citations of a text, as an officer corrected them.

    What the officer left out of the list is dropped; what they added, and the text does not name
    in a form that is recognised, is kept with their own words. Citations of other documents than
    the plan stay as recognised.
    """
    wanted = labels_in(typed, headings=headings)
    keys = {labels.key(label): label for label in wanted}
    settled, named = [], set()
    for found in recognise(text, headings=headings):
        if found.document != Citation.Document.PLAN:
            settled.append(found)
            continue
        kept = tuple(label for label in found.labels if labels.key(label) in keys)
        named.update(labels.key(label) for label in kept)
        if kept:
            settled.append(Cited(found.words, found.document, kept))
    added = [label for key, label in keys.items() if key not in named]
    settled.extend(Cited(label, Citation.Document.PLAN, (label,)) for label in added)
    return settled


def write(
    of: Recommendation | Response,
    cited: Sequence[Cited],
    *,
    paragraphs: Paragraphs,
    by: Any,
    why: str,
) -> list[Citation]:
    """Make the citations of a recommendation or a response what ``cited`` says, and no others.
    Those that say it already, in the same place, stay."""
    wanted = dict(enumerate(cited, start=1))
    kept = {}
    for old in of.citations.all():
        said = Cited(old.words, old.document, tuple(old.labels))
        place = wanted.get(old.position)
        if place and replace(place, words=place.words[:300]) == said:
            kept[old.position] = old
        else:
            history.delete(old, by=by, why=why)
    side = "recommendation" if isinstance(of, Recommendation) else "response"
    written = []
    for position, found in wanted.items():
        citation = kept.get(position) or history.create(
            Citation,
            by=by,
            why=why,
            position=position,
            words=found.words[:300],
            document=found.document,
            labels=list(found.labels),
            **{side: of},
        )
        if found.document == Citation.Document.PLAN:
            # not historied: worked out from the labels, which are
            citation.paragraphs.set(p for label in found.labels for p in paragraphs.find(label))
        written.append(citation)
    return written
