"""Whole addresses, for what leaves the site: letters, calendars."""

from django.conf import settings


def absolute(path: str) -> str:
    """``/meetings/3/`` as ``https://panel.example.org/meetings/3/``. The site's own part is the
    setting SITE_ADDRESS: a command has no request to take it from."""
    return f"{settings.SITE_ADDRESS}{path}"
