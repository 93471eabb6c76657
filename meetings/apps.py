from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings: agenda, papers, minutes, votes, actions, packs."""

    name = "meetings"

    def ready(self) -> None:
        from pcp_scrutiny import navigation

        from .permissions import can_view_meetings

        navigation.add("Meetings", "meetings:list", can=can_view_meetings, place=30)
