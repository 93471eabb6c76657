from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Files that people send in."""

    name = "pcp_scrutiny.documents"
