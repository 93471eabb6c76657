"""Letters by e-mail about what is due, to those who have to act on it.

An app adds what it has to tell when it is ready (``apps.py``)::

    reminders.add(Source("responses", told, write))

``told(on)`` answers with every reminder that stands on that day, whether or not it was sent before:
the key says what is told, and nobody is told the same key twice. That is also how a day without
cron loses nothing: what stood on that day and still stands is sent on the next. ``write(person,
things, on)`` makes one letter of all that one person is to be told by that source in a run.

No text of a record goes into a letter, since mail is not confidential: references, dates, counts
and links only.
"""

from .registry import Letter, Reminder, Source, add, sources

__all__ = ["Letter", "Reminder", "Source", "add", "sources"]
