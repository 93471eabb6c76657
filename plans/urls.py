"""Pages of the plans app."""

from django.urls import path

from .views import (
    arriving,
    comparing,
    correcting,
    linking,
    plans,
    printing,
    reading,
    rearranging,
    story,
    versions,
)

app_name = "plans"
urlpatterns = [
    path("", plans.plan_list, name="list"),
    path("add/", plans.add_plan, name="add"),
    path("<int:pk>/", plans.plan_detail, name="detail"),
    path("<int:pk>/versions/add/", versions.add_version, name="add_version"),
    path("readings/<int:pk>/", arriving.reading, name="reading"),
    path(
        "comparisons/<int:pk>/progress/", arriving.comparison_progress, name="comparison_progress"
    ),
    path("comparisons/<int:pk>/renew/", arriving.renew_comparison, name="renew_comparison"),
    path("versions/<int:pk>/", reading.version, name="version"),
    path("versions/<int:pk>/edit/", versions.edit_version, name="edit_version"),
    path("versions/<int:pk>/delete/", versions.delete_version, name="delete_version"),
    path("versions/<int:pk>/correct/", correcting.correct, name="correct"),
    path("versions/<int:pk>/add-first/", correcting.add_first, name="add_first"),
    path("versions/<int:pk>/undo/", rearranging.undo_correction, name="undo_correction"),
    path("versions/<int:pk>/lock/", versions.lock_version, name="lock"),
    path("versions/<int:pk>/source/", versions.source, name="source"),
    path("<int:pk>/compare/", comparing.choose, name="choose_comparison"),
    path("versions/<int:pk>/compare/", comparing.compare, name="compare"),
    path("versions/<int:pk>/compare/<int:earlier>/", comparing.compare_with, name="compare_with"),
    path("versions/<int:pk>/compare/pdf/", printing.compare_pdf, name="compare_pdf"),
    path("versions/<int:pk>/compare/decisions/", linking.decision_list, name="decisions"),
    path("versions/<int:pk>/compare/confirm/", linking.confirm_certain, name="confirm_certain"),
    path("revisions/<int:pk>/confirm/", linking.confirm, name="confirm_link"),
    path("revisions/<int:pk>/break/", linking.break_link, name="break_link"),
    path("revisions/<int:pk>/change/", linking.change, name="change_link"),
    path("revisions/<int:pk>/undo/", linking.undo, name="undo_confirmation"),
    path("broken-links/<int:pk>/undo/", linking.mend, name="mend_link"),
    path("paragraphs/<int:pk>/story/", story.story, name="story"),
    path("paragraphs/<int:pk>/edit/", correcting.edit_paragraph, name="edit_paragraph"),
    path("paragraphs/<int:pk>/approve/", correcting.approve_paragraph, name="approve_paragraph"),
    path("paragraphs/<int:pk>/add-after/", correcting.add_paragraph, name="add_paragraph"),
    path("paragraphs/<int:pk>/delete/", correcting.delete_paragraph, name="delete_paragraph"),
    path("paragraphs/<int:pk>/join/", correcting.join_paragraph, name="join_paragraph"),
    path("paragraphs/<int:pk>/split/", correcting.split_paragraph, name="split_paragraph"),
    path("paragraphs/<int:pk>/move/", rearranging.move_paragraph, name="move_paragraph"),
    path("paragraphs/<int:pk>/heading/", rearranging.change_heading, name="change_heading"),
    path("paragraphs/<int:pk>/make-heading/", rearranging.make_heading, name="make_heading"),
]
