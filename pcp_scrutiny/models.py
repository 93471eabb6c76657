"""The frame's own table: forms already carried out (see once.py)."""

from .once import Submission

__all__ = ["Submission"]
