"""The courtesies around the points: what leads in to them, and where the last response stops."""

import re
from collections.abc import Sequence

LEADS_IN = re.compile(
    r"\b(?:respon[ds]\w*|repl(?:y|ies|ying)|answers?|address(?:ed)?|comments?)\b[^.]*\b(?:in\s+turn|"
    r"below|as\s+follows|following|to\s+each|set\s+out|under\s+each|against\s+each|in\s+the\s+order|"
    r"attached|overleaf)\b|\b(?:as\s+follows|in\s+turn|below)\s*[:.]$|\brespon[ds]\w*\b[^.]*:$",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"""
    ^(?:(?:finally|once\s+again|in\s+closing|in\s+conclusion|again|to\s+conclude|lastly)\s*,?\s*)?(?:
      I\s+(?:do\s+)?(?:trust|hope|very\s+much\s+hope)\s+(?:that\s+)?(?:you|this|these|the\s+(?:above|panel)|my)\b
    | I\s+(?:(?:would|should)\s+like\s+to\s+|wish\s+to\s+|want\s+to\s+|am\s+grateful\s+to\s+and\s+)?
      (?:also\s+)?(?:once\s+again\s+|again\s+)?thank\s+(?:you|the\s+(?:[\w,&]+\s+){0,5}?panel|members)\b
    | thank\s+you\s+(?:once\s+)?(?:again|for)\b
    | I\s+have\s+(?:also\s+)?taken\s+(?:the|this)\s+opportunity\b
    | (?:may\s+I\s+|I\s+am\s+grateful\b|my\s+thanks\b|with\s+(?:kind|best|warm)\b)
    | I\s+(?:very\s+much\s+)?look\s+forward\s+to\b
    | (?:please\s+do\s+not\s+hesitate|should\s+(?:you|members|the\s+panel)
      |if\s+(?:you|members|the\s+panel)\s+(?:have|has|requires?|would\s+like|wish|need))\b
    | (?:yours?\s+(?:sincerely|faithfully|truly|ever|aye)|regards
      |(?:kind(?:est)?|best|warm(?:est)?)\s+(?:regards|wishes))\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_VALEDICTION = re.compile(
    r"(?<![A-Za-z])(?:Yours?\s+(?:sincerely|faithfully|truly|ever)|Yours\s*,|"
    r"(?:(?:With\s+)?(?:[Kk]ind(?:est)?|[Bb]est|[Ww]arm(?:est)?)\s+(?:regards|wishes)))\b"
)
_SIGNATURE = re.compile(
    r"^(?:signed|enc(?:l|losure)?s?\b|cc\b|c\.c\.|p\.?p\.?\s|tel(?:ephone)?\b|e-?mail\b|www\.|https?:|"
    r"[\W\d_]*$)",
    re.IGNORECASE,
)
_MOST_WORDS_OF_A_NAME = 14
_OWN_VERB = re.compile(r"\b(?:I|we|will|has|have|been|is|are|was)\b")


def without(sentences: Sequence[str]) -> int:
    """How many of a letter's sentences come before its end.

    A courtesy is of the end only if nothing after it says anything of its own, so that a response
    may begin "I thank the Panel for raising this" and go on. Without any courtesy only names and
    scraps at the very end are left out.
    """
    end = len(sentences)
    while end > 1 and not _says_something(sentences[end - 1]):
        end -= 1
    courtesies = end
    while courtesies > 1 and is_courtesy(sentences[courtesies - 1]):
        courtesies -= 1
    return courtesies


def cut_valediction(sentence: str) -> str:
    """A sentence without the "Yours sincerely" and signature that lost line breaks glued to it."""
    found = _VALEDICTION.search(sentence)
    return sentence[: found.start()].strip() if found else sentence


def is_courtesy(sentence: str) -> bool:
    """Whether the sentence is one of those that end letters."""
    return bool(_COURTESY.match(sentence))


def _says_something(sentence: str) -> bool:
    """Whether this is a sentence, or a courtesy, rather than a signature, an address or a scrap."""
    if is_courtesy(sentence):
        return not _VALEDICTION.match(sentence)
    words = re.findall(r"[A-Za-z]{2,}", sentence)
    if _SIGNATURE.match(sentence) or len(words) < 2:
        return False
    whole = (
        re.search(r"[.?!][\"'”’)]*$", sentence) and len(re.findall(r"\b[a-z]{2,}", sentence)) > 2
    )
    if whole and not re.search(r"\bEncl?\.$", sentence):
        return True
    return len(words) > _MOST_WORDS_OF_A_NAME or bool(_OWN_VERB.search(sentence))
