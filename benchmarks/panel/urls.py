"""The product's addresses and those of the admin."""

from django.urls import include, path

from .admin import beside, plain

urlpatterns = [
    path("plain/", plain.urls),
    path("beside/", beside.urls),
    path("", include("pcp_scrutiny.urls")),
]
