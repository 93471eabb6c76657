"""What the minute-taking screen's script asks for and sends: JSON both ways."""

import json

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_GET, require_POST

from pcp_scrutiny.access import gate

from .. import actions
from ..minuting import live, taking
from ..models import Meeting
from ..permissions import can_edit_meeting


@gate(can_edit_meeting, of=Meeting)
@require_POST
def save(request: HttpRequest, meeting: Meeting) -> JsonResponse:
    """Make what was typed part of the minutes, change by change; say what became of each."""
    try:
        sent = json.loads(request.body)
        changes = taking.read_changes(sent)
    except (ValueError, RecursionError) as wrong:
        message = str(wrong) if isinstance(wrong, taking.Malformed) else "This is not JSON."
        return JsonResponse({"message": message}, status=400)
    if sent.get("user", request.user.pk) != request.user.pk:
        message = "Someone else has signed in here. What you typed is not sent in their name."
        return JsonResponse({"message": message}, status=401)
    results = [_made(change, meeting, request) for change in changes]
    return JsonResponse({"results": results, **_signed_in(request)})


def _signed_in(request: HttpRequest) -> dict[str, object]:
    """Who is answered, and with which token they may send: both change when someone signs in."""
    return {"user": request.user.pk, "csrf": get_token(request)}


def _made(change: taking.Change, meeting: Meeting, request: HttpRequest) -> dict[str, object]:
    try:
        taken = actions.take(change, meeting=meeting, by=request.user)
    except ValidationError as refusal:
        message = " ".join(refusal.messages)
        asks = actions.reason_asked_by(refusal)
        return {"uid": str(change.uid), "status": "refused", "message": message, "asks": asks}
    result = {"uid": str(change.uid), "status": taken.status}
    if taken.entry is not None:
        result["entry"] = live.reread(taken.entry, user=request.user)
    if taken.status in ("conflict", "gone"):
        result["who"] = str(taken.who or "")
    return result


@gate(can_edit_meeting, of=Meeting)
@require_GET
def since(request: HttpRequest, meeting: Meeting) -> JsonResponse:
    """What others minuted since the cursor that the screen has."""
    moment = request.GET.get("cursor", "0")
    found = live.since(
        meeting, int(moment) if moment.isdecimal() and len(moment) < 19 else 0, user=request.user
    )
    answer = {
        "entries": found.entries,
        "removed": found.removed,
        "order": found.order,
        "cursor": found.cursor,
    }
    return JsonResponse(answer | _signed_in(request))
