"""Where minutes say that the public was excluded, and that they were let in again.

Local Government Act 1972 s.100A(4), (5): the resolution describes the exempt information in the
terms of Schedule 12A, most often by the number of a paragraph.
"""

import re

from .minutes import Entry

_PUBLIC = r"\b(?:press|public)\b"
_EXCLUDES = re.compile(
    rf"\bexclu\w+\b.*{_PUBLIC}|{_PUBLIC}.*\b(?:exclu\w+|(?:leave|withdraw\w*\s+from|left)\s+the"
    r"\s+(?:meeting|room))\b",
    re.IGNORECASE | re.DOTALL,
)
_DECIDED = re.compile(r"\b(?:resolved|agreed|moved|voted|carried)\b", re.IGNORECASE)
_READMITS = re.compile(
    rf"{_PUBLIC}.*\b(?:re-?admitted|re-?joined|returned|came\s+back|(?:let|invited)\s+(?:back|in)|"
    rf"re-?entered)\b|\bre-?admit\w*\b.*{_PUBLIC}|\b(?:re-?opened|open\s+again)\b.*{_PUBLIC}|"
    r"\b(?:returned\s+to|resumed\s+in|back\s+in(?:to)?)\s+(?:open|public)\s+session\b",
    re.IGNORECASE | re.DOTALL,
)
_PARAGRAPH = re.compile(r"\bpara(?:graph|\.)?s?\.?\s*(?:numbers?\s*|no\.?\s*)?(\d{1,2})\b", re.I)


def excludes(entry: Entry) -> bool:
    """Whether an entry is a resolution that excludes the public, or tells of one."""
    if readmits(entry) or not _EXCLUDES.search(entry.text):
        return False
    return entry.kind == "resolution" or bool(_DECIDED.search(entry.text))


def readmits(entry: Entry) -> bool:
    """Whether an entry says that the public was let in again."""
    return bool(_READMITS.search(entry.text))


def paragraph(text: str) -> int | None:
    """The first paragraph that a resolution names, or None."""
    found = _PARAGRAPH.search(text)
    return int(found[1]) if found else None
