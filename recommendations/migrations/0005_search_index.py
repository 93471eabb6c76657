from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import migrations

# As recommendations/searching.py asks: the same expression, or the index is of no use.
INDEXES = (
    ("recommendation", ("text", "suggested_wording", "theme", "owner"), "recommendation_words"),
    ("response", ("text", "reason"), "response_words"),
)


def _indexes(apps: Any) -> list[tuple[Any, GinIndex]]:
    return [
        (
            apps.get_model("recommendations", model),
            GinIndex(SearchVector(*fields, config=config), name=f"{name}_{config}"),
        )
        for model, fields, name in INDEXES
        for config in ("english", "simple")
    ]


def add(apps: Any, schema_editor: Any) -> None:
    """Index the words, where the database can: only PostgreSQL has such an index."""
    if schema_editor.connection.vendor == "postgresql":
        for model, index in _indexes(apps):
            schema_editor.add_index(model, index)


def remove(apps: Any, schema_editor: Any) -> None:
    """Take the indexes away again."""
    if schema_editor.connection.vendor == "postgresql":
        for model, index in _indexes(apps):
            schema_editor.remove_index(model, index)


class Migration(migrations.Migration):
    dependencies = [("recommendations", "0004_words_of_a_claim")]

    operations = [migrations.RunPython(add, remove)]
