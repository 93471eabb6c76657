"""Meetings of the panel: who was there, what was on the agenda, what was said and resolved."""

from .agenda import AgendaItem, Paper
from .attendance import Attendance, Declaration
from .decisions import Action, Vote
from .meeting import Meeting
from .members import PanelMember
from .minutes import Correction, Exclusion, MinuteEntry
from .packs import Pack
from .restriction import ExemptUnder, restricted_under

__all__ = [
    "Action",
    "AgendaItem",
    "Attendance",
    "Correction",
    "Declaration",
    "Exclusion",
    "ExemptUnder",
    "Meeting",
    "MinuteEntry",
    "Pack",
    "PanelMember",
    "Paper",
    "Vote",
    "restricted_under",
]
