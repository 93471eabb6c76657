"""The report of a review, on the screen and as a PDF, and the documents it rests on.

``?public`` gives what the public gets.
"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pcp_scrutiny import pdf
from pcp_scrutiny.access import gate
from pcp_scrutiny.documents.responses import as_received

from ... import permissions
from ...models import Evidence, ScrutinyReview
from ...papers.printing import file_name
from ...reviews import printing, reading


@gate(permissions.can_view_review, of=ScrutinyReview)
def report(request: HttpRequest, review: ScrutinyReview) -> HttpResponse:
    """The report as it now stands."""
    found = reading.read(review, is_public="public" in request.GET)
    content = printing.report(found, on_screen=True)
    context = {"review": review, "report": found, "content": content}
    return render(request, "recommendations/reviews/report.html", context)


@gate(permissions.can_view_review, of=ScrutinyReview)
def report_pdf(request: HttpRequest, review: ScrutinyReview) -> HttpResponse:
    """The same, printed."""
    found = reading.read(review, is_public="public" in request.GET)
    try:
        content = printing.report_as_pdf(found)
    except pdf.Unavailable as refusal:
        messages.error(request, str(refusal))
        return redirect("reviews:report", review.pk)
    name = file_name(printing.titled(found))
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@gate(permissions.can_view_review, of=Evidence)
def source(request: HttpRequest, evidence: Evidence) -> HttpResponse:  # noqa: ARG001
    """The document, byte for byte as received."""
    if evidence.file is None:
        raise Http404
    return as_received(evidence.file)
