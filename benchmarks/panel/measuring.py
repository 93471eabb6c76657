"""Measures the pages of the register and of the admin on one database."""

import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from statistics import median
from time import perf_counter

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.measuring.tables import table, times  # noqa: E402
from benchmarks.measuring.timing import machine  # noqa: E402
from pcp_scrutiny import history  # noqa: E402
from recommendations.models import Recommendation  # noqa: E402

from .records import Panel  # noqa: E402

TRIES = 9
LONG = 2.0
"""Seconds; what takes longer is measured once."""

REGISTER = "/recommendations/"
ADMIN = "/{site}/recommendations/recommendation/"


def main(name: str, number: int, changes: int) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    panel = Panel(number, changes=changes)
    panel.write()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    client = Client()
    client.force_login(panel.officer)
    print(
        f"\n# The register: {number:,} recommendations, {panel.rows:,} history rows, {name}\n\n"
        f"{machine()}\n"
    )
    print(Measured(client).told())


class Measured:
    """The pages of both, measured by one client."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def told(self) -> str:
        """A table of all pages."""
        sites = ("plain", "states", "counts")
        plain, states, counts = (self.seconds(ADMIN.format(site=site)) for site in sites)
        searched = self.seconds(ADMIN.format(site="plain") + "?q=burglary+camera")
        first = self.seconds(REGISTER)
        one = Recommendation.objects.order_by("pk")[Recommendation.objects.count() // 2]
        past = one.raised_in.item.meeting.starts_at.date() + timedelta(days=300)
        pages = [
            ("Register", REGISTER),
            ("Filtered", f"{REGISTER}?response=accepted&judgement=open&theme=Roads"),
            ("Searched", f"{REGISTER}?words=burglary+camera"),
            ("One recommendation", one.get_absolute_url()),
            ("As at a date", f"{REGISTER}?as_at={past}"),
            ("CSV of all", f"{REGISTER}register.csv"),
        ]
        rows = [
            ("Admin, plain", plain, 0.0, ADMIN.format(site="plain")),
            ("Admin, plain, searched", searched, 0.0, ADMIN.format(site="plain")),
            ("Admin, with the states", states, 0.0, ADMIN.format(site="states")),
            ("Admin, with states and counts", counts, 0.0, ADMIN.format(site="counts")),
        ]
        rows += [(name, self.seconds(to), self.after_a_change(to), to) for name, to in pages]
        heads = ["Page", "Time", "After a change", "Queries", "Plain / it", "With states / it"]
        heads += ["With counts / it", "It / register"]
        peers = (plain, states, counts)
        return table(heads, [self._row(row, peers, first) for row in rows])

    def _row(
        self, row: tuple[str, float, float, str], peers: Sequence[float], first: float
    ) -> list[str]:
        name, took, changed, to = row
        return [
            name,
            f"{1000 * took:.0f} ms",
            f"{1000 * changed:.0f} ms" if changed else "",
            str(self.queries(to)),
            *(times(peer / took) for peer in peers),
            times(took / first),
        ]

    def get(self, to: str) -> None:
        """One whole answer. Raises AssertionError for any but a page."""
        response = self.client.get(to)
        content = b"".join(response) if response.streaming else response.content
        assert response.status_code == 200 and content, (to, response.status_code)  # noqa: PT018

    def seconds(self, to: str, before: Callable[[], None] = lambda: None) -> float:
        """The middle of several times by the clock, after a first that is not counted: the fewer
        the longer they take."""
        began = perf_counter()
        self.get(to)
        tries = TRIES if perf_counter() - began < LONG else 1
        taken = []
        for _ in range(tries):
            before()
            began = perf_counter()
            self.get(to)
            taken.append(perf_counter() - began)
        return median(taken)

    def after_a_change(self, to: str) -> float:
        """The same when each time something was just written, so that nothing kept serves."""
        return self.seconds(to, before=self._change)

    def _change(self) -> None:
        one = Recommendation.objects.order_by("pk").first()
        one.owner = f"At {timezone.now()}"
        history.save(one, by=None, why="Made up")

    def queries(self, to: str) -> int:
        """How many queries one answer takes."""
        with CaptureQueriesContext(connection) as captured:
            self.get(to)
        return len(captured)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
