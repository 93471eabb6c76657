"""Which document a mentioned place lies in, decided by the words before and after it.

Words after the place weigh most ("paragraph 12 *of the minutes*", "at point 9 *the Plan*
refers"), then the words that lead up to it ("*the covering report*, at paragraph 15", "this is
*minuted* at paragraph 12"). Where neither names a document, the place lies in the one that the
text is about.
"""

import re

from .citation import DocumentKind

_NAMES = re.compile(
    r"""
    (?P<other> (?: action | delivery | business | financial | finance | workforce | estates?
                 | improvement | implementation | efficiency | savings | communications?
                 | commissioning | work | rescue | management | contingency ) \s+ plan
      | agenda | letter | strategy | policy | protocol | agreement | constitution | website
      | guidance | terms\s+of\s+reference | framework | consultation | survey | e-?mail ) \b
  | (?P<plan> (?:police | policing | crime | draft | the | this | my | your)? \s* plan(?:['’]s)? \b
      | addendum \b | variation \b
      | (?:revised | final | first | latest | second) \s+ (?:draft | version) \b )
  | (?P<minutes> minutes? \b )
  | (?P<report> reports? \b | papers? \b | analysis \b | inspection \b )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MODIFIERS = (
    r"(?:(?:[A-Z][\w'’-]*,?|and|&|draft|revised|final|latest|current|new|existing|original|issued|"
    r"published|updated|covering|annual|performance|previous|last|same|officers?['’]?|panel['’]s|"
    r"commissioner['’]s|(?:19|20)\d\d(?:[-/]\d{2,4})?)\s+){0,9}?"
)
_OWNER = r"(?:the|my|your|our|their|his|her|its|this|that|a|an)"
_PART_OF = re.compile(  # "... under the 'Safer Streets' section": a stop on the way to a document
    rf"\s*[,(]?\s*(?:of|in|within|under)\s+{_OWNER}\s+"
    r"(?:[\"'‘“][^\"'’”]{1,80}[\"'’”]\s+|(?:[A-Z][\w'’-]*\s+|and\s+|&\s+){0,8})"
    r"(?:section|chapter|theme|part|heading|priority|pillar|strand|objective)\b"
)
_PAGE_ASIDE = re.compile(r"\s*[,(]?\s*(?:on\s+)?(?:page|p\.)\s*\d{1,3}\)?", re.IGNORECASE)
_AFTER = re.compile(
    rf"\s*[,(]?\s*(?:respectively\s+)?(?:of|in|within|from|to|on)\s+(?:{_OWNER}\s+)?{_MODIFIERS}$"
)
_AFTER_PLAN = re.compile(rf"\s+(?:the|my|your|our|this)\s+{_MODIFIERS}$")
_ASIDE = re.compile(rf"\s*\(\s*(?:{_OWNER}\s+)?{_MODIFIERS}$")
_NEARBY = re.compile(r"\s*\)?\s*(?:above|below|overleaf)\b", re.IGNORECASE)

_LEADS_UP = re.compile(
    r"(?:\s+(?:of|for|from|to|by|dated)\s+[^,;.()]{1,80})?"  # "the minutes of the March meeting"
    r"\s*(?P<pause>[,:(-]?)\s*(?:\(|and\s+)?\s*(?:at|in|on|under|as\s+at)?\s*(?:the\s+)?"
    r"(?:(?:bottom|top|foot)\s+of\s+)?$",
    re.IGNORECASE,
)
_FURTHEST = 300
"""Characters on either side beyond which nothing that is said is about the place."""

_MINUTED = re.compile(r"\bminuted\s+(?:at|in|as|under)?\s*$", re.IGNORECASE)
_CHANGING = re.compile(
    r"\b(?:add|insert|includ|amend|modif|revis|reword|incorporat|reflect|updat|strengthen)",
    re.IGNORECASE,
)
_OF_THE_LETTER = re.compile(
    r"(?:\b(?:your|the\s+panel['’]s)|\b(?:response|answer|reply|respond|answered|replied)\s+"
    r"(?:\w+\s+)?(?:to|at|under))\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def named_around(text: str, start: int, end: int, sentence: tuple[int, int]) -> DocumentKind | None:
    """The document that the sentence names for ``text[start:end]``; None where it names none."""
    before = text[max(sentence[0], start - _FURTHEST) : start]
    after = text[end : min(sentence[1], end + _FURTHEST)]
    return _named_after(after) or _named_before(before)


def _named_after(after: str) -> DocumentKind | None:
    if _NEARBY.match(after):
        return "other"
    for passing in (_PAGE_ASIDE, _PART_OF):
        if found := passing.match(after):
            after = after[found.end() :]
    for name in _NAMES.finditer(after[:200]):
        kind: DocumentKind = name.lastgroup  # type: ignore[assignment]
        # The name may begin with its own article or "draft": give those back to the words before.
        leading = re.match(r"(?:the|this|my|your)\s+", name.group(), re.IGNORECASE)
        lead_in = after[: name.start()] + (leading.group() if leading else "")
        if _AFTER.fullmatch(lead_in) or _ASIDE.fullmatch(lead_in):
            return kind
        if kind == "plan" and _AFTER_PLAN.fullmatch(lead_in):
            return kind
    return None


def _named_before(before: str) -> DocumentKind | None:
    if _MINUTED.search(before):
        return "minutes"
    if _OF_THE_LETTER.search(before):
        return "other"
    for name in _NAMES.finditer(before, max(0, len(before) - 160)):
        found = _LEADS_UP.fullmatch(before, name.end())
        if not found:
            continue
        if not found["pause"] and _CHANGING.search(before[: name.start()]):
            return None  # "I have added the findings of the report at para 40": 40 of the plan
        return name.lastgroup  # type: ignore[return-value]
    return None
