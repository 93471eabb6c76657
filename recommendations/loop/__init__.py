"""One recommendation's way round the loop: what happened to it, and what to do next.

:mod:`.records` and :mod:`.past` ask the database; :mod:`.timeline` puts in order what it answers,
:mod:`.corrections` says what was corrected, :mod:`.next_steps` what is to be done: pure functions.
"""

from .neighbours import Neighbours, neighbours
from .outcomes import OutcomeShown, by_recommendation, show, summary
from .page import Page, address, page_of
from .records import Records, gather
from .suggestions import suggestions, themes
from .timeline import Step, steps

__all__ = [
    "Neighbours",
    "OutcomeShown",
    "Page",
    "Records",
    "Step",
    "address",
    "by_recommendation",
    "gather",
    "neighbours",
    "page_of",
    "show",
    "steps",
    "suggestions",
    "summary",
    "themes",
]
