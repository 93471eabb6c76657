"""Correcting what was read of an open version, paragraph by paragraph."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions
from ..forms.paragraphs import ConfirmForm, ParagraphForm, SplitForm
from ..listing import kept, listing
from ..models import Paragraph, PlanVersion
from ..permissions import can_correct_paragraph, can_correct_version
from .places import list_url, next_to_check, place


@gate(can_correct_version, of=PlanVersion)
def correct(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """The paragraphs as they were read; ``?show=check``, ``?section=`` and ``?find=`` narrow them
    down."""
    context = {
        "version": version,
        "list": listing(version, request.GET),
        "last": actions.last_correction(version),
    }
    return render(request, "plans/correct.html", context)


@gate(can_correct_paragraph, of=Paragraph)
def edit_paragraph(request: HttpRequest, paragraph: Paragraph) -> HttpResponse:
    """Correct a paragraph's number, text or headings."""
    # As they were: the form changes the paragraph while it is checked.
    name, was_unsure = paragraph.name, bool(paragraph.unsure)
    form = ParagraphForm(request.POST or None, instance=paragraph)
    if request.method == "POST" and saved(
        form, lambda: actions.correct_paragraph(paragraph, by=request.user, seen=form.stamp)
    ):
        messages.success(request, f"{capfirst(paragraph.name)} has been corrected.")
        checking = was_unsure and next_to_check(request, paragraph)
        return redirect(checking or place(request, paragraph))
    context = {
        "paragraph": paragraph,
        "name": name,
        "form": form,
        "back": place(request, paragraph),
        "keep": kept(request.GET),
    }
    return render(request, "plans/edit_paragraph.html", context)


@gate(can_correct_paragraph, of=Paragraph)
def approve_paragraph(request: HttpRequest, paragraph: Paragraph) -> HttpResponse:
    """Say that a paragraph was read correctly after all, and go on to the next."""
    form = _confirmation(request, paragraph)
    if request.method == "POST":
        if not saved(
            form, lambda: actions.approve_paragraph(paragraph, by=request.user, seen=form.stamp)
        ):
            for refusal in form.non_field_errors():
                messages.error(request, refusal)
            return redirect(place(request, paragraph, "check-"))
        messages.success(request, f"{capfirst(paragraph.name)} is marked as checked.")
    return redirect(next_to_check(request, paragraph) or list_url(request, paragraph.version))


@gate(can_correct_paragraph, of=Paragraph)
def add_paragraph(request: HttpRequest, after: Paragraph) -> HttpResponse:
    """Add a paragraph that the reading missed, after another."""
    new = Paragraph(
        version=after.version, position=after.position, heading=after.heading, page=after.page
    )
    form = ParagraphForm(request.POST or None, instance=new)
    if request.method == "POST" and (
        added := saved(
            form,
            lambda: actions.add_paragraph(
                after, label=new.label, heading=new.heading, text=new.text, by=request.user
            ),
        )
    ):
        messages.success(request, f"{capfirst(added.name)} has been added.")
        return redirect(place(request, added))
    context = {
        "version": after.version,
        "paragraph": after,
        "form": form,
        "back": place(request, after),
    }
    return render(request, "plans/add_paragraph.html", context)


@gate(can_correct_version, of=PlanVersion)
def add_first(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Add a paragraph that the reading missed, before the first."""
    first = version.paragraphs.order_by("position", "pk").first()
    new = Paragraph(version=version, position=0, heading=first.heading if first else [])
    form = ParagraphForm(request.POST or None, instance=new)
    if request.method == "POST" and (
        added := saved(
            form,
            lambda: actions.add_first_paragraph(
                version, label=new.label, heading=new.heading, text=new.text, by=request.user
            ),
        )
    ):
        messages.success(request, f"{capfirst(added.name)} has been added.")
        return redirect(place(request, added))
    context = {"version": version, "form": form, "back": list_url(request, version)}
    return render(request, "plans/add_paragraph.html", context)


@gate(can_correct_paragraph, of=Paragraph)
def delete_paragraph(request: HttpRequest, paragraph: Paragraph) -> HttpResponse:
    """Delete what is no paragraph of the plan, once it is confirmed."""
    form = _confirmation(request, paragraph)
    following = paragraph.version.paragraphs.after(paragraph)
    if request.method == "POST" and saved(
        form, lambda: actions.delete_paragraph(paragraph, by=request.user, seen=form.stamp)
    ):
        messages.success(request, f"{capfirst(paragraph.name)} has been deleted.")
        shown = list_url(request, paragraph.version)
        return redirect(place(request, following) if following else shown)
    context = {"paragraph": paragraph, "form": form, "back": place(request, paragraph)}
    return render(request, "plans/delete_paragraph.html", context)


@gate(can_correct_paragraph, of=Paragraph)
def join_paragraph(request: HttpRequest, paragraph: Paragraph) -> HttpResponse:
    """Join a paragraph to the one before it, once it is confirmed."""
    form = _confirmation(request, paragraph)
    before = paragraph.version.paragraphs.before(paragraph)
    if request.method == "POST" and (
        joined := saved(
            form, lambda: actions.join_paragraph(paragraph, by=request.user, seen=form.stamp)
        )
    ):
        messages.success(request, f"Joined to {joined.name}.")
        return redirect(place(request, joined))
    context = {
        "paragraph": paragraph,
        "before": before,
        "form": form,
        "back": place(request, paragraph),
    }
    return render(request, "plans/join_paragraph.html", context)


@gate(can_correct_paragraph, of=Paragraph)
def split_paragraph(request: HttpRequest, paragraph: Paragraph) -> HttpResponse:
    """Split a paragraph where the officer marks it."""
    form = SplitForm(request.POST or None, instance=paragraph)
    if request.method == "POST" and (
        pieces := saved(
            form,
            lambda: actions.split_paragraph(
                paragraph, parts=form.parts, by=request.user, seen=form.stamp
            ),
        )
    ):
        messages.success(request, f"Split into {len(pieces)} paragraphs.")
        return redirect(place(request, paragraph))
    context = {"paragraph": paragraph, "form": form, "back": place(request, paragraph)}
    return render(request, "plans/split_paragraph.html", context)


def _confirmation(request: HttpRequest, paragraph: Paragraph) -> ConfirmForm:
    # It has nothing to fill in, so what was sent may well be empty.
    return ConfirmForm(request.POST if request.method == "POST" else None, instance=paragraph)
