from django.apps import AppConfig


class PanelConfig(AppConfig):
    """The one panel that this deployment serves."""

    name = "pcp_scrutiny.panel"
