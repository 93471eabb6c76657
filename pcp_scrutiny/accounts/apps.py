from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, their roles, signing in."""

    name = "pcp_scrutiny.accounts"

    def ready(self) -> None:
        from pcp_scrutiny import navigation

        from .permissions import can_manage_people

        navigation.add("People", "accounts:people", can=can_manage_people, place=80)
