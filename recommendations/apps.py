from django.apps import AppConfig
from django.urls import reverse


class RecommendationsConfig(AppConfig):
    """Recommendations, responses, outcomes; reading letters."""

    name = "recommendations"

    def ready(self) -> None:
        from meetings import papers
        from meetings import related as meeting_related
        from pcp_scrutiny import home, navigation
        from plans import events, explanations, margin
        from plans import related as plan_related

        from . import plugs
        from .permissions import can_view_recommendations

        navigation.add(
            "Recommendations", "recommendations:list", can=can_view_recommendations, place=20
        )
        home.add(plugs.waiting)
        margin.add(plugs.notes_beside)
        explanations.add(plugs.explanations_of)
        plan_related.add(plugs.links_of_versions)
        events.version_locked.append(plugs.propose_when_locked)
        events.links_decided.append(plugs.propose_when_locked)
        events.lock_warnings.append(plugs.warn_before_issuing)
        meeting_related.add(plugs.links_of_entries)
        meeting_related.add_for_items(plugs.links_of_items)
        papers.register(
            "tracker",
            "Recommendation tracker",
            plugs.build_tracker,
            link=lambda paper: reverse("recommendations:list"),  # noqa: ARG005
            is_wide=True,
        )
