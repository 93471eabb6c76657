"""Running the command, and counting what it wrote."""

from io import StringIO

from django.core.management import call_command

from demo import loading


def load_demo() -> str:
    """Run ``manage.py load_demo``; answer with what it prints."""
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def rows_of_history() -> dict[str, int]:
    """How many rows of history each model has."""
    return {model.__name__: model.history.count() for model in loading.recorded_models()}
