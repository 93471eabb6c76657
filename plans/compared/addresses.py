"""Addresses of many things on one page: the pattern is looked up once."""

from functools import cache

from django.urls import reverse


def address(name: str, pk: int) -> str:
    """Where a route leads that has a primary key in it; ``reverse`` takes its time for each of a
    thousand."""
    before, after = _around(name)
    return f"{before}{pk}{after}"


@cache
def _around(name: str) -> tuple[str, str]:
    before, _, after = reverse(f"plans:{name}", args=[0]).rpartition("/0/")
    return f"{before}/", f"/{after}"
