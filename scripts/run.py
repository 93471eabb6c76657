"""The demo panel in one foreground process: `python -m scripts.run PORT`.

Brings the database up to date, then keeps the web server and the worker going until Ctrl-C,
SIGTERM, or until one of them ends by itself. Listens on this machine only.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from scripts import system

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
MANAGE = [sys.executable, "manage.py"]
# The demo is on purpose blind to these: it must not touch a deployment's data, nor send its mail.
DEPLOYMENT = {
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "EMAIL_URL",
    "MEDIA_ROOT",
    "SECRET_KEY",
    "SECURE_SSL_REDIRECT",
}
# How many seconds after the first request to stop the next ones come. A worker asked twice marks
# the task it is at as failed; one that is killed would leave it running for ever.
ASK_AGAIN, KILL = 1.0, 2.2


def main(port_given: str) -> int:
    try:
        port = free_port(port_given)
    except ValueError as reason:
        print(reason, file=sys.stderr)
        return 1
    if missing := system.bring(system.PDF):
        print(f"{system.how_to_bring(missing)}\nUntil then the PDF pages will say so.", flush=True)

    stopping = Stopping()
    processes: list[subprocess.Popen] = []
    try:
        for step in (["migrate", "--verbosity", "0"], ["load_demo"]):
            processes[:] = [start([*MANAGE, *step], port)]
            stopping.wait(lambda: ended(processes))
            if stopping.asked or processes[0].returncode:
                return processes[0].returncode or 0
        worker = [*MANAGE, "db_worker", "--queue-name", "*"]
        processes[:] = [start(web_server(port), port), start(worker, port)]
        stopping.wait(lambda: answers(port) or ended(processes))
        if not (stopping.asked or ended(processes)):
            print(f"\nPCP Scrutiny: http://{HOST}:{port}/ (Ctrl-C stops it)", flush=True)
        stopping.wait(lambda: ended(processes))
    finally:
        stop(processes)
    return 0 if stopping.asked else 1


def start(command: list[str], port: int) -> subprocess.Popen:
    """In a session of its own: Ctrl-C comes to this process alone, which stops the others."""
    environment = {name: value for name, value in os.environ.items() if name not in DEPLOYMENT}
    environment |= {"DEMO": "1", "PYTHONUNBUFFERED": "1"}
    environment.setdefault("SITE_ADDRESS", f"http://{HOST}:{port}")
    return subprocess.Popen(command, env=environment, start_new_session=True)


def ended(processes: list[subprocess.Popen]) -> bool:
    return any(process.poll() is not None for process in processes)


class Stopping:
    """Whether Ctrl-C or SIGTERM has come: both mean the same, and neither is an error."""

    def __init__(self) -> None:
        self.asked = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.ask)

    def ask(self, *_: object) -> None:
        self.asked = True

    def wait(self, until: Callable[[], bool]) -> None:
        while not self.asked and not until():
            time.sleep(0.1)


def free_port(given: str) -> int:
    """Raises ValueError with the sentence to show."""
    if not (given.isascii() and given.isdigit() and 0 < int(given) < 65536):
        raise ValueError(f"PORT must be a number from 1 to 65535, not {given!r}.")
    port = int(given)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise ValueError(
                f"Port {port} cannot be used ({error.strerror.lower()}). "
                f"Choose another: make run PORT={port + 1 if port < 65535 else 8000}"
            ) from error
    return port


def web_server(port: int) -> list[str]:
    """One process with threads: SQLite lets many read, and one write, at a time."""
    options = {"bind": f"{HOST}:{port}", "threads": "8", "graceful-timeout": "1", "timeout": "120"}
    words = [f"--{name}={value}" for name, value in options.items()]
    quiet = ["--log-level=warning", "--no-control-socket"]
    return [sys.executable, "-m", "gunicorn", *words, *quiet, "pcp_scrutiny.wsgi"]


def answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1):
        return True
    return False


def stop(processes: list[subprocess.Popen]) -> None:
    """End each with everything it started, within three seconds."""
    began = time.monotonic()
    for after, number in ((0, signal.SIGTERM), (ASK_AGAIN, signal.SIGTERM), (KILL, signal.SIGKILL)):
        while time.monotonic() - began < after and any(each.poll() is None for each in processes):
            time.sleep(0.05)
        for process in processes:
            if process.poll() is None or number == signal.SIGKILL:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, number)
    for process in processes:
        process.wait()


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main(*sys.argv[1:] or ["8000"]))
