"""Reading a version of a plan from beginning to end."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pcp_scrutiny.access import gate

from .. import margin, related
from ..document.happenings import happenings
from ..document.page import document
from ..forms.paragraphs import FindForm
from ..models import PlanVersion
from ..permissions import can_view_plan


@gate(can_view_plan, of=PlanVersion)
def version(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The whole plan, with notes and changes in the margin; ``?find=`` marks words in it."""
    find = " ".join(request.GET.get("find", "").split())
    paragraphs = list(version.paragraphs.order_by("position", "pk"))
    notes = margin.notes(request.user, [version])
    happened = happenings(request.user, version)
    shown = document(paragraphs, notes=notes, happened=happened.of, gone=happened.gone, find=find)
    context = {
        "version": version,
        "document": shown,
        "number": len(paragraphs),
        "noted": [paragraph for paragraph in paragraphs if paragraph.pk in notes],
        "happened": happened,
        "find_form": FindForm(initial={"find": find}),
        "links": related.links(request.user, [version]).get(version.pk, []),
        "later": list(version.revised_by.visible_to(request.user)),
        **_finds(request, find, shown.found),
    }
    return render(request, "plans/version.html", context)


def _finds(request: HttpRequest, find: str, found: int) -> dict[str, Any]:
    """What was looked for, and which of the finds the reader is at; they go round in a ring."""
    asked = request.GET.get("at", "")[:9]  # Python refuses thousands of digits
    at = min(max(int(asked), 1), found) if asked.isdecimal() and found else min(found, 1)
    return {
        "find": find,
        "at": at,
        "next": at % found + 1 if found else 0,
        "previous": (at - 2) % found + 1 if found else 0,
    }
