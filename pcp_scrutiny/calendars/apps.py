from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    """The panel's dates in people's own calendars."""

    name = "pcp_scrutiny.calendars"
