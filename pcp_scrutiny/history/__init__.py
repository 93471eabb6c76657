"""The only way to write a record that matters: with who does it and why (domain.md, rule 2)."""

from .referring import referring, referring_to
from .standing import Standing, standing
from .writing import (
    Stale,
    as_at,
    create,
    create_many,
    delete,
    now,
    save,
    save_many,
    stamp,
    stamps,
)

__all__ = [
    "Stale",
    "Standing",
    "as_at",
    "create",
    "create_many",
    "delete",
    "now",
    "referring",
    "referring_to",
    "save",
    "save_many",
    "stamp",
    "stamps",
    "standing",
]
