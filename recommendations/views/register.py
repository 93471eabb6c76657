"""The register: every recommendation with its position, on a page and as files."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from meetings.models import Meeting
from pcp_scrutiny.access import gate
from pcp_scrutiny.components.templatetags.formats import date_gds

from .. import permissions
from ..forms import AsAtForm, as_at_asked
from ..register import choosing, exporting
from ..register.narrowing import Asked, read
from ..register.shown import Shown, shown

PAGE = 50
EVENINGS = 8
"""Meetings whose evening is offered, the latest of them."""
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
VERDICTS_ARE_OF_TODAY = (
    "Verdicts can be chosen for today’s register only, so that part of the address was left out."
)


@gate(permissions.can_view_recommendations)
def register(request: HttpRequest) -> HttpResponse:
    """Every recommendation with its position, narrowed and sorted as the address says."""
    wanted = Wanted(request)
    if wanted.came_from_a_form:
        return redirect(f"{reverse('recommendations:list')}{wanted.asked.query}")
    found = wanted.shown()
    pages = Paginator(found.positions, PAGE)
    page = pages.get_page(number := request.GET.get("page", "1"))
    context = {
        "form": wanted.form,
        "problems": [*wanted.problems, *_about_page(number, page.number)],
        "shown": found,
        "page": page,
        "evenings": evenings(request.user, found.asked),
        "verbs": choosing.VERBS.items(),
        "may_change": found.day is None and permissions.can_change_many(request.user),
    }
    return render(request, "recommendations/register.html", context)


@gate(permissions.can_view_recommendations)
def as_csv(request: HttpRequest) -> HttpResponse:
    """What the register shows, all pages of it, as CSV."""
    wanted = Wanted(request)
    if wanted.form.errors:
        return redirect(_page_of(request))
    found = wanted.shown()
    lines = exporting.as_csv(found.positions, found.columns)
    return StreamingHttpResponse(
        _encoded(lines),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file_name(found)}.csv"'},
    )


@gate(permissions.can_view_recommendations)
def as_excel(request: HttpRequest) -> HttpResponse:
    """What the register shows, all pages of it, as an Excel workbook."""
    wanted = Wanted(request)
    if wanted.form.errors:
        return redirect(_page_of(request))
    found = wanted.shown()
    file = TemporaryFile()  # noqa: SIM115 (the response closes it)
    title = f"As known on {date_gds(found.day)}" if found.day else "Recommendations"
    exporting.write_excel(file, found.positions, found.columns, title=title)
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=f"{file_name(found)}.xlsx", content_type=EXCEL
    )


def file_name(found: Shown) -> str:
    """The name of the register as a file, without its ending; with its day where that is past."""
    return f"recommendations-as-at-{found.day.isoformat()}" if found.day else "recommendations"


class Wanted:
    """What a request asks of the register, with a sentence for each thing that was left out."""

    def __init__(self, request: HttpRequest) -> None:
        query = dict(request.GET.lists())
        asked, self.problems = read(query)
        self.today = timezone.localdate()
        self.form = AsAtForm(as_at_asked(query, asked.as_at), today=self.today)
        day = self.form.cleaned_data["as_at"] if self.form.is_valid() else None
        self.day = None if day == self.today else day
        if self.day and asked.verdict:
            self.problems.append(VERDICTS_ARE_OF_TODAY)
            asked = asked.but(verdict="")
        self.asked = asked.but(as_at=self.day.isoformat() if self.day else "")
        self._is_plain = "as_at_day" not in query and not any("" in sent for sent in query.values())

    @property
    def came_from_a_form(self) -> bool:
        """Whether the address has a form's empty boxes in it: a short one says the same, and is
        fit to be kept. What is wrong is shown where it was sent."""
        return not (self._is_plain or self.problems or self.form.errors)

    def shown(self) -> Shown:
        """The register so."""
        return shown(self.asked, on=self.today, day=self.day)


def evenings(user: Any, asked: Asked) -> list[tuple[str, str]]:
    """The latest meetings, with the register's address on the evening of each."""
    today = timezone.localdate()
    held = Meeting.objects.visible_to(user).past(timezone.now()).order_by("-starts_at", "-pk")
    return [
        (str(meeting), asked.but(as_at=meeting.day.isoformat()).query)
        for meeting in held[: EVENINGS + 1]
        if meeting.day < today
    ][:EVENINGS]


def _about_page(asked_for: str, shown_is: int) -> list[str]:
    if asked_for == str(shown_is):
        return []
    return [f"There is no page “{asked_for[:20]}”. This is page {shown_is}."]


def _page_of(request: HttpRequest) -> str:
    return f"{reverse('recommendations:list')}?{request.GET.urlencode()}"


def _encoded(lines: Iterator[str]) -> Iterator[bytes]:
    return (line.encode() for line in lines)
