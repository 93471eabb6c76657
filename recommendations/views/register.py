"""The register: every recommendation with its position."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pcp_scrutiny.access import gate

from .. import permissions
from ..forms import RegisterFilterForm
from ..models import Recommendation
from ..register import filtered, positions, versions_revised

PAGE = 50


@gate(permissions.can_view_recommendations)
def register(request: HttpRequest) -> HttpResponse:
    """Every recommendation with its position, narrowed by the query."""
    filters = RegisterFilterForm(request.GET)
    wanted = filters.cleaned_data if filters.is_valid() else {}
    today = timezone.localdate()
    found = filtered(Recommendation.objects.visible_to(request.user), wanted, on=today)
    page = Paginator(found.with_loop(), PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "is_filtered": any(wanted.values()),
        "page": page,
        "positions": positions(page, on=today, revised=versions_revised()),
    }
    return render(request, "recommendations/register.html", context)
