"""Agenda packs: asking for one, watching it being made, downloading it."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from pcp_scrutiny import pdf
from pcp_scrutiny.access import gate

from .. import actions, packs
from ..models import Meeting, Pack
from ..permissions import can_download_pack, can_make_pack, can_view_meeting, can_view_pack


@gate(can_view_meeting, of=Meeting)
def agenda_pdf(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """The agenda by itself as a tagged PDF: as the public may read it, unless ``?full``."""
    is_public = "full" not in request.GET
    try:
        content = packs.make_agenda(meeting, is_public=is_public)
    except pdf.Unavailable as refusal:
        messages.error(request, str(refusal))
        return redirect(meeting)
    name = packs.file_name(meeting, "public-agenda" if is_public else "agenda")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


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
    """How far the pack is; its file once it is made. A script asks for this page until then."""
    return _page(request, pack)


@gate(can_download_pack, of=Pack)
def pack_file(request: HttpRequest, pack: Pack) -> HttpResponse:
    """The file itself; not of a public pack that may print what has become exempt since."""
    if pack.audience == Pack.Audience.PUBLIC and packs.is_out_of_date(pack):
        return _page(request, pack, status=409)
    name = packs.file_name(pack.meeting, f"{pack.audience}-pack")
    return FileResponse(pack.content.open("rb"), as_attachment=True, filename=name)


def _page(request: HttpRequest, pack: Pack, *, status: int = 200) -> HttpResponse:
    context = {
        "pack": pack,
        "meeting": pack.meeting,
        "is_in_the_making": pack.state in (Pack.State.WAITING, Pack.State.MAKING),
        "is_out_of_date": packs.is_out_of_date(pack),
    }
    return render(request, "meetings/pack.html", context, status=status)
