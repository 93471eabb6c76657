"""Whether the demo panel is in the database already, and whether anything else is."""

from django.apps import apps
from django.db.models import Model

from pcp_scrutiny.panel.models import Panel

LOADED = "The demo panel was loaded"
"""The reason in the history by which the demo is known: whatever is changed later, that stays."""


def is_loaded() -> bool:
    """Whether the demo panel was loaded into this database."""
    return Panel.history.filter(history_change_reason=LOADED).exists()


def other_data() -> list[str]:
    """What the database holds, in words, if it holds any record at all: "plan", "meeting"."""
    holding = [model for model in recorded_models() if model._default_manager.exists()]
    return [str(model._meta.verbose_name) for model in holding]


def recorded_models() -> list[type[Model]]:
    """Every model whose records matter."""
    return [model for model in apps.get_models() if hasattr(model, "history")]
