"""What refers to a record, in words: it says why the record cannot be deleted."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import models, router
from django.db.models import ProtectedError, RestrictedError
from django.db.models.deletion import Collector

MOST = 4
"""How many records are named one by one."""


def referring(error: ProtectedError) -> str:
    """The records that kept another from being deleted, as the start of a sentence: "the
    recommendation 2026/01 refers", "the recommendation 2026/01 and the judgement ... refer"."""
    return _clause(error.protected_objects)


def referring_to(record: models.Model) -> str:
    """The same of a record that is there, "" where nothing keeps it from being deleted. Nothing
    is deleted."""
    using = router.db_for_write(type(record), instance=record)
    try:
        Collector(using=using, origin=record).collect([record])
    except (ProtectedError, RestrictedError) as error:
        return _clause(
            error.protected_objects
            if isinstance(error, ProtectedError)
            else error.restricted_objects
        )
    return ""


def _clause(records: Iterable[Any]) -> str:
    names = sorted({_name(one) for one in records})
    verb = "refers" if len(names) == 1 else "refer"
    return f"{_listed(names)} {verb}"


def _name(record: Any) -> str:
    """The kind of a record and its name: "the recommendation 2026/01", "the letter of 2 May"."""
    kind, name = str(record._meta.verbose_name), _lower_first(str(record))
    says_its_kind = name.startswith(kind.rpartition(" ")[2])
    return f"the {name}" if says_its_kind else f"the {kind} {name}"


def _listed(names: Collection[str]) -> str:
    shown = list(names)[:MOST]
    if len(names) > MOST:
        shown.append(f"{len(names) - MOST} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
