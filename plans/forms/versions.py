"""Forms of the plans app."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.utils.html import format_html

from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.documents import Unreadable, holding
from pcp_scrutiny.documents.forms import PASTED_NAME, SendInForm
from pcp_scrutiny.documents.kinds import check
from pcp_scrutiny.documents.limits import MAX_BYTES
from pcp_scrutiny.editing import RecordForm

from .. import arrivals
from ..models import Plan, PlanVersion

FIRST = "It is the first: it revises no other"
PURPOSE = "plan version"  # of a file that is held

AT_ONCE = 150_000
"""Bytes of a file that is read while the officer waits. A larger one is read in the background."""


class PlanForm(RecordForm):
    """The title of a plan."""

    class Meta:
        model = Plan
        fields = ["title"]
        labels = {"title": "Title of the plan"}
        help_texts = {"title": "As its cover has it, for example Police and Crime Plan 2026–2030"}
        error_messages = {"title": {"unique": "There is a plan with this title already"}}


class VersionForm(SendInForm):
    """A new version: what it is, and its file or its text. When valid, ``arrival`` is what came,
    or ``is_long`` is set and it is still to be read.

    A file that was read well need not be chosen again when something else is wrong: the token in
    ``held`` finds it (see ``holding``).
    """

    kind = forms.ChoiceField(
        label="Kind of version", choices=PlanVersion.Kind.choices, widget=forms.RadioSelect
    )
    dated = DateField(
        label="Date of the version", help_text="The date printed on it, for example 27 3 2026"
    )
    revises = forms.ModelChoiceField(
        PlanVersion.objects.none(),
        label="Version that it revises",
        help_text="The two are compared paragraph by paragraph",
        required=False,
        empty_label=FIRST,
    )
    held = forms.CharField(required=False, widget=forms.HiddenInput)

    mark_optional = False
    field_order = ["kind", "dated", "revises", "upload", "pasted"]
    arrival: arrivals.Arrival | None = None
    is_long = False

    def __init__(self, plan: Plan, by: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        versions = plan.versions.order_by("-dated", "-pk")
        self.fields["revises"].queryset = versions
        latest = versions.first()
        if latest is None:
            del self.fields["revises"]
            self.initial.setdefault("kind", PlanVersion.Kind.DRAFT)
        else:
            self.initial.setdefault("revises", latest.pk)
        if "unnumbered" in self.data:
            self._ask_about_numbers()

    def clean(self) -> dict[str, Any]:
        """Read what came in, by whichever way."""
        cleaned = self.cleaned_data
        if not cleaned.get("upload") and not (cleaned.get("pasted") or "").strip():
            cleaned["upload"] = self._held_upload()
        try:
            super().clean()
            if hasattr(self, "document"):  # it is there when something could be read
                self.arrival = arrivals.read_document(self.data_received, self.name, self.document)
        except Unreadable as refusal:
            self.add_error("pasted" if self.was_pasted else "upload", str(refusal))
        if self.arrival and not self.arrival.has_numbers and not cleaned.get("unnumbered"):
            self._ask_about_numbers()
            self.add_error(
                "unnumbered",
                "No paragraph has a number. Add the version with the numbers in its text, or tick"
                " the box if this plan does not number its paragraphs",
            )
        return cleaned

    def _read_upload(self, upload: Any) -> None:
        """Leave a long file for the background, once it is known to be one that can be read."""
        if not AT_ONCE < upload.size <= MAX_BYTES:
            super()._read_upload(upload)
            return
        self.data_received, self.name = upload.read(), upload.name
        try:
            self.media_type = check(self.data_received, self.name).media_type
        except Unreadable as refusal:
            self.add_error("upload", str(refusal))
        else:
            self.is_long = True

    def _ask_about_numbers(self) -> None:
        self.fields["unnumbered"] = forms.BooleanField(
            label="Add it all the same: this plan does not number its paragraphs", required=False
        )

    @property
    def was_pasted(self) -> bool:
        """Whether the words came by the text box."""
        return getattr(self, "name", "") == PASTED_NAME

    def _held_upload(self) -> ContentFile | None:
        try:
            held = holding.find(self.cleaned_data.get("held") or "", purpose=PURPOSE, by=self.by)
        except holding.NotHeldError:
            return None
        return ContentFile(held.data, name=held.name)

    def hold_upload(self) -> None:
        """Keep a file that was read well while the officer puts something else right."""
        if self.is_long or (self.arrival and not self.was_pasted):
            token = holding.hold(
                self.data_received, purpose=PURPOSE, name=self.name, by=self.by, about={}
            )
            self.data = self.data.copy()
            self.data["held"] = token
            self["upload"].help_text = format_html(
                "<strong>{}</strong> has been received. Choose a file only if you want another"
                " in its place",
                self.name,
            )


class VersionFactsForm(RecordForm):
    """What is said of an open version."""

    dated = DateField(label="Date of the version", help_text="The date printed on it")

    class Meta:
        model = PlanVersion
        fields = ["kind", "dated", "revises"]
        labels = {"kind": "Kind of version", "revises": "Version that it revises"}
        widgets = {"kind": forms.RadioSelect}

    mark_optional = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = self.instance.plan.versions.exclude(pk=self.instance.pk)
        self.fields["revises"].queryset = others.order_by("-dated", "-pk")
        self.fields["revises"].empty_label = FIRST
        self.fields["kind"].choices = PlanVersion.Kind.choices


class VersionConfirmForm(forms.Form):
    """Nothing to fill in: the page says what locking or deleting a version means."""
