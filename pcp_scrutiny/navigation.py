"""The sections of the site. Each app adds its own when it is ready."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse


@dataclass(frozen=True)
class Section:
    """A section: its words, the name of its first page, who may enter, and its place in line."""

    text: str
    url_name: str
    can: Callable[[Any], bool]
    place: int


sections: list[Section] = []


def add(text: str, url_name: str, *, can: Callable[[Any], bool], place: int) -> None:
    """Add a section to the navigation; ``place`` orders it, lowest first."""
    sections.append(Section(text, url_name, can, place))
    sections.sort(key=lambda section: section.place)


def for_request(request: HttpRequest) -> list[dict[str, Any]]:
    """The sections this person may enter, with the one they are in marked."""
    entries = []
    for section in sections:
        if request.user.is_authenticated and section.can(request.user):
            href = reverse(section.url_name)
            current = request.path.startswith(href)
            entries.append({"text": section.text, "href": href, "current": current})
    return entries
