"""The register: where each recommendation stands, narrowed, counted and printed."""

from .colours import COLOURS
from .narrowing import filtered
from .positions import Position, Revised, latest, positions, versions_revised

__all__ = [
    "COLOURS",
    "Position",
    "Revised",
    "filtered",
    "latest",
    "positions",
    "versions_revised",
]
