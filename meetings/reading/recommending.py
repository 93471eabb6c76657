"""Decisions that recommend: however they are resolved, what they say is a recommendation."""

import re

from .labels import WHOSE
from .minutes import Kind

_HOW = r"(?:(?:also|further|therefore|unanimously|strongly|formally)\s+)*"
_RECOMMENDS = re.compile(
    rf"""
      \bbe\s+{_HOW}recommended\s+(?:to|that|for)\b  # "That the Commissioner be recommended to"
    | \bit\s+(?:be|was|is)\s+{_HOW}recommended\b    # "that it be recommended that"
    | \b(?:resolved|agreed|decided|voted)\b.{{0,40}}?\bto\s+{_HOW}recommend\b
                                                   # "resolved unanimously to recommend that"
    | ^\W*(?:to\s+)?{_HOW}recommends?\s+(?:to|that|the)\b  # "RESOLVED: to recommend that"
    | ^\W*(?:[^.;:]{{0,60}}[:,–—-]\s*)?(?:that\s+)?{WHOSE}\s+{_HOW}recommends?\b
                                                   # "that the Panel recommends that"
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_recommendation(text: str) -> bool:
    """Whether a decision recommends something, rather than settling it."""
    return bool(_RECOMMENDS.search(text))


def kind_of(kind: Kind, text: str) -> Kind:
    """The kind of an entry, where a resolution may turn out to recommend."""
    return "recommendation" if kind == "resolution" and is_recommendation(text) else kind
