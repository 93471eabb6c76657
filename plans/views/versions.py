"""A version of a plan: add it, read it, say what it is, lock it, download it as received."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pcp_scrutiny.access import gate
from pcp_scrutiny.documents.responses import as_received
from pcp_scrutiny.editing import saved

from .. import actions, events
from ..forms.versions import VersionConfirmForm, VersionFactsForm, VersionForm
from ..models import Plan, PlanVersion, Reading
from ..permissions import (
    can_add_version,
    can_correct_version,
    can_lock_version,
    can_view_plan,
)


@gate(can_add_version, of=Plan)
def add_version(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Bring a version in, by a file or by its text."""
    form = VersionForm(plan, request.user, request.POST or None, request.FILES or None)
    if form.is_bound:
        if added := saved(form, lambda: _add(plan, form, request.user)):
            if isinstance(added, Reading):
                return redirect(added)
            messages.success(request, _what_was_read(added))
            return redirect("plans:correct", pk=added.pk)
        form.hold_upload()
    context = {
        "plan": plan,
        "form": form,
        "title": "Add a version",
        "submit": "Add version",
        "cancel_url": plan.get_absolute_url(),
    }
    return render(request, "plans/add_version.html", context)


def _add(plan: Plan, form: VersionForm, user: Any) -> PlanVersion | Reading:
    said = form.cleaned_data
    facts = {"kind": said["kind"], "dated": said["dated"], "revises": said.get("revises")}
    if form.arrival:
        return actions.add_version(plan=plan, **facts, arrival=form.arrival, by=user)
    return actions.ask_for_reading(
        plan=plan,
        **facts,
        data=form.data_received,
        name=form.name,
        media_type=form.media_type,
        by=user,
    )


def _what_was_read(version: PlanVersion) -> str:
    number, unsure = version.paragraphs.count(), version.paragraphs.unsure().count()
    paragraphs = "1 paragraph has" if number == 1 else f"{number} paragraphs have"
    check = (
        f" Check the {unsure} marked below, then lock it." if unsure else " Check it, then lock it."
    )
    return f"{version} has been added and {paragraphs} been read.{check}"


@gate(can_correct_version, of=PlanVersion)
def edit_version(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Correct the kind, the date or the version it revises."""
    form = VersionFactsForm(request.POST or None, instance=version)
    if request.method == "POST" and saved(
        form, lambda: actions.correct_version(version, by=request.user, seen=form.stamp)
    ):
        messages.success(request, "Saved.")
        return redirect("plans:correct", pk=version.pk)
    context = {
        "version": version,
        "form": form,
        "title": "Change what is said of this version",
        "cancel_url": reverse("plans:correct", args=[version.pk]),
    }
    return render(request, "plans/edit_version.html", context)


@gate(can_correct_version, of=PlanVersion)
def delete_version(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Delete a version that was added by mistake, once it is confirmed."""
    name = str(version)
    form = VersionConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and (
        plan := saved(form, lambda: actions.delete_version(version, by=request.user))
    ):
        messages.success(request, f"{name} has been deleted.")
        return redirect(plan)
    return render(request, "plans/delete_version.html", {"version": version, "form": form})


@gate(can_lock_version, of=PlanVersion)
def lock_version(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Ask once more, with what there is to know, and lock."""
    form = VersionConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and saved(
        form, lambda: actions.lock_version(version, by=request.user)
    ):
        messages.success(request, f"{version} is locked. Its text will not change any more.")
        return redirect("plans:version", pk=version.pk)
    context = {
        "version": version,
        "form": form,
        "warnings": events.warnings_before_locking(request.user, version),
        "unsure": version.paragraphs.unsure().count(),
        "number": version.paragraphs.count(),
    }
    return render(request, "plans/lock.html", context)


@gate(can_view_plan, of=PlanVersion)
def source(request: HttpRequest, version: PlanVersion) -> HttpResponse:  # noqa: ARG001
    """The file as received, never shown in the page of this site."""
    return as_received(version.source)
