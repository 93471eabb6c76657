"""The same words or not: what is overlooked when two passages are compared.

Two strengths. ``plain`` overlooks only what no reader sees: spacing, the shape of quotation
marks and dashes. ``loose`` is for finding passages again: it also overlooks case, punctuation
and the numbers in references to other paragraphs of the same plan, which change whenever
something is inserted above ("see paragraph 46" becomes "see paragraph 47").
"""

import re
import unicodedata
from collections.abc import Set

from plans import labels

_SHAPES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("·●▪■◦○‣∙\uf0b7\uf0a7", "•"),
        # Never seen: soft hyphens, and the marks that set the direction of writing.
        **dict.fromkeys("\u00ad\u200b\u200e\u200f\u061c\ufeff"),
        **dict.fromkeys(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))),
    }
)
_LABEL = r"\d{1,4}(?:\.\d{1,3})*(?:\s?\(?\b[a-zA-Z]\)|\.[a-z]\b|[a-z]\b)?(?:\([ivx]+\))?"
_REFERENCE = re.compile(
    r"\b(?:paragraphs?|paras?\.?|sections?|clauses?|points?"
    r"|[bp]h?aragraff(?:au)?|adran(?:nau)?|[bp]h?wynt(?:iau)?)\s+"
    rf"(?P<labels>{_LABEL}(?:\s*(?:,|-|and|or|to|a|neu|i|&)\s*{_LABEL})*)"
    # What follows tells another document's paragraph from one of this plan.
    r"(?!\d|,?\s*(?:\([^)]*\)\s*)?,?\s*(?:of|to|in)\s+"
    r"(?:part|schedule|(?:the|its)\s+(?:\w+\s+){0,8}(?:act|minutes|report|letter|order)\b)"
    r"|,?\s*o(?:'r)?\s+(?:ran|atodlen|ddeddf|cofnodion|adroddiad|llythyr|gorchymyn)\b)",
    re.IGNORECASE,
)
# Without one of these a text has no reference: a look that saves the long expression.
_MAYBE = ("para", "section", "clause", "point", "graff", "adran", "wynt")
# Accents, vowel points and the stroke that lengthens an Arabic word.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|§")


def plain(text: str) -> str:
    """The words as a reader sees them, whatever their spacing and typography."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_SHAPES)
    return " ".join(text.split())


def masked(text: str, known: Set[str]) -> tuple[str, tuple[str, ...]]:
    """Plain text with § for each paragraph number of this plan that it mentions, and these.

    ``known`` are the whole numbers ("46", "4.3") that the plan has: others are left alone.
    """
    text = plain(text)
    lower = text.lower()
    if not any(word in lower for word in _MAYBE):
        return text, ()
    found: list[str] = []

    def mask(label: re.Match[str]) -> str:
        if whole_number(label.group()) not in known:
            return label.group()
        found.append(labels.normalise(label.group()))
        return "§"

    def mask_all(reference: re.Match[str]) -> str:
        start = reference.start("labels") - reference.start()
        return reference.group()[:start] + re.sub(_LABEL, mask, reference.group("labels"))

    return _REFERENCE.sub(mask_all, text), tuple(found)


def whole_number(label: str) -> str:
    """The number a label begins with: "46" of "46(e)", "4.3" of "4.3"; empty if it has none."""
    number = re.match(r"\d+(?:\.\d+)*", label.strip())
    return number.group() if number else ""


def bare_words(text: str) -> list[str]:
    """The words of a masked text in lower case, without punctuation and accents."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return _WORD.findall(text.casefold())
