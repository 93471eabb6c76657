"""The register: where each recommendation stands, narrowed, counted and printed."""

from .colours import COLOURS
from .narrowing import filtered
from .positions import Position, latest, positions, versions_revised

__all__ = ["COLOURS", "Position", "filtered", "latest", "positions", "versions_revised"]
