"""The papers from the record, on the screen and as PDFs. ``?public`` gives what the public gets."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString

from meetings.models import Meeting
from pcp_scrutiny import pdf
from pcp_scrutiny.access import gate
from pcp_scrutiny.panel.models import Panel
from plans.models import PlanVersion

from .. import permissions
from ..models import Recommendation
from ..papers import points, printing, sending, statute, tracker


def revised_version(user: Any, pk: int) -> PlanVersion:
    """A locked version that revises another, among those someone may know of."""
    found = PlanVersion.objects.visible_to(user).locked().filter(comparison__isnull=False)
    return get_object_or_404(found.select_related("comparison"), pk=pk)


@gate(permissions.can_view_recommendation, of=revised_version)
def analysis(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The officers' analysis of a version."""
    found = points.analysed(version, is_public=False)
    context = {
        "version": version,
        "title": _analysis_title(version),
        "content": printing.analysis(found, on_screen=True),
    }
    return render(request, "recommendations/analysis.html", context)


@gate(permissions.can_view_recommendation, of=revised_version)
def analysis_pdf(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The same, printed."""
    found = points.analysed(version, is_public="public" in request.GET)
    back = reverse("recommendations:analysis", args=[version.pk])
    return _pdf(
        request, _for_whom(request, _analysis_title(version)), printing.analysis(found), back=back
    )


def _for_whom(request: HttpRequest, title: str) -> str:
    """Two files of one paper must not be taken for each other."""
    return f"{title} (public)" if "public" in request.GET else title


def _analysis_title(version: PlanVersion) -> str:
    return f"{version.plan}, {points.called(version)}: what became of the panel’s points"


@gate(permissions.can_view_recommendation, of=Meeting)
def tracked(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The tracker for a meeting."""
    found = tracker.read(meeting, is_public=False)
    content = printing.tracked(found, on_screen=True)
    return render(request, "recommendations/tracker.html", {"meeting": meeting, "content": content})


@gate(permissions.can_view_recommendation, of=Meeting)
def tracker_pdf(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The same, printed across the page."""
    found = tracker.read(meeting, is_public="public" in request.GET)
    title = _for_whom(request, f"Recommendation tracker: {meeting}")
    back = reverse("recommendations:tracker", args=[meeting.pk])
    return _pdf(request, title, printing.tracked(found), back=back, is_wide=True)


def letters_about(user: Any, pk: int) -> list[sending.Letter]:
    """Every letter that sent what the panel recommended on a version, else the draft."""
    version = get_object_or_404(PlanVersion.objects.visible_to(user), pk=pk)
    return _there(*sending.of_version(version, is_public=False, by=date.max))


def letter_about_on(user: Any, pk: int, day: str) -> list[sending.Letter]:
    """The letter about a version that was sent on a day."""
    version = get_object_or_404(PlanVersion.objects.visible_to(user), pk=pk)
    found = Recommendation.objects.visible_to(user).about(version)
    return _there(sending.as_sent(found, sent_on=_day(day)))


def letter_by_route(user: Any, route: str, day: str) -> list[sending.Letter]:
    """The letter on matters not about a plan that was sent on a day, by its route."""
    if route not in statute.BY_KEY:
        raise Http404
    found = Recommendation.objects.visible_to(user).about(None).filter(route=statute.BY_KEY[route])
    return _there(sending.as_sent(found, sent_on=_day(day)))


def _there(*letters: sending.Letter | None) -> list[sending.Letter]:
    found = [letter for letter in letters if letter]
    if not found:
        raise Http404("No such letter was sent.")
    return found


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as wrong:
        raise Http404 from wrong


def _letters(request: HttpRequest, letters: list[sending.Letter]) -> HttpResponse:
    """Letters on the screen; printed where the address ends in ``?pdf``."""
    if "pdf" in request.GET:
        return letter_as_file(request, *letters, back=request.path)
    contents = printing.letters(letters, on_screen=True)
    context = {"letters": letters, "contents": contents, "title": _letter_title()}
    return render(request, "recommendations/letter_sent.html", context)


def letter_as_file(request: HttpRequest, *letters: sending.Letter, back: str) -> HttpResponse:
    """Letters in one PDF, each on a page of its own."""
    return _pdf(request, _letter_title(), *printing.letters(letters), back=back)


def _letter_title() -> str:
    return f"Letter to the {Panel.current().office_title}"


@gate(permissions.can_view_recommendation, of=letters_about)
def sent(request: HttpRequest, letters: list[sending.Letter]) -> HttpResponse:
    """The letters about a version."""
    return _letters(request, letters)


@gate(permissions.can_view_recommendation, of=letter_about_on)
def sent_on(request: HttpRequest, letters: list[sending.Letter]) -> HttpResponse:
    """The letter about a version that was sent on a day."""
    return _letters(request, letters)


@gate(permissions.can_view_recommendation, of=letter_by_route)
def sent_by_route(request: HttpRequest, letters: list[sending.Letter]) -> HttpResponse:
    """A letter on matters not about a plan."""
    return _letters(request, letters)


def _pdf(
    request: HttpRequest, title: str, *contents: SafeString, back: str, is_wide: bool = False
) -> HttpResponse:
    """Fragments as a file, or back to the page that says why there is none."""
    try:
        content = printing.as_pdf(title, contents, is_wide=is_wide)
    except pdf.Unavailable as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
    headers = {"Content-Disposition": f'attachment; filename="{printing.file_name(title)}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
