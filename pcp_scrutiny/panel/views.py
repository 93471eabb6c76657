"""The panel's settings."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pcp_scrutiny import history
from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import RecordForm, saved

from .models import Panel
from .permissions import can_change_panel


class PanelForm(RecordForm):
    """The panel's names and periods."""

    class Meta:
        model = Panel
        exclude = ["id"]
        widgets = {
            name: forms.NumberInput(attrs={"width": 3})
            for name in ("notice_days", "minutes_kept_years", "background_papers_kept_years")
        }
        labels = {
            "name": "Name of the panel",
            "office_title": "Office it scrutinises",
            "office_short": "Office, in short",
            "notice_days": "Notice of a meeting, in clear days",
            "minutes_kept_years": "Years that agendas, minutes and reports stay open",
            "background_papers_kept_years": "Years that background papers stay open",
            "contact_name": "Whom to contact",
            "contact_email": "Their e-mail address",
            "contact_telephone": "Their telephone number",
        }
        help_texts = {
            "host_authority": "The council that supports the panel",
            "office_title": "For example, Police and Crime Commissioner",
            "office_short": "For example, PCC",
            "notice_days": "Five in England, three in Wales, or more if the panel so decides",
        }


@gate(can_change_panel)
def settings(request: HttpRequest) -> HttpResponse:
    """Set the panel's names and periods."""
    panel = Panel.current()
    form = PanelForm(request.POST or None, instance=panel)

    def save() -> Any:
        seen = None if panel._state.adding else form.stamp
        return history.save(panel, by=request.user, why="Panel settings changed", seen=seen)

    if request.method == "POST" and saved(form, save):
        messages.success(request, "The panel's settings have been saved.")
        return redirect("panel:settings")
    context = {"title": "Panel settings", "form": form, "cancel_url": reverse("home")}
    return render(request, "form.html", context)
