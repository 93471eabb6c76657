"""Words that several of the readings here look for, as pieces of patterns."""

import re
from itertools import pairwise

OFFICE_ACRONYM = r"O?P[A-Z]{0,2}CC"
_TITLE = r"(?:(?:Deputy|Police|Policing|Fire|and|&|Crime|Rescue|,)\s*){0,8}"
OFFICE = rf"(?:{_TITLE}(?:Commissioner|Deputy\s+Mayor|Mayor)|{OFFICE_ACRONYM})"
"""The scrutinised office, by whichever of its titles: never one of them alone."""

SPEAKER = rf"(?:I|we|(?:the\s+)?{OFFICE})"

ADVERBS = r"(?:(?:now|also|therefore|since|already|further|\w+ly)\s+)*"

CHANGED = (
    r"(?:amended|added|named|modified|revised|re-?worded|changed|corrected|inserted|included|highlighted|"
    r"strengthened|updated|clarified|expanded|removed|deleted|taken\s+out|incorporated|rectified|redrafted|"
    r"rewritten|separated|extended|altered|adjusted|replaced|split|divided|merged|combined|moved|"
    r"introduced|addressed|reflected|put\s+right|made\s+(?:this|that|it)\s+(?:\w+ly\s+)?(?:clear|"
    r"clearer|explicit)|given\s+a\s+(?:new\s+)?(?:section|paragraph)|made\s+(?:\w+\s+){1,4}"
    r"(?:change|amendment|addition|correction|revision)s?)"
)
CHANGE = (
    r"(?:amend|add|modify|revise|reword|change|correct|insert|include|strengthen|update|clarify|"
    r"expand|remove|delete|incorporate|redraft|rewrite|reflect|highlight|mention|refer|adopt)"
)
COVERED = (
    r"(?:covered|addressed|set\s+out|dealt\s+with|contained|included|mentioned|referred\s+to|"
    r"reflected|described)"
)
COVERS = (
    r"(?:covers?|includes?|address(?:es)?|reflects?|contains?|sets?\s+out|refers?|mentions?|deals?|"
    r"states?|says|provides?|makes|commits|recognises?)"
)
IN_THE_PLAN = r"(?:plan|para(?:graph)?|section|wording|text|foreword|page|annex)"
FOUND_AT = (
    r"(?:(?:can|may|will|is|are)\s+(?:now\s+)?(?:to\s+)?be\s+found\s+(?:at|in|under|on|within))"
)

_ASIDE = re.compile(
    r",?\s+(?:however|though|therefore|of\s+course|indeed|in\s+fact|as\s+a\s+result|accordingly|"
    r"nonetheless|nevertheless|also)\s*,",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r";\s*|,\s*(?=(?:and|but|while|whilst|whereas|although|though)\b)"
    r"|\s+(?=(?:but|while|whilst|whereas)\s)"
    r"|\s+(?=and\s+(?:I|we|the|para|paragraph|this|it)\b)"
)


def clauses(sentence: str) -> list[tuple[int, int]]:
    """Start and end of each clause of a sentence, as far as commas and conjunctions show them."""
    edges = [0, *(found.end() for found in _BREAK.finditer(sentence)), len(sentence)]
    return [(low, high) for low, high in pairwise(edges) if low < high]


def without_asides(words: str) -> str:
    """ "I have, however, amended" as "I have amended"."""
    return _ASIDE.sub("", words)


def search_without_asides(pattern: re.Pattern[str], words: str) -> tuple[int, int] | None:
    """Where ``words`` show a pattern once the asides are left out: "have, however, amended"."""
    kept, at = [], 0
    for aside in _ASIDE.finditer(words):
        kept.extend(range(at, aside.start()))
        at = aside.end()
    kept.extend(range(at, len(words)))
    found = pattern.search("".join(words[i] for i in kept))
    if found is None or found.start() == found.end():
        return None
    return kept[found.start()], kept[found.end() - 1] + 1
