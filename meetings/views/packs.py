"""Agenda packs: asking for one, watching it being made, downloading it."""

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from pcp_scrutiny.access import gate

from .. import actions, packs
from ..models import Meeting, Pack
from ..permissions import can_download_pack, can_make_pack, can_view_pack

REFRESH_SECONDS = 4


@gate(can_make_pack, of=Meeting)
@require_POST
def make_pack(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Have a pack made; two people who press at once are shown the same one."""
    audience = request.POST.get("audience", "")
    if audience not in Pack.Audience.values:
        return HttpResponseBadRequest("Say for whom the pack is: public or full.")
    return redirect(actions.ask_for_pack(meeting, audience=audience, by=request.user))


@gate(can_view_pack, of=Pack)
def pack(request: HttpRequest, pack: Pack) -> HttpResponse:
    """How far the pack is; its file once it is made. The page renews itself until then."""
    is_in_the_making = pack.state in (Pack.State.WAITING, Pack.State.MAKING)
    context = {"pack": pack, "meeting": pack.meeting, "is_in_the_making": is_in_the_making}
    response = render(request, "meetings/pack.html", context)
    if is_in_the_making:
        response.headers["Refresh"] = str(REFRESH_SECONDS)
    return response


@gate(can_download_pack, of=Pack)
def pack_file(request: HttpRequest, pack: Pack) -> HttpResponse:  # noqa: ARG001
    """The file itself."""
    name = packs.file_name(pack.meeting, f"{pack.audience}-pack")
    return FileResponse(pack.content.open("rb"), as_attachment=True, filename=name)
