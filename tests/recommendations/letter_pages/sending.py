"""Sending a letter in, as a browser does."""

import io

import docx
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.recommendations.correspondence.test_reviewing import LETTER

LETTERS = reverse("recommendations:letters")
ADD = reverse("recommendations:add_letter")
REVIEW = reverse("recommendations:review_letter")
OTHERS = ["clerk", "member", "chair", "administrator", "nobody"]


def word(words=LETTER):
    document, out = docx.Document(), io.BytesIO()
    for paragraph in words.split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(out)
    return out.getvalue()


# What signing in and showing a page may write, and is not the record.
SURROUNDINGS = ("sessions", "auth", "contenttypes")


def rows():
    """How many rows every other table has, each table of history too."""
    models = [m for m in apps.get_models() if m._meta.app_label not in SURROUNDINGS]
    return {model._meta.label: model._default_manager.count() for model in models}


def send_in(client, draft, data=None, *, name="letter.txt", pasted="", **changed):
    form = {"version": draft.pk, "pasted": pasted, **changed}
    if data is not None:
        form["upload"] = SimpleUploadedFile(name, data)
    return client.post(ADD, form)
