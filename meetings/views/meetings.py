"""Meetings: the calendar and one meeting, up to its beginning."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved
from pcp_scrutiny.panel.models import Panel

from .. import actions, pack_shelf, readiness, related, stages
from ..agenda import arrangement, publication, since
from ..forms import MeetingForm, PublicationForm
from ..minuting import arising
from ..models import Action, AgendaItem, Meeting, MinuteEntry, Paper
from ..people import quorum
from ..permissions import (
    can_arrange_meetings,
    can_edit_meeting,
    can_make_pack,
    can_publish_agenda,
    can_view_meeting,
)


@gate(can_arrange_meetings)
def add_meeting(request: HttpRequest) -> HttpResponse:
    """Call a meeting."""
    form = MeetingForm(request.POST or None, instance=Meeting(title=Panel.current().name))
    if request.method == "POST" and saved(
        form, lambda: actions.call_meeting(form.instance, by=request.user)
    ):
        messages.success(request, "The meeting is in the calendar. Now build its agenda.")
        return redirect(form.instance)
    context = {"title": "Add a meeting", "form": form, "cancel_url": reverse("meetings:list")}
    return render(request, "form.html", context)


@gate(can_view_meeting, of=Meeting)
def meeting(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """One meeting: its agenda with the papers, what is missing, who was there, its packs."""
    now, today, panel = timezone.now(), timezone.localdate(), Panel.current()
    context = {
        "meeting": meeting,
        "links": related.meeting_links(request.user, [meeting]).get(meeting.pk, ()),
        "panel": panel,
        "shelf": _shelf(request, meeting, panel, now),
        "is_to_come": meeting.is_to_come(now),
        "out_since": stages.out_since(meeting),
        "is_minuted": MinuteEntry.objects.filter(item__meeting=meeting).exists(),
        "arising": _arising(request, meeting, panel),
        # The button that moved an item is where the keyboard stays.
        "moved": request.GET.get("moved", ""),
        "way": request.GET.get("way", ""),
    }
    context |= _agenda(request, meeting, panel, today)
    context |= _people(request, meeting, panel, context["items"])
    return render(request, "meetings/meeting.html", context)


def _shelf(request: HttpRequest, meeting: Meeting, panel: Panel, now: datetime) -> pack_shelf.Shelf:
    """Its packs; what has changed since they were published is for those who make them."""
    may_make = can_make_pack(request.user, meeting)
    return pack_shelf.of_meeting(meeting, panel=panel, now=now, asks_next=may_make)


def _arising(request: HttpRequest, meeting: Meeting, panel: Panel) -> list[arising.Matter]:
    """What arises at it from earlier meetings, until its own minutes are finished."""
    if meeting.minutes_are_finished:
        return []
    return arising.matters(meeting, Action.objects.visible_to(request.user), panel=panel)


def _people(
    request: HttpRequest, meeting: Meeting, panel: Panel, items: Sequence[AgendaItem]
) -> dict[str, Any]:
    """Who was there, what they declared, and how it stood with the quorum."""
    attendances = list(meeting.attendances.as_recorded())
    declarations = list(meeting.declarations.select_related("item"))
    reckoned = stages.reckon(meeting, items, attendances, declarations, panel=panel)
    warns = meeting.is_being_minuted and can_arrange_meetings(request.user)
    return {
        "attendances": attendances,
        "declarations": declarations,
        "quorum": reckoned,
        "shortfall": quorum.shortfall(reckoned) if warns else "",
    }


def _agenda(request: HttpRequest, meeting: Meeting, panel: Panel, today: date) -> dict[str, Any]:
    """The items with their papers, the notice clock, and what is missing."""
    visible = Paper.objects.visible_to(request.user)
    papers = visible.select_related(None).select_related("minutes_of", "file")
    items = list(meeting.items.prefetch_related(Prefetch("papers", queryset=papers)))
    return {
        "items": items,
        "arising_under": arising.place(items),
        "item_links": related.item_links(request.user, items),
        "ways": arrangement.ways(actions.order_of(items)),
        "since": since.publication(meeting, items),
        "readings": publication.readings(items, publication.clock_of(meeting, panel)),
        "notice": readiness.notice_of(meeting, panel=panel, on=today),
        "missing": readiness.missing(meeting, items),
    }


@gate(can_edit_meeting, of=Meeting)
def edit_meeting(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Change when and where it is."""
    form = MeetingForm(request.POST or None, instance=meeting)
    if request.method == "POST" and saved(
        form, lambda: actions.change_meeting(meeting, by=request.user, seen=form.stamp)
    ):
        messages.success(request, "The meeting has been changed.")
        return redirect(meeting)
    context = {
        "title": "Change the meeting",
        "form": form,
        "cancel_url": meeting.get_absolute_url(),
    }
    return render(request, "form.html", context)


@gate(can_publish_agenda, of=Meeting)
def publish_agenda(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Record when the agenda was published, which stops the notice clock."""
    form = PublicationForm(request.POST or None, today=timezone.localdate())

    def publish() -> Meeting:
        return actions.publish_agenda(
            meeting, on=form.cleaned_data["published_on"], by=request.user
        )

    if request.method == "POST" and saved(form, publish):
        messages.success(request, "The agenda is recorded as published.")
        return redirect(meeting)
    context = {
        "title": "Record that the agenda was published",
        "form": form,
        "cancel_url": meeting.get_absolute_url(),
    }
    return render(request, "form.html", context)
