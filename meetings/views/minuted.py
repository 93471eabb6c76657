"""The minutes as people read them: on the page, as a PDF, as a Word document; what the public is
told of what it may not read, and the number they begin with."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny import fresh, pdf
from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved
from pcp_scrutiny.panel.models import Panel

from .. import actions, minutes, numbering, packs, related, stages
from ..forms.minuted import FirstNumberForm, SummaryForm
from ..models import AgendaItem, Meeting, Paper
from ..people import quorum
from ..permissions import (
    can_arrange_meetings,
    can_edit_meeting,
    can_minute_item,
    can_number_minutes,
    can_view_meeting,
)

SECONDS = 10
"""After how long the page of a meeting in progress looks for what was minuted since."""


def has_begun(meeting: Meeting) -> bool:
    """Whether the meeting has begun, or its hour has come."""
    return not meeting.is_to_come(timezone.now())


@gate(can_view_meeting, of=Meeting)
@fresh.made_once_while_it_stands(by_the_clock=has_begun)
def read_minutes(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The minutes on a page, which follows a meeting in progress."""
    panel, user = Panel.current(), request.user
    read = minutes.read(meeting, is_public=False, office=panel.office_title, panel=panel)
    may_edit = can_edit_meeting(user, meeting)
    context = {
        "meeting": meeting,
        "minutes": read,
        "may_edit": may_edit,
        "may_complete": can_arrange_meetings(user),
        "may_number": can_number_minutes(user, meeting) and _runs_on(meeting, panel),
        "lacking": [minuted for minuted in read.items if minuted.lacks_summary],
        "links": related.links(user, read.entries),
        "item_links": related.item_links(user, [minuted.item for minuted in read.items]),
        "with_exempt_papers": with_exempt_papers(meeting) if may_edit else (),
        "panel": panel,
        "out_since": read.out_since,
        "shortfall": _shortfall(meeting, read, panel) if may_edit else "",
        "is_live": meeting.state == Meeting.State.IN_PROGRESS,
        "seconds": SECONDS,
    }
    return render(request, "meetings/minutes.html", context)


def _shortfall(meeting: Meeting, read: minutes.Minutes, panel: Panel) -> str:
    """That a meeting being minuted was not quorate; one query."""
    if not meeting.is_being_minuted:
        return ""
    items = [minuted.item for minuted in read.items]
    declared = [one for minuted in read.items for one in minuted.declarations]
    people = read.attendances, [*read.declarations, *declared]
    return quorum.shortfall(stages.reckon(meeting, items, *people, panel=panel))


def _runs_on(meeting: Meeting, panel: Panel) -> bool:
    return minutes.style_of(meeting, panel) != numbering.BY_ITEM


def with_exempt_papers(meeting: Meeting) -> set[int]:
    """The open items that have an exempt paper: what is minuted there is public."""
    withheld = Paper.objects.filter(item__meeting=meeting).withheld()
    return {item_pk for item_pk, _ in withheld}


@gate(can_view_meeting, of=Meeting)
def minutes_pdf(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The minutes as a tagged PDF: as the public may read them, unless ``?full`` is asked for."""
    is_public = "full" not in request.GET
    try:
        content = packs.make_minutes(meeting, is_public=is_public)
    except (pdf.Unavailable, packs.CannotMake) as refusal:
        messages.error(request, str(refusal))
        return redirect("meetings:minutes", pk=meeting.pk)
    name = packs.file_name(meeting, "public-minutes" if is_public else "minutes")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@gate(can_view_meeting, of=Meeting)
def minutes_word(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The same as a Word document."""
    is_public = "full" not in request.GET
    panel = Panel.current()
    read = minutes.read(meeting, is_public=is_public, office=panel.office_title, panel=panel)
    name = packs.file_name(meeting, "public-minutes" if is_public else "minutes", ending="docx")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    content = minutes.as_word(read, panel=panel)
    return HttpResponse(content, content_type=minutes.WORD, headers=headers)


@gate(can_minute_item, of=AgendaItem)
def write_summary(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Write what the public is told of what was minuted in private (s.100C(2))."""
    form = SummaryForm(request.POST or None, instance=item)
    if request.method == "POST" and saved(
        form, lambda: actions.summarise_item(item, by=request.user, seen=form.stamp)
    ):
        messages.success(request, "The summary for the public is saved.")
        return redirect(f"{reverse('meetings:minutes', args=[item.meeting_id])}#{item.anchor}")
    context = {
        "title": f"Summary for the public of item {item.number}",
        "introduction": f"{item.title}. The public reads this where the minutes leave out what "
        "was done in private. It has to be a fair and coherent record without disclosing what "
        "is exempt (Local Government Act 1972, section 100C(2)).",
        "form": form,
        "cancel_url": reverse("meetings:minutes", args=[item.meeting_id]),
    }
    return render(request, "form.html", context)


@gate(can_number_minutes, of=Meeting)
def first_number(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Set the number that the minutes begin with, where they run on from meeting to meeting."""
    panel = Panel.current()
    if not _runs_on(meeting, panel):
        return redirect("meetings:minutes", pk=meeting.pk)
    form = FirstNumberForm(request.POST or None, instance=meeting)
    if request.method == "POST" and saved(
        form, lambda: actions.number_minutes(meeting, by=request.user, seen=form.stamp)
    ):
        messages.success(request, "The number of the first minute is saved.")
        return redirect("meetings:minutes", pk=meeting.pk)
    context = {
        "title": "Number of the first minute",
        "introduction": _introduce(meeting, panel),
        "form": form,
        "cancel_url": reverse("meetings:minutes", args=[meeting.pk]),
    }
    return render(request, "form.html", context)


def _introduce(meeting: Meeting, panel: Panel) -> str:
    style = panel.get_minute_numbers_display()
    following = minutes.following_of(meeting, panel=panel)
    return (
        f"The panel numbers its minutes {style[0].lower()}{style[1:]}. After the meetings before "
        f"it in this record this one begins with {following}. Set another number to go on from "
        "minutes that are not in this record."
    )
