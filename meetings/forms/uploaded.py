"""The form of a paper that is sent in as a file."""

from typing import Any

from django import forms
from django.http import HttpRequest

from pcp_scrutiny import history
from pcp_scrutiny.documents import holding, kinds
from pcp_scrutiny.editing import Difference
from pcp_scrutiny.pdf.uploads import Unusable
from pcp_scrutiny.pdf.uploads.word import NoConverter

from .. import uploaded
from ..models import Paper
from .papers import PaperForm

PURPOSE = "paper"
LOST = "The file that you chose is kept no longer. Choose it again"


class UploadedPaperForm(PaperForm):
    """A PDF or Word document as a paper. When valid, ``received`` is what came with it, if
    anything did. A file that came with a form that has to be mended waits for the next try, so
    that it need not be chosen again."""

    upload = forms.FileField(required=False, label="The file", allow_empty_file=True)
    held = forms.CharField(required=False, widget=forms.HiddenInput)

    received: uploaded.Upload | None = None

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        field = self.fields["upload"]
        field.help_text = uploaded.accepted()
        if file := self.instance.file:
            field.label = "A newer file in place of the one that is kept"
            kept = kinds.shown(file.name)
            field.help_text = f"Leave empty to keep {kept}. {uploaded.accepted()}"
        field.error_messages["required"] = "Choose the file, or tick below that it is to follow"
        field.required = not (self.instance.file or self._is_to_follow() or self.data.get("held"))
        self.fields["title"].help_text = "Leave empty to use the title that the file has"

    def _is_to_follow(self) -> bool:
        return bool(self.data.get("is_to_follow") if self.is_bound else self.instance.is_to_follow)

    @property
    def came_with(self) -> dict[str, Any]:
        """The file too, if one came."""
        return super().came_with | ({"received": self.received} if self.received else {})

    def clean(self) -> dict[str, Any]:
        """What came with the form, looked through; a paper whose file is here does not follow."""
        self.received = self._received()
        given = super().clean()
        if self.received and given.get("is_to_follow"):
            name = kinds.shown(self.received.name)
            self.add_error("is_to_follow", f"{name} is here: take out that it is to follow")
        return given

    def _received(self) -> uploaded.Upload | None:
        """What was chosen now, or waits from the last try."""
        chosen, token = self.cleaned_data.get("upload"), self.cleaned_data.get("held")
        try:
            if chosen:
                uploaded.check_size(chosen.size, chosen.name)
                return uploaded.read(chosen.read(), chosen.name)
            if token and "upload" not in self.errors:
                held = holding.find(token, purpose=PURPOSE, by=self.by)
                return uploaded.read(held.data, held.name)
        except (Unusable, NoConverter) as refused:
            self.add_error("upload", str(refused))
        except holding.NotHeldError:
            self.add_error("upload", LOST)
        return None

    def _usual_title(self, given: dict[str, Any]) -> str:  # noqa: ARG002
        """The one that the file has."""
        title = self.received.title if self.received else ""
        if not title and "upload" not in self.errors:
            self.add_error("title", self.fields["title"].error_messages["required"])
        return title

    def show_both(self, stale: history.Stale) -> None:
        """With the names of the two files, where one was chosen."""
        super().show_both(stale)
        if self.received and stale.theirs.file:
            names = stale.theirs.file.name, self.received.name
            self.differences = (*self.differences, Difference("The file", *names))

    def hold_file(self) -> None:
        """Keep the file for the next try, where the form has to be mended; none that waited stands
        in for one that cannot be used."""
        self.data, token = self.data.copy(), ""
        if self.received:
            data, name = self.received.data, self.received.name
            token = holding.hold(data, purpose=PURPOSE, name=name, by=self.by, about={})
            kept = f"{kinds.shown(name)} is kept for you: choose another only to replace it"
            self["upload"].help_text = kept
        self.data[self.add_prefix("held")] = token


def paper_form(request: HttpRequest, paper: Paper) -> PaperForm:
    """The form of a paper, as its kind needs it."""
    posted = request.POST or None
    if (posted or {}).get("kind", paper.kind) == Paper.UPLOADED:
        files = request.FILES or None
        return UploadedPaperForm(posted, files, instance=paper, by=request.user)
    return PaperForm(posted, instance=paper)
