"""One's own calendar address, and the feed behind it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import conditional_page, require_POST, require_safe

from pcp_scrutiny.access import gate
from pcp_scrutiny.addresses import absolute
from pcp_scrutiny.panel.models import Panel

from . import actions, events
from . import feed as feeds
from .models import CalendarAddress
from .permissions import can_have_calendar


@never_cache
@gate(can_have_calendar)
def address(request: HttpRequest) -> HttpResponse:
    """What a calendar address is, and a new one when it is asked for. It is shown in the answer to
    that and never again, so there is no redirect after it."""
    made = ""
    if request.method == "POST":
        made = absolute(reverse("calendars:feed", args=[actions.make_address(request.user)]))
    context = {
        "address": CalendarAddress.objects.visible_to(request.user).first(),
        "made": made,
        "subscribe": made.replace("https:", "webcal:").replace("http:", "webcal:"),
    }
    return render(request, "calendars/address.html", context)


@gate(can_have_calendar)
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    """Make one's address lead nowhere."""
    if actions.revoke_address(request.user):
        messages.success(request, "Your calendar address leads nowhere any more.")
    return redirect("calendars:address")


@login_not_required  # calendar programs do not sign in: whoever knows the address may read
@require_safe
@conditional_page
@cache_control(private=True, no_cache=True)
def feed(request: HttpRequest, key: str) -> HttpResponse:  # noqa: ARG001
    """The panel's dates. An address that is unknown, revoked or of someone who has left is not
    found, whichever it is."""
    if actions.address_of(key) is None:
        raise Http404
    found = events.gather(timezone.localdate())
    content = feeds.as_ics(found, name=Panel.current().name)
    headers = {"X-Robots-Tag": "noindex", "Content-Disposition": 'inline; filename="panel.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
