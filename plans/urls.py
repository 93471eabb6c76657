"""Pages of the plans app."""

from django.urls import path

from .views import arriving, comparing, correcting, plans, reading, story, versions

app_name = "plans"
urlpatterns = [
    path("", plans.plan_list, name="list"),
    path("add/", plans.add_plan, name="add"),
    path("<int:pk>/", plans.plan_detail, name="detail"),
    path("<int:pk>/versions/add/", versions.add_version, name="add_version"),
    path("readings/<int:pk>/", arriving.reading, name="reading"),
    path("comparisons/<int:pk>/renew/", arriving.renew_comparison, name="renew_comparison"),
    path("versions/<int:pk>/", reading.version, name="version"),
    path("versions/<int:pk>/edit/", versions.edit_version, name="edit_version"),
    path("versions/<int:pk>/delete/", versions.delete_version, name="delete_version"),
    path("versions/<int:pk>/correct/", correcting.correct, name="correct"),
    path("versions/<int:pk>/lock/", versions.lock_version, name="lock"),
    path("versions/<int:pk>/source/", versions.source, name="source"),
    path("versions/<int:pk>/compare/", comparing.compare, name="compare"),
    path("paragraphs/<int:pk>/story/", story.story, name="story"),
    path("paragraphs/<int:pk>/edit/", correcting.edit_paragraph, name="edit_paragraph"),
    path("paragraphs/<int:pk>/approve/", correcting.approve_paragraph, name="approve_paragraph"),
    path("paragraphs/<int:pk>/add-after/", correcting.add_paragraph, name="add_paragraph"),
    path("paragraphs/<int:pk>/delete/", correcting.delete_paragraph, name="delete_paragraph"),
    path("paragraphs/<int:pk>/join/", correcting.join_paragraph, name="join_paragraph"),
    path("paragraphs/<int:pk>/split/", correcting.split_paragraph, name="split_paragraph"),
]
