"""A real PostgreSQL server for one run of the tests, in a folder that is deleted afterwards."""

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts import system

USER = "scrutiny"
# Nothing here outlives the run, so nothing has to reach the disk.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
}


class PostgresError(Exception):
    """The server could not be made or started; the message has its own words."""


@contextlib.contextmanager
def throw_away() -> Iterator[str]:
    """Yield the DATABASE_URL of a new empty server; stop and delete it whatever happens."""
    programs = system.postgresql_programs()
    if programs is None:
        raise PostgresError("PostgreSQL is not installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="pcp-scrutiny-postgres-"))
    identity = unprivileged()
    if user := identity.get("user"):
        shutil.chown(folder, user, identity["group"])
    try:
        password = secrets.token_urlsafe()
        create(programs, folder, password, identity)
        with running(programs, folder, identity) as port:
            yield f"postgres://{USER}:{password}@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as root, so root hands it to the account Debian makes for it."""
    if os.geteuid() != 0:
        return {}
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def create(programs: Path, folder: Path, password: str, identity: dict[str, Any]) -> None:
    secret = folder / "password"
    secret.write_text(password)
    if user := identity.get("user"):
        shutil.chown(secret, user)
    options = ["--username", USER, "--pwfile", secret, "--auth", "scram-sha-256", "--no-sync"]
    locale = ["--encoding", "UTF8", "--locale", "C"]
    made = subprocess.run(
        [programs / "initdb", "--pgdata", folder / "data", *options, *locale],
        check=False,
        capture_output=True,
        text=True,
        cwd="/",
        **identity,
    )
    if made.returncode:
        raise PostgresError(f"initdb failed: {made.stderr.strip()}")


@contextlib.contextmanager
def running(programs: Path, folder: Path, identity: dict[str, Any]) -> Iterator[int]:
    """Yield the port that the server listens on."""
    port = free_port()
    settings = SETTINGS | {"port": str(port), "unix_socket_directories": str(folder)}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    log = folder / "log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [programs / "postgres", "-D", folder / "data", *options],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            start_new_session=True,  # Ctrl-C is for the tests; they still need the server to end.
            **identity,
        )
    try:
        wait_until_ready(programs, server, port, log)
        yield port
    finally:
        server.send_signal(signal.SIGINT)  # A "fast" shutdown: it does not wait for clients.
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.send_signal(signal.SIGQUIT)
            server.wait()


def wait_until_ready(programs: Path, server: subprocess.Popen, port: int, log: Path) -> None:
    ready = [programs / "pg_isready", "--quiet", "--host", "127.0.0.1", "--port", str(port)]
    give_up = time.monotonic() + 60
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > give_up:
            raise PostgresError(f"PostgreSQL did not start: {log.read_text().strip()}")
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
