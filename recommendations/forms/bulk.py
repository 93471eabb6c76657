"""What is asked before something is done to several recommendations at once."""

from typing import Any

from django import forms

from pcp_scrutiny import history
from pcp_scrutiny.components.forms import DateField

from ..models import Recommendation
from ..register import choosing
from .recording import SendForm


class Confirmation(forms.Form):
    """A form that remembers the state of each record on its page, as "12:345,13:346"."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, stamps: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stamps = stamps
        self.initial["seen"] = _joined(stamps)

    @property
    def was_seen(self) -> dict[int, str]:
        """The stamps that the page was made with, by primary key."""
        pairs = (pair.partition(":") for pair in self.data.get("seen", "").split(","))
        return {int(pk): stamp for pk, _, stamp in pairs if pk.isascii() and pk.isdecimal()}

    def see_again(self) -> None:
        """Take the records to be seen as they now are: the page shows them anew."""
        self.data = self.data.copy()
        self.data["seen"] = _joined(self.stamps)

    def show_both(self, stale: history.Stale) -> None:
        """The records stand above the form, so what changed there is said in a sentence."""
        self.see_again()
        about = getattr(stale.theirs, "recommendation", stale.theirs)
        self.add_error(
            None,
            f"Nothing has been recorded. {stale.who or 'Someone else'} changed {about} after you "
            "opened this page. It is shown below as it now is: look again, then confirm.",
        )


def _joined(stamps: dict[int, str]) -> str:
    return ",".join(f"{pk}:{stamp}" for pk, stamp in stamps.items())


class SendChosenForm(Confirmation, SendForm):
    """When they were sent, and by when a response is wanted."""


class ReviseChosenForm(Confirmation):
    """The day the panel agreed to wait until, and why."""

    due_on = DateField(
        label="When is the response now due by?",
        error_messages={"required": "Enter the day the response is now due by"},
    )
    decided_on = DateField(
        label="When did the panel agree it?",
        error_messages={"required": "Enter the day the panel agreed it"},
    )
    reason = forms.CharField(
        label="Why was the date revised?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter why the date was revised"},
    )


class ConfirmChosenForm(Confirmation):
    """Nothing is asked but to confirm."""


def _length(name: str) -> int:
    return Recommendation._meta.get_field(name).max_length


class ThemeForm(Confirmation):
    """The theme to put them under."""

    theme = forms.CharField(
        required=False,
        max_length=_length("theme"),
        label="Theme",
        help_text="Leave it empty to take the theme away",
    )


class OwnerForm(Confirmation):
    """Who is to act on them."""

    owner = forms.CharField(
        required=False,
        max_length=_length("owner"),
        label="Who is to act",
        help_text="Leave it empty for the office that the panel scrutinises",
    )


FORMS: dict[str, type[Confirmation]] = {
    choosing.SEND: SendChosenForm,
    choosing.REVISE: ReviseChosenForm,
    choosing.CONFIRM: ConfirmChosenForm,
    choosing.THEME: ThemeForm,
    choosing.OWNER: OwnerForm,
}
