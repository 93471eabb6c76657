"""What people send in for agenda packs, made safe and printable. Knows nothing of meetings.

``check_size`` before a file is read, ``inspect`` when it is sent in (``Unusable`` says what is
wrong and what to do), ``convert`` for Word documents (``NoConverter`` where there is none), and
``clean`` and ``fit``, or ``prepare`` for both, before its pages go into a pack. Each works in a
process of its own.
"""

from .apart import clean, fit, inspect, prepare
from .facts import Facts, Unusable, check_size, is_barrier, sentence
from .word import NoConverter, can_convert, convert

__all__ = [
    "Facts",
    "NoConverter",
    "Unusable",
    "can_convert",
    "check_size",
    "clean",
    "convert",
    "fit",
    "inspect",
    "is_barrier",
    "prepare",
    "sentence",
]
