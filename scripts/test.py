"""The suite on SQLite, then all that touches a database again on PostgreSQL.

`python -m scripts.test [--sqlite] [pytest's arguments]`; --sqlite leaves PostgreSQL out.

A journey in the browser is made once, on PostgreSQL, as a deployment has it: what differs between
databases is below the pages, and tested there on both. With --sqlite, or where a part was asked
for, journeys are made on SQLite too.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

from scripts import postgres, system

ROOT = Path(__file__).resolve().parent.parent
# One worker a core, but no more than four: each has its own database and its own browser.
WORKERS = ["--numprocesses", "auto", "--maxprocesses", "4", "--dist", "worksteal"]

JOURNEYS = "tests/journeys"

# What touches no database cannot come out otherwise on another (tests/conftest.py).
ONLY_DATABASE = "--only-database"


def main(arguments: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # Unwinds: the server is deleted.
    sqlite_only = arguments[:1] == ["--sqlite"]
    arguments = arguments[sqlite_only:]
    if missing := system.bring(system.TESTS):
        print(system.how_to_bring(missing), file=sys.stderr)
        return 1
    # A file: in memory, the server that the journeys browse would share the tests' connection.
    is_whole = not (sqlite_only or arguments)
    first = [f"--ignore={JOURNEYS}"] if is_whole else arguments
    status = suite("SQLite", f"sqlite:///{ROOT / 'var' / 'tests.sqlite3'}", first)
    if sqlite_only:
        return status
    try:
        with postgres.throw_away() as url:
            return suite("PostgreSQL", url, [ONLY_DATABASE, *arguments]) or status
    except postgres.PostgresError as reason:
        print(reason, file=sys.stderr)
        return 1


def suite(database: str, url: str, arguments: list[str]) -> int:
    print(f"\nThe tests on {database}:", flush=True)
    command = [sys.executable, "-m", "pytest", *WORKERS, *arguments]
    environment = os.environ | {"DATABASE_URL": url, "DEMO": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=environment) as pytest:
        try:
            return pytest.wait()
        except BaseException:
            # Ctrl-C has come to pytest as well: let it close its browsers and say how far it got.
            pytest.terminate()
            raise


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
