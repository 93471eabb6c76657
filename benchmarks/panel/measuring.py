"""Measures the pages of the register and of the admin on one database."""

import sys
from collections.abc import Callable
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


def _ms(taken: float) -> str:
    return f"{1000 * taken:.0f} ms"


class Measured:
    """The pages of both, measured by one client."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def told(self) -> str:
        """A table of all pages."""
        sites = [ADMIN.format(site=site) for site in ("plain", "states", "counts")]
        peers = [self.seconds(site) for site in sites]
        searched = f"{sites[0]}?q=burglary+camera"
        one = Recommendation.objects.order_by("pk")[Recommendation.objects.count() // 2]
        past = one.raised_in.item.meeting.starts_at.date() + timedelta(days=300)
        pages = {
            "Register": REGISTER,
            "Filtered": f"{REGISTER}?response=accepted&judgement=open&theme=Roads",
            "Searched": f"{REGISTER}?words=burglary+camera",
            "One recommendation": one.get_absolute_url(),
            "As at a date": f"{REGISTER}?as_at={past}",
            "As at a date, searched": f"{REGISTER}?as_at={past}&words=burglary+camera",
            "CSV of all": f"{REGISTER}register.csv",
        }
        taken = {name: (self.seconds(to), self.after_a_change(to)) for name, to in pages.items()}
        first = taken["Register"]
        rows = [
            ["Admin, plain", _ms(peers[0]), "", str(self.queries(sites[0])), *[""] * 5],
            ["Admin, plain, searched", _ms(self.seconds(searched)), "", "", *[""] * 5],
            ["Admin, with the states", _ms(peers[1]), "", str(self.queries(sites[1])), *[""] * 5],
            ["Admin, with counts", _ms(peers[2]), "", str(self.queries(sites[2])), *[""] * 5],
        ]
        for name, (kept, anew) in taken.items():
            row = [name, _ms(kept), _ms(anew), str(self.queries(pages[name]))]
            row += [times(peer / kept) for peer in peers]
            rows.append([*row, times(peers[1] / anew), times(anew / first[1])])
        heads = ["Page", "Time", "After a change", "Queries", "Plain / it", "States / it"]
        heads += ["Counts / it", "States / it after a change", "It / register, after a change"]
        return table(heads, rows)

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
