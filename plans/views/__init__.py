"""Pages of the plans app."""

from . import comparing, correcting, plans, versions

__all__ = ["comparing", "correcting", "plans", "versions"]
