"""Addresses on the page of corrections, that show what the officer had narrowed it down to."""

from django.http import HttpRequest
from django.urls import reverse

from ..listing import kept
from ..models import Paragraph, PlanVersion


def list_url(request: HttpRequest, version: PlanVersion) -> str:
    """The list as it was."""
    return f"{reverse('plans:correct', args=[version.pk])}{kept(request.GET)}"


def place(request: HttpRequest, paragraph: Paragraph, control: str = "p") -> str:
    """A paragraph's row in the list, or one of its controls, which takes the focus."""
    address = reverse("plans:correct", args=[paragraph.version_id])
    return f"{address}{kept(request.GET, at=paragraph.pk)}#{control}{paragraph.pk}"


def next_to_check(request: HttpRequest, paragraph: Paragraph) -> str:
    """Where to check the next paragraph after one, beginning again at the end; empty if none."""
    unsure = paragraph.version.paragraphs.unsure().exclude(pk=paragraph.pk)
    following = unsure.after(paragraph) or unsure.order_by("position", "pk").first()
    return place(request, following, "check-") if following else ""
