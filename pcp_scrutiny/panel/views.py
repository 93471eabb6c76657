"""The panel's settings."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pcp_scrutiny import history
from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import RecordForm, saved

from .models import Panel
from .permissions import can_change_panel

MOST = 20
"""A panel has at most twenty members (Police Reform and Social Responsibility Act 2011 Sch 6)."""


class PanelForm(RecordForm):
    """The panel's names and periods."""

    class Meta:
        model = Panel
        exclude = ["id"]
        widgets = {
            **{
                name: forms.NumberInput(attrs={"width": 3})
                for name in (
                    "notice_days",
                    "quorum_one_in",
                    "quorum_least",
                    "minutes_kept_years",
                    "background_papers_kept_years",
                )
            },
            "minute_numbers": forms.RadioSelect,
        }
        labels = {
            "name": "Name of the panel",
            "office_title": "Office it scrutinises",
            "office_short": "Office, in short",
            "notice_days": "Notice of a meeting, in clear days",
            "minute_numbers": "How are minutes numbered?",
            "quorum_one_in": "Quorum: one member in how many",
            "quorum_least": "Quorum: members at least",
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
            "minute_numbers": "Minutes whose draft is finished keep the numbers they have",
            "quorum_one_in": "As the panel’s rules of procedure say. For example, 4 for one "
            "quarter of the members, rounded up",
            "quorum_least": "However few members the panel has. For example, 3",
            "notice_days": "Five in England, three in Wales, or more if the panel so decides",
        }

    def clean_quorum_one_in(self) -> int:
        """All of the members, or a part of them that makes sense."""
        share = self.cleaned_data["quorum_one_in"]
        if not 1 <= share <= MOST:
            raise ValidationError(
                f"The quorum must be one member in 1 to {MOST}: 1 for all of them"
            )
        return share

    def clean_quorum_least(self) -> int:
        """A meeting needs somebody, and no more than a panel has."""
        least = self.cleaned_data["quorum_least"]
        if not 1 <= least <= MOST:
            raise ValidationError(f"The least number of members must be 1 to {MOST}")
        return least


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
