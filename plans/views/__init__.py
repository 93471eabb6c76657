"""Pages of the plans app."""

from . import arriving, comparing, correcting, plans, reading, story, versions

__all__ = ["arriving", "comparing", "correcting", "plans", "reading", "story", "versions"]
