"""Pages as a browser has them: what a form would send if nothing in it were touched."""

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from meetings.models import MinuteEntry
from recommendations.models import Assessment, Citation, Judgement, Recommendation

LIST = reverse("recommendations:list")
READERS = ["officer", "clerk", "member", "chair"]
OTHERS = ["clerk", "member", "chair", "administrator", "nobody"]


def url(name: str, *args: Any) -> str:
    """The address of a page of recommendations."""
    return reverse(f"recommendations:{name}", args=args)


def counts() -> list[int]:
    """How many records there are of each kind that the register's pages write."""
    models = (Recommendation, Citation, MinuteEntry, Judgement, Assessment)
    return [model.objects.count() for model in models]


class _Forms(HTMLParser):
    """Collects what each form of a page would send."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.name = self.text = ""
        self.is_open = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        """Forms, and all that they send."""
        given = dict(attrs)
        if tag == "form":
            self.forms.append({})
            self.is_open = given.get("method") == "post"
        if not self.is_open:
            return
        kind, name = given.get("type", "text"), given.get("name", "")
        if tag == "input" and kind in ("radio", "checkbox"):
            if "checked" in given:
                self.forms[-1][name] = given.get("value", "on")
        elif tag == "input" and kind not in ("submit", "file") and name:
            self.forms[-1][name] = given.get("value") or ""
        elif tag in ("textarea", "select"):
            self.name, self.text = name, ""
            self.forms[-1][name] = ""
        elif tag == "option" and "selected" in given:
            self.forms[-1][self.name] = given.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        """The end of a form, or of a text."""
        if tag == "form":
            self.is_open = False
        elif tag == "textarea" and self.is_open:
            # Browsers leave out the line break that follows the opening tag.
            self.forms[-1][self.name] = self.text.removeprefix("\n")
        if tag in ("textarea", "select"):
            self.name = ""

    def handle_data(self, data: str) -> None:
        """What stands in a text."""
        self.text += data


def filled(response: HttpResponse) -> dict[str, str]:
    """What the page's main form, the one with the most fields, would send."""
    parser = _Forms()
    parser.feed(response.content.decode())
    return max(parser.forms, key=len)


def text(response: HttpResponse) -> str:
    """The page as HTML."""
    return response.content.decode()
