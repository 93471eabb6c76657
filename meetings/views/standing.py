"""Standing items: chosen one by one or all at once, or copied from the last agenda."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions
from ..agenda import standing
from ..forms import StandingForm
from ..models import AgendaItem, Meeting
from ..permissions import can_edit_meeting
from .answers import attempt


@gate(can_edit_meeting, of=Meeting)
def standing_items(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Choose which of the standing items that are not on the agenda come onto it."""
    there = set(meeting.items.values_list("standing", flat=True))
    missing = [kind for kind in standing.ORDER if kind not in there]
    form = StandingForm(request.POST or None, missing=missing)
    if request.method == "POST" and (
        added := saved(
            form,
            lambda: actions.add_standing_items(
                meeting, form.cleaned_data["kinds"], by=request.user
            ),
        )
    ):
        messages.success(request, f"{_counted(len(added))} added to the agenda.")
        return redirect(f"{meeting.get_absolute_url()}#agenda")
    earlier = Meeting.objects.visible_to(request.user).last_with_standing_items(meeting)
    last = [] if earlier is None else list(earlier.items.exclude(standing=""))
    context = {
        "meeting": meeting,
        "form": form,
        "missing": missing,
        "wrongly_dated": actions.wrongly_dated(meeting),
        "earlier": earlier,
        "last": [
            actions.copy_of(item, meeting)
            for item in last
            if item.standing in missing and not item.restricted_under
        ],
    }
    return render(request, "meetings/standing.html", context)


@gate(can_edit_meeting, of=Meeting)
@require_POST
def copy_standing_items(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Copy the standing items of the last agenda that has any."""
    earlier = Meeting.objects.visible_to(request.user).last_with_standing_items(meeting)
    done: list[actions.Copied] = []
    if earlier is None:
        messages.error(request, "No earlier agenda has standing items.")
    elif attempt(
        request,
        lambda: done.append(actions.copy_standing_items(meeting, earlier, by=request.user)),
    ):
        _say(request, done[0])
    return redirect(f"{meeting.get_absolute_url()}#agenda")


def _say(request: HttpRequest, copied: actions.Copied) -> None:
    if copied.items:
        said = f"{_counted(len(copied.items))} copied from the last agenda."
        if any(_is_dated(item) for item in copied.items):
            said += " Check their words: there are dates in them."
        messages.success(request, said)
    elif not copied.exempt:
        messages.info(request, "The agenda has all the standing items of the last one already.")
    if copied.exempt:
        names = ", ".join(copied.exempt)
        messages.warning(request, f"Not copied, because it was exempt on the last agenda: {names}.")


def _is_dated(item: AgendaItem) -> bool:
    """Whether there is a date in it that may be last time's: that of the minutes is made anew."""
    words = item.purpose if item.standing == AgendaItem.Standing.MINUTES else str(item)
    return standing.names_a_year(f"{words} {item.purpose}")


@gate(can_edit_meeting, of=Meeting)
@require_POST
def date_minutes(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Put right which meeting's minutes an agenda has for approval."""
    attempt(
        request,
        lambda: actions.date_minutes_anew(meeting, by=request.user),
        done="The item for the minutes names the meeting before this one.",
    )
    return redirect(f"{meeting.get_absolute_url()}#agenda")


def _counted(number: int) -> str:
    return f"{number} standing item{' has' if number == 1 else 's have'} been"
