from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings: agenda, papers, minutes, votes, actions, packs."""

    name = "meetings"

    def ready(self) -> None:
        from pcp_scrutiny import calendars, home, navigation, reminders

        from . import comparisons, packs, papers, related
        from .permissions import can_view_meetings
        from .plugs import excluding
        from .plugs.approval import approvals_under
        from .plugs.calendars import meetings_of_the_panel
        from .plugs.notice import NOTICE
        from .plugs.reminders import PAPERS_OUT
        from .waiting import meetings_waiting

        navigation.add("Meetings", "meetings:list", can=can_view_meetings, place=30)
        papers.register(
            "minutes",
            "Minutes of an earlier meeting",
            packs.build_minutes,
            link=packs.link_minutes,
            of=packs.OF_A_MEETING,
        )
        for kind, label in comparisons.KINDS.items():
            papers.register(
                kind,
                label,
                comparisons.build,
                link=comparisons.link,
                of=comparisons.OF_A_VERSION,
            )
        home.add(meetings_waiting)
        reminders.add(PAPERS_OUT)
        reminders.add(NOTICE)
        calendars.add(meetings_of_the_panel)
        related.add(excluding.links_of_entries)
        related.add_for_items(excluding.links_of_items)
        related.add_for_items(approvals_under)
