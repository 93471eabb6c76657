"""The components that pages are made of: GOV.UK's, and the few of our own."""

from django.apps import AppConfig


class ComponentsConfig(AppConfig):
    """Gives templates ``{% load components %}`` and ``{% load formats %}``."""

    name = "pcp_scrutiny.components"
    label = "components"
