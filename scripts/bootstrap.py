"""Bring .venv up to date with requirements-dev.txt on a machine that may have only Python.

uv does the work, from pinned versions with hashes; getting_pip gets uv. Everything stays inside
the project: .tools holds uv, .venv what it installs. Standard library only.
"""

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts import getting_pip

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
UV = TOOLS / "uv" / "bin" / "uv"
UV_PINS = ROOT / "requirements-setup.txt"
UV_STAMP = TOOLS / "uv" / "installed"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PINS = ROOT / "requirements-dev.txt"
STAMP = VENV / "installed"
RECENT_ENOUGH = "import sys; sys.exit(sys.version_info < (3, 11))"


class SetupError(Exception):
    """Set-up cannot go on; the message says what to do about it."""


def bring_uv() -> None:
    wanted = digest(UV_PINS)
    if UV.exists() and UV_STAMP.exists() and UV_STAMP.read_text() == wanted:
        return
    pip = getting_pip.find(TOOLS / "pip", UV_PINS)
    if pip is None:
        raise SetupError(
            f"{sys.executable} has neither pip nor the venv module, and they could not be "
            "installed.\nInstall them and try again. On Debian or Ubuntu: "
            "apt-get install python3-venv"
        )
    folder = UV.parent.parent
    shutil.rmtree(folder, ignore_errors=True)
    options = ["-qq", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"]
    command = [*pip, "install", *options, "--target", folder, "--require-hashes", "-r", UV_PINS]
    run(command, os.environ | {"PIP_USER": "0"}, "pip says above why uv could not be installed.")
    UV_STAMP.write_text(wanted)


def bring_environment() -> None:
    print("Setting up .venv with the pinned dependencies ...", flush=True)
    bring_uv()
    environment = os.environ | {"UV_PYTHON_DOWNLOADS": "never", "UV_NO_PROGRESS": "1"}
    # uv does not read pip's settings: where they name a mirror or a certificate, it is told.
    for variable, setting in (("UV_DEFAULT_INDEX", "index-url"), ("SSL_CERT_FILE", "cert")):
        if named := getting_pip.configured(setting):
            environment.setdefault(variable, named[0])
    uv = [UV, "--quiet", "--no-config"]
    why = "uv says above why the dependencies could not be installed."
    if not usable():
        run([*uv, "venv", "--clear", "--python", sys.executable, VENV], environment, why)
    sync = ["pip", "sync", "--python", PYTHON, "--require-hashes", "--only-binary", ":all:", PINS]
    run([*uv, *sync], environment, why)
    STAMP.write_text(wanted_stamp())


def run(command: Sequence[str | Path], environment: dict[str, str], why: str) -> None:
    if subprocess.run(command, check=False, env=environment).returncode:
        raise SetupError(why)


def usable() -> bool:
    """Whether .venv was made here (its commands hold its path) and its Python still works."""
    made_here = STAMP.exists() and STAMP.read_text().startswith(f"{ROOT}\n")
    return made_here and getting_pip.succeeds([PYTHON, "-c", RECENT_ENOUGH])


def wanted_stamp() -> str:
    return f"{ROOT}\n{digest(PINS)}\n"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> int:
    signal.signal(
        signal.SIGTERM, lambda *_: sys.exit(143)
    )  # So that subprocess.run ends its child.
    (ROOT / "var").mkdir(exist_ok=True)
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as lock:  # Two commands started at once take turns.
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            if not usable() or STAMP.read_text() != wanted_stamp():
                bring_environment()
        except SetupError as reason:
            print(reason, file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
