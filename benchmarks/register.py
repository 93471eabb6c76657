"""How quick the register is with very many recommendations, beside Django's admin.

    make bench                              10,000 recommendations, on SQLite and on PostgreSQL
    python -m benchmarks.register quick     a tenth of it, on SQLite only

Times are of whole requests, from the middleware to the last byte, by the clock, the middle one of
several; the ratios are to the admin's changelist of the same rows in the same run. What the
columns mean is told in docs/benchmarks.md.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts import postgres, system

NUMBER, CHANGES = 10_000, 200_000


def main() -> None:
    quick = "quick" in sys.argv[1:]
    size = [str(part // 10 if quick else part) for part in (NUMBER, CHANGES)]
    with tempfile.TemporaryDirectory() as folder:
        _measure("SQLite", f"sqlite:///{Path(folder) / 'panel.sqlite3'}", size)
    if quick:
        return
    if missing := system.bring(system.TESTS):
        print(system.how_to_bring(missing), file=sys.stderr)
        return
    with postgres.throw_away() as url:
        _measure("PostgreSQL", url, size)


def _measure(name: str, url: str, size: list[str]) -> None:
    """In a process of its own: Django knows one database from its settings."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "benchmarks.panel.settings",
        "DATABASE_URL": url,
        "DEMO": "1",
    }
    command = [sys.executable, "-m", "benchmarks.panel.measuring", name, *size]
    subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    main()
