"""The minutes: reading them and taking them."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny import pdf
from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved
from pcp_scrutiny.panel.models import Panel

from .. import actions, packs, related
from .. import minutes as reading
from ..forms import CompletionForm, EntryForm
from ..models import Action, AgendaItem, Meeting, MinuteEntry, Paper
from ..permissions import (
    can_complete_action,
    can_edit_entry,
    can_minute_item,
    can_view_meeting,
)
from .answers import attempt, confirm


@gate(can_view_meeting, of=Meeting)
def minutes(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The minutes as people read them."""
    read = reading.read(meeting, is_public=False, office=Panel.current().office_title)
    items = [minuted.item for minuted in read.items]
    context = {
        "meeting": meeting,
        "minutes": read,
        "links": related.links(request.user, read.entries),
        "item_links": related.item_links(request.user, items),
        "is_to_come": meeting.starts_at > timezone.now(),
        "with_exempt_papers": _with_exempt_papers(meeting),
    }
    return render(request, "meetings/minutes.html", context)


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


@gate(can_minute_item, of=AgendaItem)
def add_entry(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Minute something under an item."""
    new = MinuteEntry(item=item, position=0, kind=request.GET.get("kind", "discussion"))
    form = EntryForm(request.POST or None, instance=new)
    if request.method == "POST" and saved(
        form,
        lambda: actions.add_entry(new, by=request.user, vote=form.vote, task=form.task),
    ):
        messages.success(request, f"Minuted under item {item.number}.")
        if request.POST.get("then") == "another":
            another = reverse("meetings:add_entry", args=[item.pk])
            return redirect(f"{another}?{urlencode({'kind': new.kind})}")
        return redirect(new)
    return _entry_page(request, form, title=f"Minute something under item {item.number}")


@gate(can_edit_entry, of=MinuteEntry)
def edit_entry(request: HttpRequest, entry: MinuteEntry) -> HttpResponse:
    """Change a minute."""
    form = EntryForm(request.POST or None, instance=entry)
    if request.method == "POST" and saved(
        form,
        lambda: actions.change_entry(
            entry, by=request.user, seen=form.stamp, vote=form.vote, task=form.task
        ),
    ):
        messages.success(request, "The minute has been changed.")
        return redirect(entry)
    return _entry_page(request, form, title="Change a minute")


def _entry_page(request: HttpRequest, form: EntryForm, *, title: str) -> HttpResponse:
    item = form.instance.item
    context = {"title": title, "form": form, "item": item, "entry": form.instance}
    context["has_exempt_paper"] = item.pk in _with_exempt_papers(item.meeting)
    return render(request, "meetings/entry_form.html", context)


def _with_exempt_papers(meeting: Meeting) -> set[int]:
    """The open items that have an exempt paper: what is minuted there is public."""
    withheld = Paper.objects.filter(item__meeting=meeting).withheld()
    return {item_pk for item_pk, _ in withheld}


@gate(can_edit_entry, of=MinuteEntry)
def delete_entry(request: HttpRequest, entry: MinuteEntry) -> HttpResponse:
    """Take a minute away."""
    if request.method == "POST":
        item = entry.item
        attempt(
            request,
            lambda: actions.remove_entry(entry, by=request.user),
            done="The minute has been removed.",
        )
        return redirect(f"{reverse('meetings:minutes', args=[item.meeting_id])}#{item.anchor}")
    return confirm(
        request, title="Remove this minute", quoted=entry.text, cancel_url=entry.get_absolute_url()
    )


@gate(can_complete_action, of=Action)
def complete_action(request: HttpRequest, action: Action) -> HttpResponse:
    """Record what was done about an action or an undertaking, and when."""
    form = CompletionForm(request.POST or None, instance=action, today=timezone.localdate())
    if request.method == "POST" and saved(
        form, lambda: actions.complete_action(action, by=request.user, seen=form.stamp)
    ):
        messages.success(request, "What was done is recorded.")
        return redirect(action.entry)
    context = {
        "title": "Record that it is done",
        "introduction": f"{action.owner}: {action.entry.text}",
        "form": form,
        "cancel_url": action.entry.get_absolute_url(),
    }
    return render(request, "form.html", context)
