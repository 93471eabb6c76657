"""Text as it is compared: what a typeface, a line break or a program did to it taken away.

Long texts are compared as letters and digits alone, without what stands between them: then it does
not matter where lines were broken, words parted or run together. Names are compared as words.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

NOTHING = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff'\u2018\u2019\u02bc]")
"""Characters that are not seen, and apostrophes, which programs write in many ways."""
HYPHEN = "[-\u2010\u2011\u00ad\u0002\ufffe]"
PARTED = re.compile(rf"(?<=[^\W\d_]){HYPHEN}[ \t]*\r?\n\s*(?=[^\W\d_])")
"""A word parted at the end of a line. PDFium gives U+0002 or U+FFFE for the hyphen."""
MARKS = re.compile("[\u0002\ufffe]\\s*")
WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text, as they are compared; a word parted at the end of a line is one."""
    return WORD.findall(_plain(PARTED.sub("", text)))


def readings(text: str) -> Iterator[list[str]]:
    """The words, once with those that are parted at the ends of lines as one ("exami-nation"), and
    where there are such, once as two ("self-evident")."""
    yield words(text)
    if PARTED.search(text):
        yield WORD.findall(_plain(text))


def run_together(text: str) -> str:
    """Its letters and digits alone."""
    return "".join(words(text))


def starts(found: list[str]) -> Iterator[int]:
    """Where each word begins once they are run together."""
    return accumulate((len(word) for word in found[:-1]), initial=0) if found else iter(())


def _plain(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", NOTHING.sub("", MARKS.sub("", text)))
        # What is composed of several may hold an apostrophe again.
        text = NOTHING.sub("", text)
    else:
        text = text.replace("'", "").replace("\u0002", "")
    return text.casefold()
