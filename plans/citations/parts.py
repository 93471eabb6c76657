"""Places without a paragraph number: pages, appendices, the Foreword, headings, minutes."""

import re
from collections.abc import Iterator, Sequence

from plans import labels

from .citation import Mention

_PAGES = re.compile(
    r"(?<![\w£$€.])(?:pages?\s*|pp?\.\s*)"
    r"(?P<first>[0-9]{1,3})(?P<rest>(?:\s*(?:-|,|&|\bto\b|\band\b)\s*[0-9]{1,3}(?![0-9/.%])){0,30})"
    r"(?![0-9/%]|\.[0-9])(?!\s+of\s+[0-9])",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"(?<![A-Za-z])(?P<word>Appendix|Annexe?|appendix|annexe?)\s+"
    r"(?P<mark>[A-Z](?![A-Za-z])|[0-9]{1,2}(?![0-9])|[IVX]{2,4}(?![A-Za-z]))"
)
_NUMBERED_PART = re.compile(  # counts only with "of the Plan": themes and priorities are everywhere
    r"(?<![A-Za-z])(?P<word>(?i:chapter|part|theme|priority|objective|pillar|strand))\s+"
    r"(?P<mark>[A-Z](?![A-Za-z])|[0-9]{1,2}(?![0-9A-Za-z(]))"
)
_FOREWORD = re.compile(r"\b(?:(?:my|your|the)\s+)?foreword\b", re.IGNORECASE)
_NAMED_PART = re.compile(
    r"\b(?:[Mm]y|[Yy]our|[Tt]he|[Ii]ts)\s+"
    r"(?P<name>Introduction|Conclusion|Executive Summary|Preface|Glossary)\b"
    r"(?!\s+(?:of|and)\b(?!\s+(?:the|my|your)\s+(?:[A-Z]\w*\s+|draft\s+|and\s+){0,5}[Pp]lan))"
    r"|(?i:\b(?P<name_to>introduction|executive summary|conclusion|preface)"
    r"(?=\s+to\s+(?:the|my|your)\s+(?:[a-z]+\s+){0,5}plan\b))"
)
_MINUTE = re.compile(
    r"(?<![\w-])(?P<cue>minutes?)\s*(?:(?:no|number|item)s?\b\.?\s*)?"
    r"(?P<number>[0-9]{1,3}(?:/[0-9]{2,4}|(?:\.[0-9]{1,3})+)?(?:\s?\([a-z0-9]{1,4}\))*)"
    r"(?:\s*,?\s*(?:item|point|paragraph|bullet)\s+\(?(?P<item>[ivxl]{1,5}|[a-z]|[0-9]{1,2})\)?(?!\w))?"
    r"(?P<rest>(?:\s*(?:,|&|\band\b)\s*[0-9]{1,3}(?:/[0-9]{2,4})?){0,30})(?![0-9%])(?!\s+(?:second|hour))",
    re.IGNORECASE,
)
_A_DURATION = re.compile(r"(?:[0-9]|\b(?:the|last|first|few|several|of))\s*$", re.IGNORECASE)
_ITEM = re.compile(  # "item ix of the minutes"
    r"(?<![A-Za-z])items?\s+(?P<number>[0-9]{1,3}(?:\.[0-9]+)?|[ivxl]{1,5})(?![\w])"
    r"(?=\s+(?:of|in|on)\s+(?:the|those|these|your|our)\s)",
    re.IGNORECASE,
)
_PART_WORD = (
    r"(?:section|theme|chapter|part|priority|heading|objective|strand|pillar|paragraphs?|passage)"
)
_SECTION_ON = (
    rf"(?:{_PART_WORD}s?\s+(?:on|about|entitled|titled|called|headed|named)\s+(?:the\s+)?)"
)


def find(text: str, headings: Sequence[str] = ()) -> Iterator[Mention]:
    """Every unnumbered place, in no order."""
    yield from _pages(text)
    for found in _APPENDIX.finditer(text):
        word = "Annex" if found["word"].lower().startswith("annex") else "Appendix"
        name = f"{word} {found['mark']}"
        yield Mention(*found.span(), (name,), "part", certain="other")
    for found in _NUMBERED_PART.finditer(text):
        name = f"{found['word'].capitalize()} {found['mark']}"
        yield Mention(*found.span(), (name,), "part", explicit=True)
    for found in _FOREWORD.finditer(text):
        yield Mention(*found.span(), ("Foreword",), "part")
    for found in _NAMED_PART.finditer(text):
        name = found["name"] or found["name_to"].capitalize()
        name = "Executive Summary" if name.lower() == "executive summary" else name
        yield Mention(*found.span(), (name,), "part")
    yield from _minutes(text)
    yield from _headings(text, headings)


def _pages(text: str) -> Iterator[Mention]:
    for found in _PAGES.finditer(text):
        numbers: list[str] = []
        for item in re.split(r"\s*(?:,|&|\band\b)\s*", found["first"] + found["rest"]):
            numbers.extend(labels.expand(item))
        places = tuple(dict.fromkeys(f"page {number}" for number in numbers))
        yield Mention(*found.span(), places, "page")


def _minutes(text: str) -> Iterator[Mention]:
    for found in _MINUTE.finditer(text):
        if _A_DURATION.search(text, max(0, found.start() - 12), found.start()):
            continue
        first = f"{found['number']}({found['item']})" if found["item"] else found["number"]
        numbers = [first, *re.findall(r"[0-9]{1,3}(?:/[0-9]+)?", found["rest"])]
        places = tuple(dict.fromkeys(labels.normalise(number) for number in numbers))
        yield Mention(*found.span(), places, "minute", certain="minutes")
    for found in _ITEM.finditer(text):
        yield Mention(*found.span(), (f"item {found['number']}",), "minute", explicit=True)


def _headings(text: str, headings: Sequence[str]) -> Iterator[Mention]:
    """A heading counts where it is quoted, or called a section, theme, chapter and so on.

    A heading of one common word ("Victims") is everywhere in such letters; that is why its mere
    occurrence is not a citation.
    """
    for heading in sorted(headings, key=len, reverse=True):
        words = r"\s+".join(re.escape(word) for word in _plain(heading).split())
        if not re.search(r"\w", words):
            continue
        name = rf"(?<!\w){words}(?!\w)"
        forms = (
            rf"(?:(?:the|my)\s+)?(?:{_SECTION_ON})?[\"']{name}[\"'](?:\s+{_PART_WORD}\b)?",
            rf"(?:(?:the|my)\s+)?{_SECTION_ON}{name}",
            rf"(?:(?:the|my)\s+)?{name}\s+{_PART_WORD}\b",
        )
        for found in re.finditer("|".join(forms), text, re.IGNORECASE):
            yield Mention(*found.span(), (heading,), "heading")


def _plain(heading: str) -> str:
    return heading.replace("’", "'").replace("‘", "'").strip()
