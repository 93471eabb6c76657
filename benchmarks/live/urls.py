"""The product's addresses, and a view that inserts one row and does nothing else."""

from uuid import uuid4

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from pcp_scrutiny.once import Submission


@csrf_exempt
@login_not_required
def bare(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Insert a row: no person, no permission, no history, one statement."""
    Submission.objects.create(key=str(uuid4()), led_to="/")
    return HttpResponse("Saved.")


urlpatterns = [path("bare/", bare), path("", include("pcp_scrutiny.urls"))]
