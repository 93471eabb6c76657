"""Parts of packs rendered side by side, each in a process of its own.

The processes know no database and none of the deployment's secrets: they get HTML or a PDF that
was sent in, and answer with a PDF or with what is wrong. One that is killed, or that takes too
long, is the failure of one part, and the others go on.
"""

from .jobs import Job, Problem
from .pool import cores, render_all

__all__ = ["Job", "Problem", "cores", "render_all"]
