"""The only way to write a record that matters: with who does it and why (domain.md, rule 2)."""

from .writing import Stale, create, create_many, delete, save, stamp

__all__ = ["Stale", "create", "create_many", "delete", "save", "stamp"]
