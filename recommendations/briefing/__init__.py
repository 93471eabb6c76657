"""The member's briefing before a meeting.

``known.py`` is what it is put together from, ``parts.py`` what it is made of: plain values both.
``placing.py`` says under which item something belongs, ``pressing.py`` what comes first,
``questions.py`` what may be asked, ``assembling.py`` puts it together; none of them knows Django.
``gathering.py`` asks the record, ``printing.py`` makes the PDF.
"""

from .gathering import briefing_for
from .parts import Briefing

__all__ = ["Briefing", "briefing_for"]
