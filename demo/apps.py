from django.apps import AppConfig


class DemoConfig(AppConfig):
    """A fictional panel to try everything with."""

    name = "demo"
