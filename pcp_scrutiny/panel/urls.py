"""The panel's settings."""

from django.urls import path

from . import views

app_name = "panel"
urlpatterns = [path("settings/", views.settings, name="settings")]
