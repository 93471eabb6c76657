"""What is one correction to an officer is one in the history: all it writes bears one moment."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db import transaction

from pcp_scrutiny import history

Result = TypeVar("Result")


def one_correction(action: Callable[..., Result]) -> Callable[..., Result]:
    """Carry an action out as a whole or not at all, every row of its history at one moment, by
    which ``undoing`` tells what belongs together."""

    @wraps(action)
    def corrected(*args: Any, **kwargs: Any) -> Result:
        with transaction.atomic(), history.as_at(history.now()):
            return action(*args, **kwargs)

    return corrected
