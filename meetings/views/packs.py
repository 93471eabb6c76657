"""Agenda packs: asking for one, watching it being made, reading and downloading it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from pcp_scrutiny import pdf
from pcp_scrutiny.access import gate

from .. import actions, kept_files, pack_pages, packs
from ..forms.packs import AskingForm
from ..models import Meeting, Pack
from ..permissions import (
    can_cancel_pack,
    can_download_pack,
    can_make_pack,
    can_view_meeting,
    can_view_pack,
)
from .answers import attempt


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
    """Have packs made; two people who press at once are shown the same ones."""
    form = AskingForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest(form.faults)
    try:
        with transaction.atomic():
            made = [
                actions.ask_for_pack(
                    meeting,
                    audience=audience,
                    supplement=form.cleaned_data["supplement"],
                    without=form.cleaned_data["without"],
                    by=request.user,
                )
                for audience in form.audiences
            ]
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(meeting)
    return redirect(made[0])


@gate(can_cancel_pack, of=Pack)
@require_POST
def cancel_pack(request: HttpRequest, pack: Pack) -> HttpResponse:
    """Stop it being made."""
    attempt(request, lambda: actions.cancel_pack(pack, by=request.user))
    return redirect(pack)


@gate(can_view_pack, of=Pack)
def pack(request: HttpRequest, pack: Pack) -> HttpResponse:
    """How far the pack is, and what became of it. A script asks for this page until it is made."""
    return render(request, "meetings/pack.html", pack_pages.of_pack(pack, user=request.user))


@gate(can_download_pack, of=Pack)
def pack_file(request: HttpRequest, pack: Pack) -> HttpResponse:
    """The file itself, unless it may print what is not for the public any more."""
    if not pack_pages.is_handed_out(pack):
        return _refuse(request, pack)
    try:
        file = kept_files.open_file(pack)
    except kept_files.NotAsMade as fault:
        return _refuse(request, pack, fault)
    return FileResponse(file, as_attachment=True, filename=pack_pages.file_name(pack))


@gate(can_download_pack, of=Pack)
def read_pack(request: HttpRequest, pack: Pack) -> HttpResponse:
    """The same as a web page, for phones and for those who have it read out."""
    if not pack_pages.is_handed_out(pack):
        return _refuse(request, pack)
    try:
        context = pack_pages.reading(pack)
    except kept_files.NotAsMade as fault:
        return _refuse(request, pack, fault)
    return render(request, "meetings/pack_read.html", context)


def _refuse(request: HttpRequest, pack: Pack, fault: ValidationError | None = None) -> HttpResponse:
    """The page of the pack, which says why it is not handed out; ``fault`` is of its files."""
    context = pack_pages.of_pack(pack, user=request.user)
    context["fault"] = " ".join(fault.messages) if fault else ""
    return render(request, "meetings/pack.html", context, status=409)
