"""What people send in for agenda packs, made safe and printable. Knows nothing of meetings.

``check_size`` before a file is read, ``inspect`` when it is sent in (``Unusable`` says what is
wrong and what to do), ``convert`` for Word documents (``NoConverter`` where there is none), and
``clean`` and ``fit``, or ``prepare`` for both, before its pages go into a pack. Each works in a
process of its own.
"""

from .apart import clean, fit, inspect, prepare
from .facts import Facts, Unusable, check_size, is_barrier, sentence

__all__ = [
    "Facts",
    "Unusable",
    "check_size",
    "clean",
    "fit",
    "inspect",
    "is_barrier",
    "prepare",
    "sentence",
]
