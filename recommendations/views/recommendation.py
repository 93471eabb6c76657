"""One recommendation: the whole loop on one page, recording it, correcting it, judging it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from meetings.models import AgendaItem
from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from .. import actions, loop, permissions
from ..forms import JudgementForm, RecommendationForm
from ..models import Judgement, Recommendation


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
