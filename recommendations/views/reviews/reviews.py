"""Reviews: all of them, one with all its parts, beginning and changing one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from meetings.views.answers import attempt, confirm
from pcp_scrutiny.access import gate
from pcp_scrutiny.editing import saved

from ... import actions, permissions, register
from ...forms import ReviewForm
from ...models import ScrutinyReview
from ...reviews import listing, reading


@gate(permissions.can_view_review)
def reviews(request: HttpRequest) -> HttpResponse:
    """All reviews, with how far each is."""
    context = {"rows": listing.rows(request.user)}
    return render(request, "recommendations/reviews/list.html", context)


@gate(permissions.can_view_review, of=ScrutinyReview)
def review(request: HttpRequest, review: ScrutinyReview) -> HttpResponse:
    """One review with all its parts."""
    found, today = reading.read(review, is_public=False), timezone.localdate()
    adopted = [one.recommendation for one in found.recommended if one.recommendation]
    book = register.book(on=today) if adopted else {}
    context = {
        "review": review,
        "report": found,
        "positions": {pk: book[pk] for pk in adopted},
        "papers": reading.papers_of(review).select_related("item__meeting"),
        "overdue": {one.pk for one in found.promised if one.is_overdue(today)},
    }
    return render(request, "recommendations/reviews/detail.html", context)


@gate(permissions.can_arrange_reviews)
def add(request: HttpRequest) -> HttpResponse:
    """Begin a review."""
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and saved(
        form, lambda: actions.begin_review(form.instance, by=request.user)
    ):
        messages.success(request, f"The review “{form.instance}” has been added.")
        return redirect(form.instance)
    return render(
        request, "recommendations/reviews/form.html", {"title": "Add a review", "form": form}
    )


@gate(permissions.can_edit_review, of=ScrutinyReview)
def edit(request: HttpRequest, review: ScrutinyReview) -> HttpResponse:
    """Change what a review asks, and how."""
    form = ReviewForm(request.POST or None, instance=review)
    if request.method == "POST" and saved(
        form, lambda: actions.change_review(review, by=request.user, seen=form.stamp)
    ):
        messages.success(request, "The review has been changed.")
        return redirect(review)
    context = {"title": "Change the review", "form": form, "review": review}
    return render(request, "recommendations/reviews/form.html", context)


@gate(permissions.can_edit_review, of=ScrutinyReview)
def remove(request: HttpRequest, review: ScrutinyReview) -> HttpResponse:
    """Remove a review with all that belongs to it."""
    if request.method == "POST":
        done = attempt(
            request,
            lambda: actions.remove_review(review, by=request.user),
            done=f"The review “{review}” has been removed.",
        )
        return redirect("reviews:list") if done else redirect(review)
    title = "Remove this review, with its evidence and all that belongs to it"
    return confirm(request, title=title, quoted=review, cancel_url=review.get_absolute_url())
