"""What changed between two versions, to be printed and sent."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from pcp_scrutiny import pdf
from pcp_scrutiny.access import gate

from ..compared import printing
from ..models import Comparison, PlanVersion
from ..permissions import can_compare_version


@gate(can_compare_version, of=PlanVersion)
def compare_pdf(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The comparison as a tagged PDF: the changes only, unless ``?whole`` is asked for."""
    comparison = get_object_or_404(
        Comparison.objects.visible_to(request.user), later=version, earlier=version.revises_id
    )
    whole = "whole" in request.GET
    try:
        content = printing.as_pdf(comparison, whole=whole)
    except pdf.Unavailable as refusal:
        messages.error(request, str(refusal))
        return redirect(comparison)
    name = printing.file_name(comparison, whole=whole)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
