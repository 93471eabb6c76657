"""Where each app's pages begin."""

from django.urls import include, path

from . import views

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("pcp_scrutiny.accounts.urls")),
    path("", include("pcp_scrutiny.calendars.urls")),
    path("history/", include("pcp_scrutiny.history.urls")),
    path("panel/", include("pcp_scrutiny.panel.urls")),
    path("plans/", include("plans.urls")),
    path("meetings/", include("meetings.urls")),
    path("recommendations/", include("recommendations.urls")),
    path("reviews/", include("recommendations.review_urls")),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("help/", views.help_page, name="help"),
]
