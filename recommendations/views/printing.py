"""One recommendation, to be printed and sent."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from pcp_scrutiny import pdf
from pcp_scrutiny.access import gate

from .. import permissions
from ..loop import printing
from ..models import Recommendation


@gate(permissions.can_view_recommendation, of=Recommendation)
def print_recommendation(request: HttpRequest, recommendation: Recommendation) -> HttpResponse:
    """One recommendation with all that happened to it, as a tagged PDF."""
    try:
        content = printing.as_pdf(recommendation, on=timezone.localdate())
    except pdf.Unavailable as refusal:
        messages.error(request, str(refusal))
        return redirect(recommendation)
    name = printing.file_name(recommendation)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
