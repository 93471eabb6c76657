"""The form by which a document comes in: a file, or pasted text, one or the other."""

from typing import Any

from django import forms

from . import reading
from .blocks import Document, Unreadable
from .limits import MAX_BYTES

PASTED_NAME = "pasted.txt"


class SendInForm(forms.Form):
    """Takes a file or pasted text. When valid, ``document`` is what was read, ``data_received``
    the bytes to keep as received and ``name`` what the sender called them."""

    upload = forms.FileField(
        required=False,
        label="Upload a file",
        help_text=f"A Word document (.docx), a PDF or a text file, "
        f"no larger than {MAX_BYTES // 1024 // 1024} MB",
        allow_empty_file=True,  # the reader says what is wrong with it
    )
    pasted = forms.CharField(
        required=False,
        label="Or paste the text",
        widget=forms.Textarea(attrs={"rows": 10}),
        strip=False,
    )

    document: Document
    data_received: bytes
    name: str

    def clean(self) -> dict[str, Any]:
        """Read what was sent. What cannot be read is an error of the field it came by."""
        cleaned = super().clean()
        upload, pasted = cleaned.get("upload"), (cleaned.get("pasted") or "").strip()
        if upload and pasted:
            self.add_error("pasted", "Upload a file or paste the text, not both")
        elif upload:
            self._read_upload(upload)
        elif pasted:
            self._read_pasted(pasted)
        elif not self.errors.keys() & {"upload", "pasted"}:
            self.add_error("upload", "Upload a file, or paste the text below")
        return cleaned

    @property
    def is_pasted(self) -> bool:
        """Whether the document came as pasted text."""
        return not self.cleaned_data.get("upload")

    def _read_pasted(self, pasted: str) -> None:
        self.data_received, self.name = pasted.encode(), PASTED_NAME
        try:
            self.document = reading.read_text(pasted)
        except Unreadable as refusal:
            self.add_error("pasted", str(refusal))

    def _read_upload(self, upload: Any) -> None:
        if upload.size > MAX_BYTES:
            self.add_error("upload", f"The file must be smaller than {MAX_BYTES // 1024**2} MB")
            return
        self.data_received, self.name = upload.read(), upload.name
        try:
            self.document = reading.read(self.data_received, self.name)
        except Unreadable as refusal:
            self.add_error("upload", str(refusal))
