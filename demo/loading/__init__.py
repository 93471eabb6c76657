"""Loads the demo panel through the product's own actions, as its people would have used them.

``story`` says what happened when; the other modules each know how one kind of record is made.
"""

from .presence import is_loaded, other_data, recorded_models
from .story import load

__all__ = ["is_loaded", "load", "other_data", "recorded_models"]
