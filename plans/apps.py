from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Plans: versions and paragraphs, reading them in, comparing them."""

    name = "plans"

    def ready(self) -> None:
        from pcp_scrutiny import home, navigation

        from .home import waiting
        from .permissions import can_view_plans

        navigation.add("Plans", "plans:list", can=can_view_plans, place=10)
        home.add(waiting)
