"""What is withheld, less what is public in any case: the secrets."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from ...withheld import Withheld
from . import words
from .amounts import amounts
from .matching import UNBROKEN, Matcher
from .names import SHORTEST, names
from .secrets import RUN, Origin, Secret, Secrets
from .telling import is_telling

TELLING = 10
"""Letters of telling words in a run: without them it is "the report of the panel to the"."""
LEAST = 8
"""Letters of a phrase of several words."""
PIECES = re.compile(r"[,;:()/|\n]| and | - | – ")
SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n\s*\n")
"""Runs end where a sentence does: two that are public by themselves may follow one another both in
a restricted paper and in the pack."""
ADDRESS = re.compile(r"\]\([^)\n]*\)")
"""The address of a link in typed text, which stands between the words but is not read there."""


def distil(
    withheld: Iterable[Withheld], public: Iterable[str], *, familiar: Iterable[str] = ()
) -> Secrets:
    """The runs, phrases, names and amounts of what is withheld that no public text has.
    ``familiar`` are texts whose words tell nothing: the name of the panel, the place where it
    meets."""
    known = {word for text in familiar for word in words.words(text)}
    taken = _taken(list(withheld), known)
    gone, said = _said(taken, public)
    return Secrets(
        runs=_without(taken.runs, gone["runs"]),
        phrases={
            phrase: secret
            for phrase, secret in _without(taken.phrases, gone["phrases"]).items()
            if _is_rare(phrase, known | said)
        },
        names=_without(taken.names, gone["names"]),
        amounts=_without(taken.amounts, gone["amounts"]),
    )


def _taken(withheld: Collection[Withheld], known: set[str]) -> Secrets:
    runs: dict[str, Secret] = {}
    phrases: dict[tuple[str, ...], Secret] = {}
    sums: dict[str, Secret] = {}
    texts: list[tuple[str, Secret]] = []
    for thing in withheld:
        secret = Secret(Origin(thing.called, thing.paper), thing.what)
        for amount in amounts(thing.text):
            sums.setdefault(amount, Secret(secret.origin, f"an amount that is in {thing.what}"))
        for text in _texts(thing):
            for sentence in SENTENCES.split(text):
                found = words.words(sentence)
                if sum(map(len, found)) >= RUN:
                    for run in _runs(found, known):
                        runs.setdefault(run, secret)
                elif _may_tell(found, is_whole=sentence == text):
                    phrases.setdefault(tuple(found), secret)
        if not thing.names_people:
            texts.append((thing.text, secret))
    return Secrets(runs, phrases, _names(texts, known), sums)


def _texts(thing: Withheld) -> Iterator[str]:
    yield from _variants(thing.text)
    if thing.names_people:
        yield from PIECES.split(thing.text)


def _variants(text: str) -> Iterator[str]:
    """A text as it is typed, and as it is read where it has links."""
    yield text
    if "](" in text:
        yield ADDRESS.sub(" ", text)


def _runs(found: list[str], known: set[str]) -> Iterator[str]:
    """The runs that begin where a word begins, and tell something."""
    together = "".join(found)
    begins = list(words.starts(found))
    for index, start in enumerate(begins):
        end = start + RUN
        if end > len(together):
            return
        telling = 0
        for word, place in zip(found[index:], begins[index:], strict=True):
            if place >= end:
                break
            if is_telling(word) and word not in known:
                telling += min(len(word), end - place)
        if telling >= TELLING:
            yield together[start:end]


def _may_tell(found: list[str], *, is_whole: bool) -> bool:
    """Whether a short text, or a short sentence within a long one, may be worth looking for."""
    telling = [word for word in found if is_telling(word)]
    if not is_whole:
        return len(telling) > 1 and sum(map(len, found)) >= UNBROKEN
    if len(found) == 1:
        return bool(telling) and len(telling[0]) >= SHORTEST
    return bool(telling) and sum(map(len, found)) >= LEAST


def _is_rare(phrase: tuple[str, ...], known: set[str]) -> bool:
    """Whether a phrase is one that nobody says by chance: it has two words that tell something, or
    one that the public record does not have."""
    telling = {word for word in phrase if is_telling(word)}
    return len(telling) > 1 or not telling & known


def _names(texts: Collection[tuple[str, Secret]], known: set[str]) -> dict[str, Secret]:
    looked_for = names(text for text, _ in texts) - known
    found: dict[str, Secret] = {}
    for text, secret in texts if looked_for else ():
        for name in sorted(looked_for.intersection(words.words(text))):
            found.setdefault(name, Secret(secret.origin, f"a name that is in {secret.what}"))
    return found


def _said(taken: Secrets, public: Iterable[str]) -> tuple[dict[str, set[Any]], set[str]]:
    """What of it the public record says; and which of the words of its phrases."""
    matcher = Matcher(taken.runs, taken.phrases, taken.names)
    asked = {word for phrase in taken.phrases for word in phrase}
    gone: dict[str, set[Any]] = {"runs": set(), "phrases": set(), "names": set(), "amounts": set()}
    said: set[str] = set()
    for text in public if taken else ():
        gone["amounts"].update(amounts(text) if taken.amounts else ())
        for variant in _variants(text):
            for hit in matcher.hits(variant):
                gone[hit.table].add(hit.key)
            for found in words.readings(variant) if asked else ():
                said |= asked.intersection(found)
    return gone, said


def _without(table: Any, gone: set[Any]) -> dict[Any, Secret]:
    return {key: secret for key, secret in table.items() if key not in gone}
