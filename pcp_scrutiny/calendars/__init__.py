"""A calendar feed of the panel's dates behind a private address of each person's own.

An app adds what it has to put in when it is ready (``apps.py``)::

    calendars.add(meetings_of_the_panel)  # (on) -> events

Calendar programs show what they hold to others (an assistant, a shared calendar), and no one signs
in to read a feed: a source answers only with what the public may read.
"""

from .events import Event, add, gather

__all__ = ["Event", "add", "gather"]
