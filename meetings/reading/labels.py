"""The word before an entry that says what it is: "RESOLVED:", "Action:"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .minutes import Kind

WHOSE = (
    r"(?:the\s*)?(?:[\w,&'’-]+\s+){0,5}?(?:panel|committee|members|sub-?committee|board|meeting)"
)
_KEYWORDS: tuple[tuple[Kind, str], ...] = (
    (
        "resolution",
        r"r\s?e\s?s\s?o\s?l\s?v\s?e\s?d|resolutions?|agreed|decisions?|decided|determined|"
        r"penderfynwyd|penderfyniad(?:au)?|cytunwyd",
    ),
    (
        "recommendation",
        r"recommended|recommends?|recommendations?|argymh?ellwyd|argymhell(?:ion|iad)",
    ),
    ("action", r"actions?|action\s+points?|agreed\s+actions?|cam(?:au)?\s+gweithredu"),
    ("undertaking", r"undertakings?"),
    ("advice", r"(?:legal\s+|procedural\s+)?advice"),
)
_BEFORE = (
    rf"(?:(?:accordingly|therefore|(?:it\s*was|was)|{WHOSE})\s*,?\s*){{0,2}}"
    r"(?:then\s+|therefore\s+|accordingly\s+)?"
)
_LABELS = tuple(
    (
        kind,
        re.compile(
            rf"[\[(]?(?P<lead>{_BEFORE})(?P<key>{words})"
            r"(?P<more>(?:\s+unanimously|\s+by\s+[^:]{2,40}?|\s+(?:no\.?\s*)?(?:[0-9]{1,3}|"
            r"[ivx]{1,4})|\s*\([^)]{2,60}\)"
            r"|\s+(?:for|by)\s+[A-Z][\w ]{1,40}?)?)"
            r"(?P<stop>\s*:\s*[-–—]*|\s*[–—]+|\s+-+(?=\s|$)|\s*\.?\s*$|\s*,?\s*(?=that\b|to\b))\s*",
            re.IGNORECASE,
        ),
    )
    for kind, words in _KEYWORDS
)
_FILLER = re.compile(r"\W*(?:that|to|the\s+following|as\s+follows)?\s*\W*", re.IGNORECASE)
_OPENS_LIST = re.compile(
    r"(?::\s*[-–—]?|[–—]|\s-|\b(?:that|to)|as\s+follows?\.?|the\s+following\.?)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """The word before an entry that says what it is: "RESOLVED:", "Action:".

    ``dropped`` is what the kind stands for, "" where the words say more than that and stay.
    """

    kind: Kind
    dropped: str
    rest: str


def label(text: str) -> Labelled | None:
    """The label a paragraph begins with."""
    for kind, words in _LABELS:
        found = words.match(text)
        if not found or not _is_label(found, text):
            continue
        more = found["more"].strip(" .")
        if more:
            return Labelled(kind, "", text)
        lead = re.fullmatch(
            r"(?:it\s*was|accordingly|therefore|was|,|\s)*", found["lead"], re.IGNORECASE
        )
        if not lead and not found["stop"].strip(" ,"):
            return None
        if not lead:
            return Labelled(kind, "", text) if _OPENS_LIST.search(text) else None
        opening = text[0] if text.startswith(("[", "(")) else ""
        return Labelled(kind, found[0].strip(), f"{opening}{text[found.end() :]}")
    return None


def _is_label(found: re.Match[str], text: str) -> bool:
    """Whether the word is a label, and not one of a sentence that begins with it."""
    key, stop = found["key"], found["stop"]
    if key.isupper() and len(key) > 3:
        return True
    if ":" in stop or "–" in stop or "—" in stop or "-" in stop:
        return True
    if not stop.strip(" ,") and found.end() < len(text):
        first = not found["lead"].strip()
        return first and key.lower().replace(" ", "") in (
            "resolved",
            "agreed",
            "recommended",
            "decided",
        )
    return not found["lead"].strip() and found.end() >= len(text)


def is_filler(text: str) -> bool:
    """Whether what is left after a label leads in to a list and says nothing itself."""
    return bool(_FILLER.fullmatch(text))


def opens_list(text: str) -> bool:
    """Whether a paragraph ends as one does that a list follows."""
    return bool(_OPENS_LIST.search(text))


def decides(texts: Sequence[str]) -> bool:
    """Whether any of an item's paragraphs is labelled as its resolution."""
    return any((found := label(text)) is not None and found.kind == "resolution" for text in texts)
