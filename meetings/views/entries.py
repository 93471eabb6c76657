"""Single minutes: adding, changing and removing them, a page each, without any script."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions
from ..actions import voting
from ..forms import EntryForm
from ..models import AgendaItem, MinuteEntry, Paper, Vote
from ..permissions import can_edit_entry, can_minute_item
from .answers import attempt, confirm


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
        _say_doubts(request, new)
        if request.POST.get("then") == "another":
            another = reverse("meetings:add_entry", args=[item.pk])
            return redirect(f"{another}?{urlencode({'kind': new.kind})}")
        return redirect(new)
    return _page(request, form, title=f"Minute something under item {item.number}")


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
        _say_doubts(request, entry)
        return redirect(entry)
    return _page(request, form, title="Change a minute")


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


def _page(request: HttpRequest, form: EntryForm, *, title: str) -> HttpResponse:
    item = form.instance.item
    withheld = Paper.objects.filter(item=item).withheld()
    context = {
        "title": title,
        "form": form,
        "item": item,
        "entry": form.instance,
        "has_exempt_paper": withheld.exists(),
    }
    return render(request, "meetings/entry_form.html", context)


def _say_doubts(request: HttpRequest, entry: MinuteEntry) -> None:
    vote = Vote.objects.filter(entry=entry).select_related("entry__item__meeting").first()
    for sentence in voting.doubts_of(vote) if vote else ():
        messages.warning(request, sentence)
