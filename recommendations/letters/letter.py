"""What a response letter turns out to say."""

from dataclasses import dataclass
from datetime import date

from plans.citations import Citation


@dataclass(frozen=True, slots=True)
class Pair:
    """One point of the panel's and what was answered to it.

    ``number`` and ``heading`` are the letter's own, "" where it has none. ``decision`` is one of
    :data:`~recommendations.letters.decisions.DECISIONS`, or "" where there is no response to read
    it from; ``reason`` is the sentence, or sentences, that led to it. ``unsure`` says why an
    officer should look at this pair; "" where nothing speaks against it.
    """

    number: str
    point: str
    response: str
    decision: str
    reason: str
    citations: tuple[Citation, ...]
    point_citations: tuple[Citation, ...]
    unsure: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A response letter, with a sentence in ``unsure`` for everything that could not be read."""

    dated: date | None
    reference: str
    pairs: tuple[Pair, ...]
    unsure: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A point and its response as found, before citations and decision are read from them."""

    point: str
    response: str
    number: str = ""
    heading: str = ""
    unsure: str = ""
    decision_words: str = ""
    """What a column of its own says of the decision ("Accepted"), where a table has one."""
