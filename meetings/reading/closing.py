"""The close of a meeting: "The meeting closed at 12.15pm." stands under the last item and is no
entry of it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plans import sentences

from .paragraphs import Paragraph

_TIME = (
    r"(?:(?:approximately|about|around)\s+)?"
    r"(?:[0-9]{1,2}(?:\s?[.:]\s?[0-9]{2})?\s*(?:[ap]\.?\s?m\.?|noon|hours|hrs|o['’]clock)?"
    r"|(?:12\s+)?noon|midday)"
)
_ENDED = r"(?:closed?|ended|concluded|finished|terminated|rose|adjourned)"
_CLOSE = re.compile(
    rf"""[\[(]?(?:
      (?:there\s+being\s+no\s+(?:other|further|more|urgent)\s+business[^.]{{0,60}}?,?\s+)?
      (?:the\s+)?(?:chair(?:man|person|woman)?\s+(?:then\s+)?(?:declared|{_ENDED})\s+(?:the\s+)?)?
      (?:panel\s+)?meeting
      (?:,?\s+(?:which\s+)?(?:had\s+)?(?:started|began|commenced|opened)\s+(?:at\s+)?{_TIME}
        (?:\s+and|,)?)?                  # "The meeting, which began at 2 p.m., closed at 3 p.m."
      (?:\s+(?:was|be))?(?:\s+(?:then|declared|formally))*(?:\s+{_ENDED})?
      (?:\s*:|\s+at|\s+by)?\s*{_TIME}    # "Meeting ended: 11.42 am"
    | (?:the\s+)?meeting\s+(?:was\s+)?(?:then\s+|declared\s+)?{_ENDED}   # "The meeting closed."
    | (?:the\s+)?(?:meeting\s+)?(?:closed|close(?:\s+of\s+(?:the\s+)?meeting)?|finish(?:ed)?|
        (?:time\s+)?(?:meeting\s+)?ended)\s*(?::|at|[-–—])\s*(?:at\s+)?{_TIME}  # "Closed: 4pm"
    | duration\s+of\s+(?:the\s+)?meeting\b.{{0,60}}
        # "(Duration of meeting: 10.00 am to 11.20 am)"
    | (?:daeth\s+y\s+cyfarfod\s+i\s+ben|terfynwyd\s+y\s+cyfarfod)\b[^/]{{0,40}}
        (?:/\s*the\s+meeting\s+{_ENDED}\s+at\s+{_TIME})?   # "Daeth y cyfarfod i ben am 12.30"
    )\s*[.)\]]*""",
    re.IGNORECASE | re.VERBOSE,
)


def apart(body: Sequence[Paragraph]) -> tuple[list[Paragraph], list[str]]:
    """An item's paragraphs without the meeting's close at their end, and that close.

    An item that has nothing else, as one called "Close" has, keeps it.
    """
    rest = list(body)
    said: list[str] = []
    while rest and not rest[-1].kind:
        last = rest[-1]
        kept, close = _cut(last.text)
        if not close or (last.number and last.number.family != "bullet" and kept):
            break
        if not kept and len(rest) == 1:
            break
        said.insert(0, close if kept else last.whole)
        rest.pop()
        if kept:
            rest.append(replace(last, text=kept))
    return rest, said


def _cut(text: str) -> tuple[str, str]:
    """What a paragraph says before the meeting's close, and the close."""
    if _CLOSE.fullmatch(text):
        return "", text
    for low, _ in sentences.spans(text):
        if _CLOSE.fullmatch(text[low:].strip()):
            return text[:low].strip(), text[low:].strip()
    return text, ""
