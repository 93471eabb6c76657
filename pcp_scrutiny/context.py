"""What every template is given."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from . import navigation
from .panel.models import Panel


def site(request: HttpRequest) -> dict[str, Any]:
    """The panel, the sections open to the person who looks, and whether this is the demo. The panel
    is looked up where a page asks for it and its view did not give it."""
    return {
        "panel": SimpleLazyObject(Panel.current),
        "navigation": navigation.for_request(request) if hasattr(request, "user") else [],
        "demo": settings.DEMO,
    }
