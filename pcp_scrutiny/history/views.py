"""The history of any record."""

from typing import Any

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from pcp_scrutiny.access import anyone_signed_in, find_visible, gate

from . import changes


def find_record(user: Any, app: str, model: str, pk: int) -> Any:
    """The record, if its model has history and ``user`` may see it; Http404 otherwise."""
    try:
        found = apps.get_model(app, model)
    except LookupError as unknown:
        raise Http404 from unknown
    if not hasattr(found, "history"):
        raise Http404
    try:
        return find_visible(found, user, pk=pk)
    except Http404:
        last = found.history.filter(id=pk).order_by("-history_id").first()
        if last is None or last.history_type != "-" or not user.has_a_role:
            raise
        return last.instance  # deleted: its history stays, for those who work with the record


@gate(anyone_signed_in, of=find_record)
def record_history(request: HttpRequest, record: Any) -> HttpResponse:
    """Who changed what, when and why, old and new side by side."""
    context = {
        "record": record,
        "kind": record._meta.verbose_name,
        "is_deleted": not type(record)._default_manager.filter(pk=record.pk).exists(),
        "changes": changes.of(type(record).history.filter(id=record.pk)),
        "deleted": changes.deleted_under(record),
    }
    return render(request, "history/record.html", context)
