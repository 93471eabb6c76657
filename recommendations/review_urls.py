"""Pages of scrutiny reviews."""

from django.urls import path

from .views.reviews import adopting, parts, report, reviews

app_name = "reviews"
urlpatterns = [
    path("", reviews.reviews, name="list"),
    path("add/", reviews.add, name="add"),
    path("<int:pk>/", reviews.review, name="detail"),
    path("<int:pk>/edit/", reviews.edit, name="edit"),
    path("<int:pk>/remove/", reviews.remove, name="remove"),
    path("<int:pk>/report/", report.report, name="report"),
    path("<int:pk>/report.pdf", report.report_pdf, name="report_pdf"),
    path("<int:pk>/agenda/", adopting.place, name="place"),
    path("<int:pk>/adopt/", adopting.adopt, name="adopt"),
    path("evidence/<int:pk>/source/", report.source, name="evidence_source"),
    path("promises/<int:pk>/done/", parts.keep_promise, name="keep_promise"),
    # A part of any kind (forms/review_parts.py): "invitations", "witnesses", "questions".
    path("<slug:kind>/under/<int:pk>/add/", parts.add, name="add_part"),
    path("<slug:kind>/<int:pk>/edit/", parts.edit, name="edit_part"),
    path("<slug:kind>/<int:pk>/move/", parts.move, name="move_part"),
    path("<slug:kind>/<int:pk>/remove/", parts.remove, name="remove_part"),
]
