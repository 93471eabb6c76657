"""The calendar of meetings: what is to come and what was, a year, a month."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pcp_scrutiny.access import gate
from pcp_scrutiny.panel.models import Panel

from .. import months
from ..models import Meeting
from ..permissions import can_view_meetings


@gate(can_view_meetings)
def meeting_list(request: HttpRequest) -> HttpResponse:
    """The meetings to come, by year and month, and those of the last year that had any."""
    visible, now = Meeting.objects.visible_to(request.user), timezone.now()
    years = _years(visible)
    past = list(visible.past(now))
    last = timezone.localtime(past[0].starts_at).year if past else None
    context = {
        "upcoming": _by_month(visible.upcoming(now)),
        "past": _by_month(each for each in past if each.day.year == last),
        "last_year": last,
        "years": years,
        "this_month": timezone.localdate(),
    }
    return render(request, "meetings/list.html", context)


def _year_in_the_address(user: Any, *, year: int) -> int:  # noqa: ARG001
    if not months.has_a_page(year):
        raise Http404
    return year


def _month_in_the_address(user: Any, *, year: int, month: int) -> tuple[int, int]:  # noqa: ARG001
    if not months.has_a_page(year, month):
        raise Http404
    return year, month


def _may_view(user: Any, when: Any) -> bool:  # noqa: ARG001
    return can_view_meetings(user)


@gate(_may_view, of=_year_in_the_address)
def year(request: HttpRequest, year: int) -> HttpResponse:
    """The meetings of a year, month by month."""
    visible = Meeting.objects.visible_to(request.user)
    found = visible.between(months.begin(year), months.begin(year + 1))
    years = _years(visible)
    context = {
        "year": year,
        "years": years,
        "before": max((each for each in years if each < year), default=None),
        "after": min((each for each in years if each > year), default=None),
        "months": _by_month(found),
        "first": months.begin(year),
    }
    return render(request, "meetings/year.html", context)


@gate(_may_view, of=_month_in_the_address)
def month(request: HttpRequest, when: tuple[int, int]) -> HttpResponse:
    """A month as a calendar: what is held on each day, and what has to be published by its end."""
    visible = Meeting.objects.visible_to(request.user)
    today = timezone.localdate()
    read = months.read(visible, *when, panel=Panel.current(), today=today)
    return render(request, "meetings/month.html", {"month": read, "today": today})


def _years(visible: Any) -> list[int]:
    return [day.year for day in visible.dates("starts_at", "year", order="DESC")]


def _by_month(meetings: Iterable[Meeting]) -> list[tuple[Any, list[Meeting]]]:
    """The meetings under the first day of their month, in the order in which they come."""
    return [
        (first, list(group))
        for first, group in groupby(meetings, key=lambda each: each.day.replace(day=1))
    ]
