"""One page for the history of any record."""

from django.urls import path

from . import views

app_name = "history"
urlpatterns = [
    path("<slug:app>/<slug:model>/<int:pk>/", views.record_history, name="record"),
]
