"""How a meeting's minutes are saved while many type and many follow, beside a bare view.

    make bench                             two minutes on PostgreSQL, two on SQLite
    python -m benchmarks.minutes 20        twenty seconds on each

Twenty officers save what they typed every two seconds, two hundred members reload the minutes every
twenty; a web server with two workers answers on this machine, which also runs the clients. As many
bare requests as saves, each of which inserts one row and does nothing else, come in the same run.
"""

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.live.people import Seen, meet
from benchmarks.measuring.tables import table, times
from benchmarks.measuring.timing import machine
from scripts import postgres, system
from scripts.run import answers, stop

OFFICERS, MEMBERS = 20, 200
SECONDS = 120
WORKERS, THREADS = 2, 4


def main() -> None:
    seconds = float(sys.argv[1]) if sys.argv[1:] else SECONDS
    print(f"\n# Minutes: {OFFICERS} type, {MEMBERS} follow, {seconds:.0f} s\n")
    print(f"{machine('all are')}\n")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        rows.append(_measured("SQLite", f"sqlite:///{Path(folder) / 'panel.sqlite3'}", seconds))
    if missing := system.bring(system.TESTS):
        print(system.how_to_bring(missing), file=sys.stderr)
    else:
        with postgres.throw_away() as url:
            rows.append(_measured("PostgreSQL", url, seconds))
    heads = ["Database", "Saves", "Middle", "95th", "Bare, middle", "Bare, 95th", "Save / bare"]
    heads += ["Pages", "Middle", "95th", "Errors", "Lost", "Twice"]
    print(table(heads, rows))


def _measured(name: str, url: str, seconds: float) -> list[str]:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "benchmarks.live.settings",
        "DATABASE_URL": url,
        "DEMO": "1",
    }
    there = _records(["write", str(OFFICERS), str(MEMBERS)], environment)
    with _served(environment) as port:
        seen = asyncio.run(meet(port, there, seconds))
    checked = _records(["check"], environment, json.dumps(seen.sent))
    for error in seen.errors[:5]:
        print(f"{name}: {error}", file=sys.stderr)
    return _row(name, seen, checked)


def _row(name: str, seen: Seen, checked: dict[str, int]) -> list[str]:
    save, bare, page = (_percentiles(one) for one in (seen.saves, seen.bare, seen.pages))
    return [
        name,
        str(len(seen.saves)),
        _ms(save[0]),
        _ms(save[1]),
        _ms(bare[0]),
        _ms(bare[1]),
        times(save[1] / bare[1]),
        str(len(seen.pages)),
        _ms(page[0]),
        _ms(page[1]),
        str(len(seen.errors)),
        str(checked["lost"] + checked["other"]),
        str(checked["twice"] + checked["beside"]),
    ]


def _percentiles(taken: Sequence[float]) -> tuple[float, float]:
    """The middle and the 95th of a hundred; 0 where nothing was measured."""
    in_order = sorted(taken) or [0.0]
    return in_order[len(in_order) // 2], in_order[int(len(in_order) * 0.95)]


def _ms(taken: float) -> str:
    return f"{1000 * taken:.0f} ms"


def _records(words: Sequence[str], environment: dict[str, str], sent: str = "") -> dict[str, Any]:
    """What the records' own process answers: Django knows one database from its settings."""
    command = [sys.executable, "-m", "benchmarks.live.records", *words]
    done = subprocess.run(
        command, env=environment, check=True, text=True, input=sent, stdout=subprocess.PIPE
    )
    return json.loads(done.stdout)


@contextlib.contextmanager
def _served(environment: dict[str, str]) -> Iterator[int]:
    """Yield the port of a web server with two workers, as a deployment would have it."""
    port = postgres.free_port()
    options = {
        "bind": f"127.0.0.1:{port}",
        "workers": WORKERS,
        "threads": THREADS,
        "keep-alive": 30,
        "log-level": "warning",
    }
    words = [f"--{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "gunicorn", *words, "--no-control-socket"]
    server = subprocess.Popen(
        [*command, "pcp_scrutiny.wsgi"], env=environment, start_new_session=True
    )
    try:
        while not answers(port):
            time.sleep(0.1)
        yield port
    finally:
        stop([server])


if __name__ == "__main__":
    main()
