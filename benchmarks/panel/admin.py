# ruff: noqa: ARG001, ARG002 - the arguments are the admin's
"""The peer: Django's admin changelist of the same recommendations.

*Plain* lists what a recommendation's own row holds. *States* lists the four states of each, and
filters by them. *Counts* says as well how many each choice of a filter would leave (the admin's
"facets"), which is what the register shows.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet

from recommendations import standing, states
from recommendations.models import Judgement, Recommendation, Response

DAY = date(2026, 11, 20)
PAGE = 50

CHOICES = {
    "response": [*states.Response, *Response.Decision.values],
    "effect": list(states.Effect),
    "judgement": list(Judgement.Decision.values),
    "schedule": list(states.Schedule),
}


class Site(admin.AdminSite):
    """An admin that lets whoever has signed in pass: rights are not what is measured."""

    def has_permission(self, request: Any) -> bool:
        return request.user.is_authenticated


class Plain(admin.ModelAdmin):
    """The columns of the row itself."""

    list_display = ("reference", "kind", "theme", "text", "sent_on", "due_on")
    list_filter = ("kind", "route")
    search_fields = ("reference", "text", "theme", "responses__text")
    list_per_page = PAGE

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        return True

    has_change_permission = has_module_permission = has_view_permission
    has_add_permission = has_delete_permission = has_view_permission


def _filter(name: str) -> type[admin.SimpleListFilter]:
    class StateFilter(admin.SimpleListFilter):
        title = name
        parameter_name = name

        def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
            return [(str(state), str(state)) for state in CHOICES[name]]

        def queryset(self, request: Any, queryset: QuerySet) -> QuerySet:
            if not self.value():
                return queryset
            expression = getattr(standing, name)(Recommendation, DAY)
            return queryset.alias(**{f"{name}_asked": expression}).filter(
                **{f"{name}_asked": self.value()}
            )

    return StateFilter


class States(Plain):
    """The states as well."""

    list_display = ("reference", "kind", "theme", "text", *(f"its_{name}" for name in CHOICES))
    list_filter = tuple(_filter(name) for name in CHOICES)
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request: Any) -> QuerySet:
        expressions = {
            f"{name}_state": getattr(standing, name)(Recommendation, DAY) for name in CHOICES
        }
        return super().get_queryset(request).annotate(**expressions)


def _column(name: str) -> Any:
    @admin.display(description=name)
    def shown(self: Any, recommendation: Any) -> str:
        return getattr(recommendation, f"{name}_state")

    return shown


for _name in CHOICES:
    setattr(States, f"its_{_name}", _column(_name))


class Counts(States):
    """And how many each choice would leave."""

    show_facets = admin.ShowFacets.ALWAYS


def _sites() -> Iterator[Site]:
    for name, how in (("plain", Plain), ("states", States), ("counts", Counts)):
        site = Site(name)
        site.register(Recommendation, how)
        yield site


plain, with_states, with_counts = _sites()
