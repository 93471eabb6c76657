from django.apps import AppConfig


class FrameConfig(AppConfig):
    """What every app stands on."""

    name = "pcp_scrutiny"
    verbose_name = "PCP Scrutiny"
