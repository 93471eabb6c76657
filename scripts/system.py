"""The few Debian packages that cannot come from a Python or Node package. Standard library only.

Each is looked for by what it brings, so that any other way of having it will do. A missing one is
installed where this user may (root, or sudo without a password), and named exactly where not.
"""

import ctypes
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Need:
    package: str
    purpose: str
    present: Callable[[], bool]


def library(name: str) -> Callable[[], bool]:
    def present() -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return present


def postgresql_programs() -> Path | None:
    """The folder of initdb and postgres, the newest release first; Debian keeps it off PATH."""
    if initdb := shutil.which("initdb"):
        return Path(initdb).resolve().parent
    releases = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(releases, key=lambda path: float(path.parts[4]), default=None)
    return newest.parent if newest else None


def chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


PDF = (
    Need("libpango-1.0-0", "write PDFs", library("libpango-1.0.so.0")),
    Need("libpangoft2-1.0-0", "write PDFs", library("libpangoft2-1.0.so.0")),
    Need("libharfbuzz-subset0", "write PDFs", library("libharfbuzz-subset.so.0")),
)
TESTS = (
    *PDF,
    Need("postgresql", "run the suite on PostgreSQL", lambda: postgresql_programs() is not None),
    Need("chromium", "walk the pages in a browser", lambda: chromium() is not None),
    Need("libatomic1", "drive the browser (Playwright's Node)", library("libatomic.so.1")),
    Need("poppler-utils", "look inside PDFs", lambda: shutil.which("pdftotext") is not None),
)


def bring(needs: Iterable[Need]) -> list[Need]:
    """Install what is missing; return what is missing still."""
    missing = [need for need in needs if not need.present()]
    for need in missing:
        install(need.package, need.purpose)
    return [need for need in missing if not need.present()]


def install(package: str, purpose: str) -> bool:
    """One Debian package; False where that cannot be done here, after apt's own words if any."""
    apt = apt_get()
    if apt is None:
        return False
    print(f"Installing Debian's {package}, to {purpose} ...", flush=True)
    command = [*apt, "install", "--yes", "--no-install-recommends", package]
    result = quietly(command)
    if result.returncode and refresh_package_lists(tuple(apt)):
        result = quietly(command)
    if result.returncode:
        print(result.stderr.strip(), file=sys.stderr)
    return result.returncode == 0


def apt_get() -> list[str] | None:
    if shutil.which("apt-get") is None:
        return None
    variables = ["env", "DEBIAN_FRONTEND=noninteractive"]
    apt = [*variables, "apt-get", "--quiet", "-o", "DPkg::Lock::Timeout=120"]
    if os.geteuid() == 0:
        return apt
    if shutil.which("sudo") and quietly(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n", *apt]
    return None


@functools.cache
def refresh_package_lists(apt: tuple[str, ...]) -> bool:
    """Once: a new machine has no lists, an old one's name packages that are gone."""
    return quietly([*apt, "update"]).returncode == 0


def quietly(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    options = {"capture_output": True, "text": True, "stdin": subprocess.DEVNULL}
    return subprocess.run(command, check=False, **options)


def how_to_bring(needs: Iterable[Need]) -> str:
    """A sentence that names the packages, and the command that brings them."""
    purposes = ", ".join(dict.fromkeys(need.purpose for need in needs))
    packages = " ".join(need.package for need in needs)
    return f"To {purposes}, install the missing packages: apt-get install {packages}"
