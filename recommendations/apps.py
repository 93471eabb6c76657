from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """Recommendations, responses, outcomes; reading letters."""

    name = "recommendations"

    def ready(self) -> None:
        from meetings import obstacles as meeting_obstacles
        from meetings import related as meeting_related
        from pcp_scrutiny import calendars, home, navigation, reminders
        from plans import events, explanations, margin
        from plans import related as plan_related

        from .permissions import can_view_recommendations, can_view_review
        from .plugs import becoming, moving, papers, references, reviews, withheld, withheld_reviews
        from .plugs import calendars as in_calendars
        from .plugs import home as at_home
        from .plugs import meetings as in_meetings
        from .plugs import plans as in_plans
        from .plugs import reminders as in_letters

        navigation.add(
            "Recommendations", "recommendations:list", can=can_view_recommendations, place=20
        )
        navigation.add("Reviews", "reviews:list", can=can_view_review, place=25)
        home.add(at_home.waiting)
        reminders.add(in_letters.RESPONSES)
        calendars.add(in_calendars.responses_due)
        margin.add(in_plans.notes_beside)
        explanations.add(in_plans.explanations_of)
        plan_related.add(in_plans.links_of_versions)
        events.version_locked.append(in_plans.propose_when_locked)
        events.links_decided.append(in_plans.propose_when_locked)
        events.lock_warnings.append(in_plans.warn_before_issuing)
        events.drop_obstacles.append(references.cited_by)
        meeting_obstacles.add(moving.dates_that_keep)
        meeting_related.add(in_meetings.links_of_entries)
        meeting_related.add_for_items(in_meetings.links_of_items)
        meeting_related.add_for_meetings(in_meetings.links_of_meetings)
        papers.register()
        becoming.register()
        meeting_related.add_for_meetings(reviews.links_of_meetings)
        reviews.register()
        withheld.register()
        withheld_reviews.register()
