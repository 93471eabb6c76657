"""Numbered places: "Para 46(e) and 52", "paragraphs 8-13", "Para 54, section F", "4.3.4"."""

import re
from collections.abc import Iterator

from plans import labels

from . import numerals
from .citation import Mention

_CUE = (
    r"(?:sub-?)?(?:paragraphs?|paras?|points?|sections?|clauses?|bullet\s+points?|§|¶)"
    r"\.?\s*(?:nos?\.?\s*|numbers?\s+)?"
)
_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,3})*"
_BRACKETED = r"\s?\(\s?(?:[A-Za-z]|[ivxl]{2,6}|[IVX]{2,6}|[0-9]{1,2})\s?\)"
_LETTER = r"(?:\.[a-z](?![A-Za-z])|\.[A-Z](?![A-Za-z]|\s+[a-z])|[A-Za-z](?![A-Za-z]))"
_SECTION = (
    r"(?:\s*,?\s*(?:and\s+)?(?:sub-?)?section\s+\(?[A-Za-z]\)?(?![A-Za-z])"
    r"|\s[A-Z](?=\s*(?:[.,;:)]|$))|\s[A-HJ-Z](?=\s+(?:and|or|of|in|to|has|is|was|now)\b))"
)
_ITEM = (
    r"\s*,?\s*(?:sub-?paragraph|sub-?point|item|bullet(?:\s+point)?|point)\s+"
    r"\(?(?:[ivxl]{1,6}|[a-z]|[0-9]{1,2})\)?(?![A-Za-z0-9])"
)
_NOT_A_LABEL = r"(?![0-9A-Za-z(]|[.,/:][0-9]|\s?%|\s(?:per\s?cent|million|years?|months?|pm|am)\b)"
_LABEL = re.compile(
    rf"{_NUMBER}(?:{_SECTION}|(?:{_LETTER})?(?:{_BRACKETED})*)(?:{_ITEM})?{_NOT_A_LABEL}"
)
_SLASHED = re.compile(  # the 40 of "paras 40/41", but not of a year or a date
    rf"{_NUMBER}(?:{_LETTER})?(?:{_BRACKETED})*(?=(?:/[0-9]{{1,3}})+(?![0-9/%]))"
)
_MORE_SUBS = re.compile(rf"(?:{_BRACKETED})+{_NOT_A_LABEL}")
_JOIN = re.compile(
    r"\s*(?:,\s*(?:and|or|&)?|;|and(?:\s+also)?|&|or|as\s+well\s+as|plus)\s*(?:at\s+|in\s+)?(?=[0-9(])"
    r"|(?P<slash>\s?/\s?)(?=[0-9(])"
    r"|(?P<range>\s*(?:-|\bto\b|\bthrough\b)\s*)(?=[0-9(])",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(  # "paragraph 40, 2 of which": a count, not a place
    r"\s+of\s+(?:which|whom|them|(?:these|those)(?=\s+(?:are|were|have|had|will)\b|\s*(?:[.,;)]|$)))",
    re.IGNORECASE,
)
_CUED = re.compile(rf"(?<![A-Za-z]){_CUE}(?=[0-9])", re.IGNORECASE)
_INNER = re.compile(  # "sub-paragraph (e) of paragraph 46", "section F of para 54"
    r"(?<![A-Za-z])(?P<word>(?:sub-?)?(?:paragraph|para|section|point)|item|bullet(?:\s+point)?)\s+"
    r"\(?(?P<sub>[A-Za-z]|[ivxl]{2,6}|[0-9]{1,2})\)?\s*,?\s*(?:of|in|under|at|within)\s+(?:the\s+)?"
    rf"{_CUE}(?P<number>{_NUMBER})(?![0-9])",
    re.IGNORECASE,
)
_SECTION_THEN_PARAGRAPH = re.compile(
    rf"\bsection\s+{_NUMBER}\s*,\s*(?=(?:paragraph|para)\b)", re.IGNORECASE
)
_NO_POINT_OF_A_PLAN = re.compile(
    r"\b(?:this|that|percentage|some|which|what|one)\s+points?\s*", re.IGNORECASE
)

_BARE = re.compile(  # no word before it, but a shape that only a label has: 46(e), 46.e
    r"(?<![\w£$€.,/-])(?<!\bby\s)(?<!\bthan\s)(?<!\bover\s)[0-9]{1,3}"
    r"(?:\s?\((?:[a-z]|[ivxl]{2,6})\)(?:\([ivxl]{1,6}\))?|\.[a-z])(?![\w(])"
    r"|(?<![\w£$€.,/-])[0-9]{1,3}[a-gijln](?=\s+(?:has|have|is|was|now|and)\b)"  # 49b has
)
_SEE = re.compile(
    r"\b(?:see(?:\s+also)?|refers?\s+to|(?:found|covered|included|addressed|set\s+out|reflected)\s+"
    r"(?:at|in|by|under))\s+(?=[0-9])",
    re.IGNORECASE,
)
_HAS_STRUCTURE = re.compile(r"[a-z(]|\d\.\d+\.\d|\s[A-Z]$", re.IGNORECASE)
_DECIMAL_ON_A_PAGE = re.compile(
    r"(?<![\w£$€.,/-])[0-9]{1,2}(?:\.[0-9]{1,2})+(?=\s*[,(]\s*(?:on\s+)?(?:page|p\.)\s*[0-9])",
    re.IGNORECASE,
)
_GOES_ON = re.compile(  # what may follow the last of "para 12 and 14": not what 14 would count
    r"\s*(?:$|[^\w\s£]|(?:of|in|on|at|to|and|or|as|for|by|under|have|has|had|are|is|was|were|will|"
    r"now|which|where|that|both|respectively|from|refer|refers|with|the|also|cover|set|make)\b)"
)


def find(text: str) -> Iterator[Mention]:
    """Every numbered place, in no order; where two overlap the earlier yielded is the better."""
    if labels.is_label(text) and _HAS_STRUCTURE.search(text):
        yield _mention(0, len(text), [labels.normalise(text)])
    for inner in _INNER.finditer(text):
        yield _mention(inner.start(), inner.end(), [_inner_label(inner)])
    for cue in _CUED.finditer(text):
        if _NO_POINT_OF_A_PLAN.fullmatch(_word_before(text, cue.start()) + cue.group()):
            continue
        if _SECTION_THEN_PARAGRAPH.match(text, cue.start()):
            continue  # the paragraph is the place, and takes the section's words with it
        start = _section_before(text, cue.start()) or cue.start()
        plural = cue.group().rstrip(" .").lower().endswith("s")
        yield from _list_from(text, start, cue.end(), plural=plural)
    yield from _in_words(text)
    for see in _SEE.finditer(text):
        first = _LABEL.match(text, see.end())
        if first and _HAS_STRUCTURE.search(first.group()):
            yield from _list_from(text, see.end(), see.end(), plural=False)
    for pattern in (_DECIMAL_ON_A_PAGE, _BARE):
        for bare in pattern.finditer(text):
            yield from _list_from(text, bare.start(), bare.start(), plural=False)


def _in_words(text: str) -> Iterator[Mention]:
    """As in "paragraph twelve", "paragraphs two and three"."""
    for cued in numerals.CUED.finditer(text):
        plural = cued.group().split()[0].lower().endswith("s")
        goes_on = plural or _GOES_ON.match(text, cued.end())
        if goes_on and not _OF_WHICH.match(text, cued.end()):
            yield _mention(cued.start(), cued.end(), numerals.read(cued["words"]))


def _list_from(text: str, start: int, first_at: int, *, plural: bool) -> Iterator[Mention]:
    first = _LABEL.match(text, first_at) or _SLASHED.match(text, first_at)
    if not first:
        return
    found, last, end = [labels.normalise(first.group())], first.group(), first.end()
    while join := _JOIN.match(text, end):
        following = _LABEL.match(text, join.end())
        following = following or (join["slash"] and _SLASHED.match(text, join.end()))
        if following:
            words = following.group()
            if not _is_place(text, following, plural=plural):
                break
            if join["slash"] and labels.sort_key(words) <= labels.sort_key(last):
                break
        elif following := _MORE_SUBS.match(text, join.end()):
            words = _under_same_parent(last, following.group())
        else:
            break
        if join["range"]:
            between = labels.expand(f"{last} to {words}")
            if not plural and labels.sort_key(between[0]) > labels.sort_key(between[-1]):
                break
            found.extend(between[1:])
        else:
            found.append(labels.normalise(words))
        last, end = words, following.end()
    if not re.match(r"/\d", text[end : end + 2]):  # half of a date or a year is no place
        yield _mention(start, end, found)


def _is_place(text: str, following: re.Match[str], *, plural: bool) -> bool:
    """Whether a further number is a place: "12 and 14", but not "12 and 14 officers"."""
    end = following.end()
    counts = following.group().isdigit() and _OF_WHICH.match(text, end)
    beside = text[: following.start()].rstrip()[-1:] == ","
    if counts and (beside or not plural):
        return False
    return plural or bool(_GOES_ON.match(text, end))


def _under_same_parent(label: str, subs: str) -> str:
    """The second of "46(c) and (e)"; directly under 46 where that is all that was cited."""
    above = labels.normalise(label)
    return f"{labels.parent(above) if above.endswith(')') else above}{subs.strip()}"


def _inner_label(inner: re.Match[str]) -> str:
    number, sub = inner["number"], inner["sub"]
    if inner["word"].lower().endswith("section") and sub.isupper():
        return labels.normalise(f"{number} {sub}")
    return labels.child(number, sub)


def _word_before(text: str, start: int) -> str:
    return re.search(r"[A-Za-z]*\s*$", text[max(0, start - 20) : start]).group()


def _section_before(text: str, start: int) -> int | None:
    """Where "Section 4, paragraph 12" begins: the section only says where to look for it."""
    for found in _SECTION_THEN_PARAGRAPH.finditer(text, max(0, start - 24), start + 10):
        if found.end() == start:
            return found.start()
    return None


def _mention(start: int, end: int, found: list[str]) -> Mention:
    return Mention(start, end, tuple(dict.fromkeys(found)), "paragraph")
