"""The register, and one recommendation: the whole loop on one page."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from meetings.models import AgendaItem
from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved
from plans.models import PlanVersion

from .. import actions, loop, permissions
from ..forms import (
    AssessmentForm,
    JudgementForm,
    RecommendationForm,
    RegisterFilterForm,
    SendForm,
)
from ..models import Assessment, Judgement, Recommendation
from ..register import filtered, positions, versions_revised

PAGE = 50


@gate(permissions.can_view_recommendations)
def register(request: HttpRequest) -> HttpResponse:
    """Every recommendation with its position, narrowed by the query."""
    filters = RegisterFilterForm(request.GET)
    wanted = filters.cleaned_data if filters.is_valid() else {}
    today = timezone.localdate()
    found = filtered(Recommendation.objects.visible_to(request.user), wanted, on=today)
    page = Paginator(found.with_loop(), PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "is_filtered": any(wanted.values()),
        "page": page,
        "positions": positions(page, on=today, revised=versions_revised()),
    }
    return render(request, "recommendations/register.html", context)


@gate(permissions.can_view_recommendation, of=Recommendation)
def detail(request: HttpRequest, recommendation: Recommendation) -> HttpResponse:
    """One recommendation: raised, sent, answered, changed, assessed, judged."""
    return render(
        request,
        "recommendations/detail.html",
        {
            "recommendation": recommendation,
            "position": loop.position(recommendation, on=timezone.localdate()),
            "steps": loop.steps(recommendation),
            "neighbours": loop.neighbours(recommendation, request.user),
            "revised": loop.revised_versions(recommendation),
        },
    )


@gate(permissions.can_record_recommendation, of=AgendaItem)
def add(request: HttpRequest, item: AgendaItem) -> HttpResponse:
    """Record what the panel said under an item."""
    form = RecommendationForm(request.POST or None, initial=loop.suggestions(item))
    if request.method == "POST" and saved(
        form,
        lambda: actions.record_recommendation(
            form.instance, item=item, cites=form.cleaned_data["cites"], by=request.user
        ),
    ):
        messages.success(request, f"Recommendation {form.instance} has been recorded.")
        if "another" in request.POST:
            return redirect("recommendations:add", item.pk)
        return redirect(form.instance)
    context = {"form": form, "item": item}
    return render(request, "recommendations/add.html", context)


@gate(permissions.can_record_recommendation, of=Recommendation)
def edit(request: HttpRequest, recommendation: Recommendation) -> HttpResponse:
    """Correct a recommendation."""
    form = RecommendationForm(request.POST or None, instance=recommendation)
    if request.method == "POST" and saved(
        form,
        lambda: actions.correct_recommendation(
            recommendation, cites=form.cleaned_data["cites"], by=request.user, seen=form.stamp
        ),
    ):
        messages.success(request, f"Recommendation {recommendation} has been saved.")
        return redirect(recommendation)
    cancel = reverse("recommendations:detail", args=[recommendation.pk])
    context = {"title": "Correct a recommendation", "form": form, "cancel_url": cancel}
    return render(request, "form.html", context)


@gate(permissions.can_record_recommendation, of=PlanVersion)
def send(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    """Record that the recommendations on a version went to the Commissioner."""
    return _send(request, version)


@gate(permissions.can_record_recommendation)
def send_others(request: HttpRequest) -> HttpResponse:
    """The same for those that are not about a plan."""
    return _send(request, None)


def _send(request: HttpRequest, version: PlanVersion | None) -> HttpResponse:
    unsent = Recommendation.objects.visible_to(request.user).about(version).unsent()
    form = SendForm(request.POST or None)
    if request.method == "POST":
        sent = saved(
            form,
            lambda: actions.send_recommendations(
                list(unsent), by=request.user, **form.cleaned_data
            ),
        )
        if sent is not None:
            messages.success(request, f"Recorded as sent: {sent}.")
            return redirect("recommendations:list")
    context = {"form": form, "version": version, "unsent": unsent}
    return render(request, "recommendations/send.html", context)


@gate(permissions.can_record_judgement, of=Recommendation)
def judge(request: HttpRequest, recommendation: Recommendation) -> HttpResponse:
    """Record what the panel decided about a recommendation."""
    judgement = Judgement(recommendation=recommendation)
    form = JudgementForm(request.POST or None, instance=judgement)
    if request.method == "POST" and saved(
        form, lambda: actions.record_judgement(judgement, by=request.user)
    ):
        messages.success(request, "The panel’s judgement has been recorded.")
        return redirect(recommendation)
    context = {
        "title": f"The panel’s judgement of {recommendation}",
        "introduction": recommendation.text,
        "form": form,
        "cancel_url": recommendation.get_absolute_url(),
    }
    return render(request, "form.html", context)


def find_assessment(user: Any, recommendation: int, version: int) -> Assessment:
    """The assessment of a recommendation against a version, new or existing."""
    keys = {
        "recommendation": get_object_or_404(
            Recommendation.objects.visible_to(user), pk=recommendation
        ),
        "version": get_object_or_404(PlanVersion.objects.visible_to(user), pk=version),
    }
    return Assessment.objects.filter(**keys).first() or Assessment(**keys)


@gate(permissions.can_record_recommendation, of=find_assessment)
def assess(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The officer's view of a recommendation against a version."""
    form = AssessmentForm(request.POST or None, instance=assessment)
    if request.method == "POST" and saved(
        form, lambda: actions.assess(assessment, by=request.user, seen=form.stamp)
    ):
        messages.success(request, "The assessment has been saved.")
        return redirect(assessment.recommendation)
    context = {
        "title": f"Assess {assessment.recommendation} against the {assessment.version}",
        "introduction": assessment.recommendation.text,
        "form": form,
        "cancel_url": assessment.recommendation.get_absolute_url(),
    }
    return render(request, "form.html", context)
