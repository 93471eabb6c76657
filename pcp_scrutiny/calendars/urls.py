"""One's own calendar address, and what it leads to."""

from django.urls import path

from . import views

app_name = "calendars"
urlpatterns = [
    path("account/calendar/", views.address, name="address"),
    path("account/calendar/revoke/", views.revoke, name="revoke"),
    path("calendar/<str:key>.ics", views.feed, name="feed"),
]
