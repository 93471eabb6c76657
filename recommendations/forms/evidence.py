"""Evidence that is filed: a document as it came, or its words."""

from typing import Any

from django import forms

from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.documents import holding, kinds
from pcp_scrutiny.documents.limits import MAX_BYTES

from ..actions import Received
from ..models import Evidence
from .reviews import MIDDLE, PartForm

PURPOSE = "evidence"


class EvidenceForm(PartForm):
    """Evidence: a document, or what it says. A document that came with a form that has to be
    mended waits for the next try, so that it need not be chosen again."""

    upload = forms.FileField(required=False, label="The document", allow_empty_file=True)
    held = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Evidence
        fields = ["title", "source", "received_on", "invitation", "text", "restricted_under"]
        field_classes = {"received_on": DateField}
        labels = {
            "title": "Title",
            "source": "Who it came from",
            "received_on": "When was it received?",
            "invitation": "Which invitation does it answer?",
            "text": "What it says",
        }
        help_texts = {
            "text": "For evidence that came without a document, or a transcript of one",
        }
        widgets = {"text": MIDDLE}
        error_messages = {
            "source": {"required": "Enter who it came from"},
            "received_on": {"required": "Enter the day it was received"},
        }

    field_order = [
        *("title", "source", "received_on", "invitation"),
        *("upload", "text", "restricted_under"),
    ]
    received: Received | None = None

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        field = self.fields["upload"]
        field.help_text = f"Kept as it comes; no larger than {MAX_BYTES // 1024**2} MB"
        if file := self.instance.file:
            field.label = "Another document in place of the one that is kept"
            field.help_text = f"Leave empty to keep {kinds.shown(file.name)}"

    def clean(self) -> dict[str, Any]:
        """There is a document or a text."""
        given = super().clean()
        self.received = self._chosen(given) or self._waiting(given)
        has_something = self.received or self.instance.file or given.get("text")
        if not has_something and "upload" not in self.errors:
            self.add_error("upload", "Choose the document, or enter what it says below")
        return given

    def _chosen(self, given: dict[str, Any]) -> Received | None:
        upload = given.get("upload")
        if not upload:
            return None
        name = kinds.shown(upload.name)
        if upload.size > MAX_BYTES:
            self.add_error("upload", f"{name} must be smaller than {MAX_BYTES // 1024**2} MB")
        elif not upload.size:
            self.add_error("upload", f"{name} is empty. Check that it is the right file")
        else:
            return _received(upload.read(), upload.name)
        return None

    def _waiting(self, given: dict[str, Any]) -> Received | None:
        token = given.get("held")
        if not token or "upload" in self.errors:
            return None
        try:
            held = holding.find(token, purpose=PURPOSE, by=self.by)
        except holding.NotHeldError:
            self.add_error(
                "upload", "The document that you chose is kept no longer. Choose it again"
            )
            return None
        return _received(held.data, held.name)

    def hold_document(self) -> None:
        """Keep the document for the next try, where the form has to be mended."""
        if self.received:
            data, name = self.received.data, self.received.name
            token = holding.hold(data, purpose=PURPOSE, name=name, by=self.by, about={})
            self.data = self.data.copy()
            self.data[self.add_prefix("held")] = token
            kept = f"{kinds.shown(name)} is kept for you: choose another only to replace it"
            self["upload"].help_text = kept


def _received(data: bytes, name: str) -> Received:
    return Received(data, name, kinds.recognise(data).media_type or "application/octet-stream")
