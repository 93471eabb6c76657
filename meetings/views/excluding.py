"""The public excluded from a meeting, and let in again."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions
from ..actions.withholding import OPENS
from ..forms import ExcludeForm, ExclusionForm, ReadmitForm
from ..minuting import privacy
from ..models import AgendaItem, Exclusion, MinuteEntry
from ..permissions import can_edit_entry, can_minute_item


@gate(can_minute_item, of=AgendaItem)
def exclude(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Minute the resolution that excludes the public. Its words are offered first."""
    form = ExcludeForm(request.POST or None, initial=_likely(item))
    is_offered = request.method == "POST" and form.is_valid() and not form.cleaned_data["text"]
    if is_offered:
        given = form.cleaned_data
        words = privacy.resolution(given["paragraph"], business=given["business"])
        form = ExcludeForm(initial={**given, "text": words})
    elif request.method == "POST" and (
        entry := saved(form, lambda: actions.minute_exclusion(item, **_said(form), by=request.user))
    ):
        messages.success(request, "What is minuted from here on is kept from the public.")
        return redirect(entry)
    context = {"form": form, "item": item, "is_offered": is_offered}
    return render(request, "meetings/exclude.html", context)


def _likely(item: AgendaItem) -> dict[str, Any]:
    """From what the public most likely is excluded: the next item that is exempt."""
    following = item.meeting.items.filter(position__gte=item.position, restricted_under__gt=0)
    exempt = following.order_by("position").first()
    return {
        "business": exempt.title if exempt else item.title,
        "paragraph": exempt.restricted_under if exempt else None,
    }


def _said(form: ExcludeForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("text", "paragraph")}


@gate(can_minute_item, of=AgendaItem)
def readmit(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Minute that the public was let in again."""
    form = ReadmitForm(request.POST or None)

    def act() -> MinuteEntry | None:
        given = {"because": "", **form.cleaned_data}
        try:
            return actions.minute_readmission(item, **given, by=request.user)
        except ValidationError as refusal:
            if getattr(refusal, "code", None) != OPENS:
                raise
            form.ask_why(refusal.messages)
            return None

    if request.method == "POST" and (entry := saved(form, act)):
        messages.success(request, "What is minuted from here on is public.")
        return redirect(entry)
    context = {
        "title": f"Let the public in again at item {item.number}",
        "form": form,
        "cancel_url": item.get_absolute_url(),
    }
    return render(request, "form.html", context)


@gate(can_edit_entry, of=MinuteEntry)
def exclusion(request: HttpRequest, entry: MinuteEntry) -> HttpResponse:
    """Put an exclusion of the public right, or take it back."""
    there = get_object_or_404(Exclusion.objects.select_related("entry__item__meeting"), entry=entry)
    form = ExclusionForm(request.POST or None, instance=there)
    act = _take_back if request.POST.get("then") == "take back" else _put_right
    if request.method == "POST" and saved(form, lambda: _saying_why(form, act, request.user)):
        messages.success(request, "The exclusion of the public has been changed.")
        return redirect(entry)
    context = {"form": form, "entry": entry, "item": entry.item}
    return render(request, "meetings/exclusion.html", context)


def _put_right(form: ExclusionForm, by: Any) -> bool:
    there, given = form.instance, form.cleaned_data
    actions.change_exclusion(
        there,
        paragraph=given["paragraph"],
        until=given["until"],
        because=given["because"],
        seen=form.stamp,
        by=by,
    )
    return True


def _take_back(form: ExclusionForm, by: Any) -> bool:
    actions.stop_excluding(form.instance.entry, because=form.cleaned_data["because"], by=by)
    return True


def _saying_why(form: ExclusionForm, act: Callable[[ExclusionForm, Any], bool], by: Any) -> bool:
    """Do it; where it opens something and it is not said why, ask there."""
    try:
        return act(form, by)
    except ValidationError as refusal:
        if getattr(refusal, "code", None) != OPENS:
            raise
        form.add_error("because", refusal.messages)
        return False
