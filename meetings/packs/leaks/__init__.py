"""The independent check of a finished public pack: is anything in it that the public may not see?

It shares no code with what makes packs. What must not be found is read from the records
(``secrets_of``), and taken from that is what the public record says in any case; then the
finished file itself is read (``find``), and the HTML edition (``find_in_text``)::

    secrets = leaks.secrets_of(meeting)
    found = leaks.find(content, secrets) + leaks.find_in_text(edition, secrets)

Whoever publishes refuses where anything is found. What it finds, and what it cannot:
``README.md`` in this folder.
"""

from .looking import Leak
from .markup import find_in_text
from .reading.file import find
from .record import secrets_of
from .secrets import Secrets

__all__ = ["Leak", "Secrets", "find", "find_in_text", "secrets_of"]
