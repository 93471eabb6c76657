"""What the tests of corrections send, and where they are answered."""

from django.urls import reverse

from pcp_scrutiny import history


def post(client, name, paragraph, **fields):
    return client.post(reverse(f"plans:{name}", args=[paragraph.pk]), fields)


def row_of(paragraph, control="p"):
    address = reverse("plans:correct", args=[paragraph.version_id])
    return f"{address}?at={paragraph.pk}#{control}{paragraph.pk}"


def edited(paragraph, **changes):
    fields = {"label": paragraph.label, "text": paragraph.text, "heading": "Priorities"}
    return {**fields, "seen": history.stamp(paragraph), **changes}
