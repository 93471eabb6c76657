"""Records for tests are written as the product writes them: with history, and a reason."""

from typing import Any

import factory

from pcp_scrutiny import history


class RecordFactory(factory.django.DjangoModelFactory):
    """The base of every factory of a record that matters."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Any:
        return history.create(model_class, by=None, why="Made for a test", **kwargs)
