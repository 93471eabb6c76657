"""Plans, each with its versions on a timeline."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions, related
from ..forms.versions import PlanForm
from ..models import Plan, PlanVersion, Revision
from ..permissions import can_add_version, can_view_plan, can_view_plans


@gate(can_view_plans)
def plan_list(request: HttpRequest) -> HttpResponse:
    """Every plan, the latest first."""
    plans = list(_with_timelines(Plan.objects.visible_to(request.user), request.user))
    _describe([version for plan in plans for version in plan.timeline], request.user)
    return render(request, "plans/list.html", {"plans": plans})


@gate(can_view_plan, of=Plan)
def plan_detail(request: HttpRequest, plan: Plan) -> HttpResponse:
    """One plan."""
    plan = _with_timelines(Plan.objects.filter(pk=plan.pk), request.user).get()
    _describe(plan.timeline, request.user)
    return render(request, "plans/detail.html", {"plan": plan})


@gate(can_add_version)
def add_plan(request: HttpRequest) -> HttpResponse:
    """Begin a plan by its title; its first version comes next."""
    form = PlanForm(request.POST or None)
    if request.method == "POST" and (
        plan := saved(
            form, lambda: actions.add_plan(title=form.cleaned_data["title"], by=request.user)
        )
    ):
        messages.success(request, f"{plan} has been added. Now add its first version.")
        return redirect("plans:add_version", pk=plan.pk)
    context = {
        "form": form,
        "title": "Add a plan",
        "submit": "Add plan",
        "cancel_url": reverse("plans:list"),
    }
    return render(request, "plans/add.html", context)


def _with_timelines(plans: Any, user: Any) -> Any:
    versions = PlanVersion.objects.visible_to(user).with_counts().order_by("dated", "pk")
    return plans.with_timeline(versions)


def _describe(versions: Sequence[PlanVersion], user: Any) -> None:
    """Give each version the links and the number of changes that a timeline shows of it."""
    counts = Revision.objects.visible_to(user).counts(versions)
    links = related.links(user, versions)
    for version in versions:
        version.links = links.get(version.pk, [])
        version.changes = sum(
            number
            for kind, number in counts.get(version.pk, {}).items()
            if kind not in Revision.SAME_WORDS
        )
