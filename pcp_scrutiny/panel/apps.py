from django.apps import AppConfig


class PanelConfig(AppConfig):
    """The one panel that this deployment serves."""

    name = "pcp_scrutiny.panel"

    def ready(self) -> None:
        from pcp_scrutiny import navigation

        from .permissions import can_change_panel

        navigation.add("Panel settings", "panel:settings", can=can_change_panel, place=90)
