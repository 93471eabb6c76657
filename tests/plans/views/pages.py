"""Getting a page of plans."""

from django.urls import reverse


def page_of(client, name, *args, **query):
    """The HTML of a page, by the name of its route."""
    return client.get(reverse(f"plans:{name}", args=args), query).content.decode()
