"""The form of the panel's membership."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model

from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.editing import RecordForm

from ..models import PanelMember


class MemberForm(RecordForm):
    """A member of the panel."""

    class Meta:
        model = PanelMember
        fields = ["name", "authority", "is_co_opted", "position", "started", "ended", "user"]
        field_classes = {"started": DateField, "ended": DateField}
        labels = {
            "is_co_opted": "A co-opted member",
            "position": "Office on the panel",
            "started": "First day of membership",
            "ended": "Last day of membership",
            "user": "Account that they sign in with",
        }
        help_texts = {
            "authority": "The council that appointed them. Leave it empty for a co-opted member "
            "who is not a councillor",
            "ended": "Leave it empty while they serve",
        }
        widgets = {"position": forms.RadioSelect}
        error_messages = {"user": {"unique": "Another member signs in with this account"}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = get_user_model().objects.filter(is_member=True)
        self.fields["user"].queryset = members.order_by("name")
        self.fields["user"].empty_label = "None"

    def clean(self) -> dict[str, Any]:
        """A councillor comes from a council, and membership ends after it began."""
        given = super().clean()
        if not given.get("authority") and not given.get("is_co_opted"):
            self.add_error("authority", "Enter the council, or say that they are co-opted")
        started, ended = given.get("started"), given.get("ended")
        if started and ended and ended < started:
            self.add_error("ended", "The last day of membership must be on or after the first")
        return given
