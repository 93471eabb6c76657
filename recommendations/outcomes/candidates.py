"""Which changes of a plan a recommendation may have led to, where the response names no place; and
which recommendations may account for a change that nobody claimed. Best first, with the words that
speak for each: nothing is linked by likeness alone.

A recommendation and a change are alike by the words that both have. What came into the plan (or
went) weighs most, then the heading it stands under, then the words around it that stayed. A rare
word weighs more than a common one (inverse document frequency: Spärck Jones 1972, over the
paragraphs of the plan), and a long change is not likelier for being long (cosine of the angle
between the two: Salton 1975).
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MOST = 3
"""No officer reads further down a list of guesses."""
ENOUGH = 0.13
"""A cosine below this is chance: a word or two that any two texts of the plan share."""
_HEADING, _AROUND = 0.8, 0.25
_SHOWN = 4
_LONG = 4  # letters that a word keeps when its ending goes

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*(?:['’][a-z]+)?")
_ENDING = re.compile(r"(?:['’]s|['’]|ings?|edly|ed|ies|es|s|y|e)$")
_OWNED = re.compile(r"['’]s$")
_COMMON = frozenset(
    _WORD.findall(
        """a about above after all also am an and any are as at be because been before being below
        but by can could did do does each for from further had has have he her here his how i if in
        into is it its just like made make may me more most must my no nor not now of on one only or
        other our out over own per please said same say says see set shall she should so some such
        than that the their them then there these they this those through to too under up upon us
        very was we were what when where which while who whom whose why will with would you your
        accept accepted agree agreed amend amended change changed commissioner crime draft grateful
        include included panel para paragraph plan point police recommend recommends recommendation
        reflect reflected response section text thank wording words"""
    )
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the panel said with what it was answered, and the theme it was filed under."""

    said: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A change: its name in a sentence, the words that came or went, those that stayed around
    them, the headings above it, and whether a recommendation accounts for it already."""

    name: str
    words: str
    around: str = ""
    headings: Sequence[str] = ()
    is_explained: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """The ``index`` of what is likely among those given, from 0 to 1 how like it is, the words
    that speak for it (rarest first) and a sentence that says so."""

    index: int
    score: float
    shared: tuple[str, ...]
    evidence: str


class Ranking:
    """The changes of a version, to be held beside recommendations. ``texts`` are the paragraphs
    of the plan: they say which words are rare."""

    def __init__(self, changes: Sequence[Changed], texts: Iterable[str]) -> None:
        self._changes = changes
        documents = [set(_stems(text)) for text in texts]
        self._number = len(documents)
        self._documents = Counter(stem for stems in documents for stem in stems)
        self._weights = [self._weights_of_change(change) for change in changes]

    def changes_for(self, asked: Asked, *, most: int = MOST) -> list[Candidate]:
        """The changes that a recommendation may have led to: those that nothing accounts for
        first, then the likeliest first."""
        found = [
            self._candidate(asked, at, index=at)
            for at in range(len(self._changes))
            if self._changes[at].words or self._changes[at].around
        ]
        likely = [candidate for candidate in found if candidate.score >= ENOUGH]
        likely.sort(key=lambda c: (self._changes[c.index].is_explained, -c.score, c.index))
        return likely[:most]

    def asked_for(
        self, change: int, asked: Sequence[Asked], *, most: int = MOST
    ) -> list[Candidate]:
        """The recommendations that may account for the change of that index, likeliest first."""
        found = [self._candidate(one, change, index=at) for at, one in enumerate(asked)]
        likely = [candidate for candidate in found if candidate.score >= ENOUGH]
        return sorted(likely, key=lambda c: (-c.score, c.index))[:most]

    def _candidate(self, asked: Asked, at: int, *, index: int) -> Candidate:
        words = _stems(f"{asked.said} {asked.theme}")
        own, its = self._weights_of(words), self._weights[at]
        both = (stem for stem in own if stem in its)
        shared = sorted(both, key=lambda stem: -own[stem] * its[stem])
        product = sum(own[stem] * its[stem] for stem in shared)
        lengths = math.sqrt(_squares(own) * _squares(its))
        in_words = tuple(words[stem] for stem in shared[:_SHOWN])
        score = product / lengths if lengths else 0.0
        return Candidate(index, score, in_words, self._evidence(at, shared, words))

    def _evidence(self, at: int, shared: Sequence[str], words: Mapping[str, str]) -> str:
        change = self._changes[at]
        new = _stems(change.words)
        heading = _stems(" ".join(change.headings[-1:]))
        in_change = [words[stem] for stem in shared if stem in new][:_SHOWN]
        in_heading = [words[s] for s in shared if s in heading and s not in new][:_SHOWN]
        around = [words[s] for s in shared if s not in new and s not in heading][:_SHOWN]
        said = []
        if in_change:
            said.append(f"what changed in {change.name} has {_listed(in_change)} too")
        if in_heading:
            said.append(f"it stands under “{change.headings[-1]}”")
        if around and not in_change:
            said.append(f"{change.name} speaks of {_listed(around)} too")
        sentence = ", and ".join(said)
        return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""

    def _weights_of(self, stems: Iterable[str]) -> dict[str, float]:
        return {stem: self._rarity(stem) for stem in stems}

    def _weights_of_change(self, change: Changed) -> dict[str, float]:
        weights: dict[str, float] = {}
        parts = ((change.words, 1.0), (" ".join(change.headings[-1:]), _HEADING))
        for text, share in (*parts, (change.around, _AROUND)):
            for stem in _stems(text):
                weights[stem] = max(weights.get(stem, 0.0), share * self._rarity(stem))
        return weights

    def _rarity(self, stem: str) -> float:
        return math.log((self._number + 1) / (self._documents[stem] + 0.5)) + 0.1


def _stems(text: str) -> dict[str, str]:
    """The words of a text that tell it from others, without their endings, each as it stands
    there first."""
    found: dict[str, str] = {}
    for said in _WORD.findall(text.lower()):
        word = _OWNED.sub("", said)
        if word not in _COMMON and len(word) > 2:
            found.setdefault(_stem(word), word)
    return found


def _stem(word: str) -> str:
    while (ending := _ENDING.search(word)) and ending.start() >= _LONG:
        word = word[: ending.start()]
    return word


def _squares(weights: Mapping[str, float]) -> float:
    return sum(weight * weight for weight in weights.values())


def _listed(words: Sequence[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}" if len(quoted) > 1 else quoted[0]
