"""A paragraph's story, from the first draft to the last version."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pcp_scrutiny.access import gate

from ..models import Paragraph
from ..permissions import can_view_plan
from ..story.telling import tell


@gate(can_view_plan, of=Paragraph)
def story(request: HttpRequest, paragraph: Paragraph) -> HttpResponse:
    """Every version of it with the words that changed, and who wrote the present ones."""
    told = tell(request.user, paragraph)
    context = {"paragraph": paragraph, "version": paragraph.version, "story": told}
    return render(request, "plans/story.html", context)
