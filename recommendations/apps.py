from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """Recommendations, responses, outcomes; reading letters."""

    name = "recommendations"

    def ready(self) -> None:
        from pcp_scrutiny import navigation

        from .permissions import can_view_recommendations

        navigation.add(
            "Recommendations", "recommendations:list", can=can_view_recommendations, place=20
        )
