from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """Letters about what is due, never sent twice."""

    name = "pcp_scrutiny.reminders"
