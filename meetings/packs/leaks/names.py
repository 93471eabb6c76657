"""Names in a text: words that it only ever writes with a capital."""

import re
from collections.abc import Iterable

from . import words
from .telling import is_telling

SHORTEST = 5
TOKEN = re.compile(r"[^\W\d_][\w'\u2019-]*|[^\w\s,]|\n")


def names(texts: Iterable[str]) -> set[str]:
    """Words as they are compared. They stand within a sentence, after a word in small letters or
    another name, so that the beginnings of sentences and headings in capitals are not taken for
    names; and nowhere in small letters."""
    capital: set[str] = set()
    small: set[str] = set()
    for text in texts:
        within = False
        for token in TOKEN.findall(text):
            if token[0].islower():
                small.update(words.words(token))
                within = True
            elif not token[0].isalpha():
                within = False
            elif within and not token.isupper():
                capital.update(words.words(token))
    return {name for name in capital - small if len(name) >= SHORTEST and is_telling(name)}
