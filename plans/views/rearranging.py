"""Correcting the order and the headings of an open version, and undoing the last correction."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst

from pcp_scrutiny.access import gate
from pcp_scrutiny.components.templatetags.formats import count
from pcp_scrutiny.editing import saved

from .. import actions
from ..forms.paragraphs import HeadingsForm, MakeHeadingForm, MoveForm
from ..models import Paragraph, PlanVersion
from ..permissions import can_correct_paragraph, can_correct_version
from .places import list_url, place


@gate(can_correct_paragraph, of=Paragraph)
def move_paragraph(request: HttpRequest, paragraph: Paragraph) -> HttpResponse:
    """Move a paragraph one place up or down, or after another that is chosen."""
    if request.POST.get("step") in ("up", "down"):
        return _step(request, paragraph, way=request.POST["step"])
    form = MoveForm(request.POST if request.method == "POST" else None, instance=paragraph)
    if request.method == "POST" and (
        moved := saved(
            form,
            lambda: actions.move_paragraph(
                paragraph, after=form.cleaned_data["after"], by=request.user, seen=form.stamp
            ),
        )
    ):
        messages.success(request, f"{capfirst(moved.name)} has been moved.")
        return redirect(place(request, moved))
    context = {"paragraph": paragraph, "form": form, "back": place(request, paragraph)}
    return render(request, "plans/move_paragraph.html", context)


def _step(request: HttpRequest, paragraph: Paragraph, *, way: str) -> HttpResponse:
    """One place; the focus stays on the button, so that pressing it again goes one further."""
    try:
        actions.step_paragraph(paragraph, down=way == "down", by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, f"{capfirst(paragraph.name)} has been moved {way}.")
    return redirect(place(request, paragraph, f"{way}-"))


@gate(can_correct_paragraph, of=Paragraph)
def change_heading(request: HttpRequest, paragraph: Paragraph) -> HttpResponse:
    """Change a heading for the whole section under it, or make a paragraph of it."""
    form = HeadingsForm(paragraph.heading, request.POST if request.method == "POST" else None)
    if request.method == "POST" and (
        shown := saved(form, lambda: _change_heading(request, paragraph, form))
    ):
        return redirect(place(request, shown))
    context = {"paragraph": paragraph, "form": form, "back": place(request, paragraph)}
    return render(request, "plans/change_heading.html", context)


@transaction.atomic
def _change_heading(request: HttpRequest, paragraph: Paragraph, form: HeadingsForm) -> Paragraph:
    actions.hold_headings(paragraph, seen=form.sent)
    level = request.POST.get("make_paragraph", "")[:9]  # Python refuses thousands of digits
    if level.isdecimal():
        made = actions.make_paragraph(paragraph, level=int(level), by=request.user)
        messages.success(request, f"“{made.text}” is a paragraph now.")
        return made
    if form.changed:
        section = actions.rename_headings(paragraph, titles=form.changed, by=request.user)
        messages.success(request, f"Changed above {count(section, 'paragraph')}.")
    return paragraph


@gate(can_correct_paragraph, of=Paragraph)
def make_heading(request: HttpRequest, paragraph: Paragraph) -> HttpResponse:
    """Make a heading of what was read as a paragraph."""
    form = MakeHeadingForm(request.POST or None, instance=paragraph)
    if request.method == "POST" and (
        section := saved(
            form,
            lambda: actions.make_heading(
                paragraph, level=form.cleaned_data["level"], by=request.user, seen=form.stamp
            ),
        )
    ):
        number = count(section, "paragraph")
        messages.success(request, f"It is a heading now, above {number}.")
        return redirect(place(request, section[0]))
    context = {"paragraph": paragraph, "form": form, "back": place(request, paragraph)}
    return render(request, "plans/make_heading.html", context)


@gate(can_correct_version, of=PlanVersion)
def undo_correction(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Undo the last correction, if it is the one that the officer saw."""
    if request.method != "POST":
        return redirect(list_url(request, version))
    try:
        undone = actions.undo_correction(version, key=request.POST.get("key", ""), by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect(list_url(request, version))
    messages.success(request, f"Undone: {undone.sentence}")
    at = undone.paragraphs[0]
    return redirect(f"{reverse('plans:correct', args=[version.pk])}?at={at}#undo")
