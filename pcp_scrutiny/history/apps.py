from django.apps import AppConfig


class HistoryConfig(AppConfig):
    """Who changed what, when and why."""

    name = "pcp_scrutiny.history"
