"""The product's addresses and those of the admin."""

from django.urls import include, path

from .admin import plain, with_counts, with_states

urlpatterns = [
    path("plain/", plain.urls),
    path("states/", with_states.urls),
    path("counts/", with_counts.urls),
    path("", include("pcp_scrutiny.urls")),
]
