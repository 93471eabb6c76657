"""Places in the law, which look like places in a plan: "section 28(6)", "Schedule 12A"."""

import re
from collections.abc import Iterator

from plans import labels

from .citation import Mention

_NUMBER = r"[0-9]{1,3}[A-Z]{0,2}(?:\s?\(\s?(?:[0-9]{1,2}[A-Z]?|[a-z]{1,4})\s?\))*"
_LIST = rf"{_NUMBER}(?:\s*(?:,|and|&|or|to|-)\s*{_NUMBER}){{0,12}}"
_UNIT = (
    r"(?:(?:sub-?)?(?:sections?|paragraphs?|paras?|parts?|regulations?|articles?|clauses?|chapters?)"
    r"|regs?\.|ss?\.?)\s*"
)
_TITLE = r"(?:(?:[A-Z][\w'’()-]*,?|and|of|the|for|&|said|same|that|this|(?:19|20)\d\d)\s+){0,14}?"
_LAW = (
    r"(?:Acts?(?:\s+(?:19|20)\d\d)?|act\s+(?:19|20)\d\d|Regulations(?:\s+(?:19|20)\d\d)?"
    r"|Order\s+(?:19|20)\d\d|Code\s+of\s+Practice|Convention|Directive|statute|PRSRA)\b"
)
_SCHEDULE = re.compile(
    rf"(?:{_UNIT}{_NUMBER}\s*,?\s*(?:of|to|in)\s+(?:the\s+)?){{0,3}}"
    r"(?P<schedule>Schedules?\s+[0-9]{1,2}[A-Z]?)\b"
    rf"(?:\s*,?\s*{_UNIT}{_NUMBER}){{0,3}}(?:\s*,?\s*(?:to|of|in)\s+{_TITLE}{_LAW})?",
    re.IGNORECASE,
)
_OF_AN_ACT = re.compile(
    rf"(?<![A-Za-z])(?i:{_UNIT})(?P<places>{_LIST}(?:\s*,\s*(?i:{_UNIT}){_NUMBER}){{0,3}})"
    rf"\s*,?\s*(?:(?:of|to|in|under)\s+)?{_TITLE}{_LAW}"
)
_AFTER_AN_ACT = re.compile(
    rf"{_LAW}\s*[,(]?\s*(?:(?:at|in|under)\s+)?(?P<cited>(?i:{_UNIT})(?P<places>{_LIST}))"
)
_BY_SHAPE = re.compile(  # Acts count their subsections, plans letter theirs
    r"(?<![A-Za-z])(?:(?i:sections?)\s*|ss?\.?\s?)"
    r"(?P<places>[0-9]{1,3}[A-Z]?\s?\([0-9]{1,2}\)(?:\s?\([a-z0-9]{1,3}\))*"
    rf"(?:\s*(?:,|and|or|to|-)\s*{_NUMBER}){{0,12}})"
)
_SHORT = re.compile(r"(?<![A-Za-z'’.])s{1,2}\.\s?(?P<places>[0-9]{1,3}[A-Z]?(?![0-9A-Za-z]))")
_BY_UNIT = re.compile(rf"(?<![A-Za-z])(?i:regulations?|articles?)\s+(?P<places>{_LIST})(?![\d/])")
_BY_DUTY = re.compile(
    r"\b(?i:dut(?:y|ies)|power|powers|obligations?|pursuant|requirements?|requirement|virtue|"
    rf"accordance)\s+(?i:under|to|of|with)\s+(?P<cited>(?i:sections?)\s+(?P<places>{_LIST}))"
    r"(?!\s*,?\s*(?i:of|in)\s+(?i:the|my|your))"
)
_BY_USE = re.compile(
    r"(?<![A-Za-z])(?i:sections?)\s+(?P<places>[0-9]{1,3}[A-Z]?)\s+(?:chief\s+finance\s+)?"
    r"(?:officers?|suites?|detentions?|notices?|powers?|agreements?|dut(?:y|ies)|orders?)\b"
)
_OF_THE_PLAN = re.compile(
    r"\s*,?\s*(?:of|in)\s+(?:the|my|your)\s+(?:[\w'’,]+\s+){0,6}?plan\b", re.IGNORECASE
)


def find(text: str) -> Iterator[Mention]:
    """Every place in an Act, a schedule or regulations."""
    for found in _SCHEDULE.finditer(text):
        schedule = " ".join(found["schedule"].split())
        yield _mention(found.start(), found.end(), (schedule[0].upper() + schedule[1:],))
    for pattern in (_OF_AN_ACT, _AFTER_AN_ACT, _BY_SHAPE, _SHORT, _BY_UNIT, _BY_DUTY, _BY_USE):
        for found in pattern.finditer(text):
            cited = "cited" if "cited" in pattern.groupindex else 0
            if not _OF_THE_PLAN.match(text, found.end()):
                yield _mention(*found.span(cited), _labels(found["places"]))


def _labels(places: str) -> tuple[str, ...]:
    """As the law writes them: "28, paragraph 3" -> 28(3), "100A (4)" -> 100A(4)."""
    first, *inner = re.split(rf"\s*,\s*(?:{_UNIT})(?=[0-9])", places, flags=re.IGNORECASE)
    if inner:
        return ("".join([_closed_up(first), *(f"({_closed_up(number)})" for number in inner)]),)
    found: list[str] = []
    for item in re.split(r"\s*(?:,|\band\b|&|\bor\b)\s*", places):
        found.extend([_closed_up(item)] if re.search(r"[A-Z(]", item) else labels.expand(item))
    return tuple(dict.fromkeys(found))


def _closed_up(number: str) -> str:
    return re.sub(r"\s+", "", number)


def _mention(start: int, end: int, found: tuple[str, ...]) -> Mention:
    return Mention(start, end, found, "statute", certain="statute")
