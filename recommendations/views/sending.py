"""Sending recommendations to the scrutinised office: the letter as a draft, and that it went."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved
from plans.models import PlanVersion

from .. import actions, permissions
from ..forms import ChooseAndSendForm
from ..models import Recommendation
from ..papers import printing, sending
from .papers import letter_as_file


@gate(permissions.can_record_recommendation, of=PlanVersion)
def send(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Send what the panel recommended on a version, and record that it went."""
    return _send(request, version)


@gate(permissions.can_record_recommendation)
def send_others(request: HttpRequest) -> HttpResponse:
    """The same for what is not about a plan."""
    return _send(request, None)


def _send(request: HttpRequest, version: PlanVersion | None) -> HttpResponse:
    about = Recommendation.objects.visible_to(request.user).about(version)
    form = ChooseAndSendForm(request.POST or None, unsent=about.unsent())
    drafts: list[sending.Letter] = []
    if {"preview", "pdf"} & set(request.POST):
        drafts = _drafts(form)
        if drafts and "pdf" in request.POST:
            return letter_as_file(request, *drafts, back=request.path)
        if drafts:
            form.see_again()
    elif request.method == "POST" and (number := _recorded(form, by=request.user)):
        messages.success(request, f"Recorded as sent: {number}.")
        return redirect(sending.addresses(about, sent_on=form.cleaned_data["sent_on"])[0].url)
    context = {
        "form": form,
        "version": version,
        "unsent": about.unsent(),
        "drafts": printing.letters(drafts, level=3, on_screen=True),
        "sent": sending.addresses(about),
    }
    return render(request, "recommendations/send.html", context)


def _drafts(form: ChooseAndSendForm) -> list[sending.Letter]:
    """The letters that would go; none where the form must be shown again."""
    if not form.is_valid():
        return []
    given = form.cleaned_data
    return sending.drafts(given["chosen"], sent_on=given["sent_on"], due_on=given["due_on"])


def _recorded(form: ChooseAndSendForm, *, by: Any) -> int | None:
    """How many were recorded as sent; None where the form must be shown again."""
    return saved(
        form,
        lambda: actions.send_chosen(
            list(form.cleaned_data["chosen"]),
            sent_on=form.cleaned_data["sent_on"],
            due_on=form.cleaned_data["due_on"],
            by=by,
            seen=form.was_seen,
        ),
    )
