from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, their roles, signing in."""

    name = "pcp_scrutiny.accounts"
