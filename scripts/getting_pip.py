"""The ways to a working pip on a machine that may have only Python. Standard library only.

Debian packages pip, the venv module and ensurepip apart from Python, so each may be missing. They
are tried from the cleanest to the last resort, and none needs this repository to name an index.
"""

import configparser
import contextlib
import hashlib
import html.parser
import os
import re
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from scripts import system


def find(folder: Path, pins: Path) -> list[str] | None:
    """The command that runs pip, or None. What it needs goes into folder; pins names the wheel."""
    return (
        from_a_new_environment(sys.executable, folder)
        or working([sys.executable, "-m", "pip"])
        or from_a_configured_index(folder, pins)
        or from_debian(folder)
    )


def working(pip: list[str]) -> list[str] | None:
    return pip if succeeds([*pip, "--version"]) else None


def succeeds(command: Sequence[str | Path]) -> bool:
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def from_a_new_environment(python: str, folder: Path) -> list[str] | None:
    """The venv module with ensurepip, where Python has both."""
    environment = folder / "environment"
    if not succeeds([python, "-m", "venv", "--clear", environment]):
        return None
    return working([str(environment / "bin" / "python"), "-m", "pip"])


def from_debian(folder: Path) -> list[str] | None:
    """Debian's venv module serves Debian's Python, which may not be the one that runs this."""
    if not system.install("python3-venv", "make the virtual environment"):
        return None
    pythons = (sys.executable, "/usr/bin/python3")
    return next(filter(None, (from_a_new_environment(each, folder) for each in pythons)), None)


# --- An index that the machine's configuration names ----------------------------------------------


def from_a_configured_index(folder: Path, pins: Path) -> list[str] | None:
    """The pinned wheel of pip, run without installing it."""
    version, hashes = pinned("pip", pins)
    wheel = folder / f"pip-{version}-py3-none-any.whl"
    for index in (*configured("index-url"), *configured("extra-index-url")):
        # An index that does not answer is no reason to stop: Debian's packages may help.
        with contextlib.suppress(OSError, ValueError):
            content = fetch(index, "pip", wheel.name)
            if content and hashlib.sha256(content).hexdigest() in hashes:
                wheel.parent.mkdir(parents=True, exist_ok=True)
                wheel.write_bytes(content)
                return working([sys.executable, str(wheel / "pip")])
    return None


def pinned(name: str, pins: Path) -> tuple[str, set[str]]:
    """The version and the SHA-256 hashes that a requirements file allows."""
    entry = re.search(rf"^{name}==(\S+)((?:\s*\\\s+--hash=sha256:\w+)+)", pins.read_text(), re.M)
    if entry is None:
        raise LookupError(f"{pins.name} does not pin {name}")
    return entry[1], set(re.findall(r"sha256:(\w+)", entry[2]))


def configured(key: str) -> list[str]:
    """The words of one setting in pip's environment variables or configuration files."""
    named = os.environ.get("PIP_" + key.upper().replace("-", "_"))
    if named is None:
        settings = configparser.RawConfigParser()
        home = Path.home()
        user = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        files = ["/etc/xdg/pip/pip.conf", "/etc/pip.conf", home / ".pip/pip.conf"]
        with contextlib.suppress(configparser.Error):  # pip itself will say what is wrong with it.
            settings.read([*files, user / "pip/pip.conf", os.environ.get("PIP_CONFIG_FILE", "")])
        named = settings.get("global", key, fallback="")
    return [word.rstrip("/") for word in named.split()]


class Links(html.parser.HTMLParser):
    """The addresses that a page of an index links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for key, value in attrs if key == "href" and value]


def fetch(index: str, project: str, name: str) -> bytes | None:
    """The file's content, or None where the index does not have it. Raises OSError, ValueError."""
    page = f"{index}/{project}/"
    links = Links()
    with urllib.request.urlopen(page, timeout=60) as answer:
        links.feed(answer.read().decode())
    for link in links.found:
        address = urllib.parse.urljoin(page, link)
        if urllib.parse.urlsplit(address).path.endswith(f"/{name}"):
            with urllib.request.urlopen(address, timeout=60) as answer:
                return answer.read()
    return None
