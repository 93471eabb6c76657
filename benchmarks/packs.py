"""How fast agenda packs are made, beside other ways to make the same pages.

    make bench                          300 pages from the record, 300 with uploads, 1,000 pages
    python -m benchmarks.packs 60       sixty pages of the first kind

Each is made cold, again after one paper was changed, and again after its agenda was put in another
order. In the same run WeasyPrint renders the same papers as one document, Chromium prints them,
and qpdf merges the finished parts. Times are by the clock, because two processes render.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measuring.tables import seconds, table, times
from benchmarks.measuring.timing import machine
from benchmarks.packed.content import CONTENTS, Content, of_pages

HEADS = ["Pack", "Pages", "Cold", "One paper changed", "Reordered", "Assembly", "Memory"]
PEERS = ["Pack", "WeasyPrint / cold", "WeasyPrint / changed", "Chromium / changed"]
PEERS += ["WeasyPrint / reordered", "Assembly / qpdf"]


def main() -> None:
    asked = sys.argv[1:]
    contents = [of_pages(int(asked[0]))] if asked else CONTENTS
    print("\n# Agenda packs\n")
    print(f"{machine('all are')}\n")
    found = [_measured(content) for content in contents]
    print(table(HEADS, [_ours(one) for one in found]), end="\n\n")
    print(table(PEERS, [_beside(one) for one in found]))


def _measured(content: Content) -> dict[str, Any]:
    """In a process of its own, with a database and a folder of files of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "pcp_scrutiny.settings",
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'panel.sqlite3'}",
            "MEDIA_ROOT": str(Path(folder) / "media"),
            "DEMO": "1",
        }
        command = [sys.executable, "-m", "benchmarks.packed.measuring", content.name, folder]
        command += [str(part) for part in (content.written, content.uploads, content.pages_each)]
        done = subprocess.run(
            command, env=environment, check=True, text=True, stdout=subprocess.PIPE
        )
    return json.loads(done.stdout.splitlines()[-1])


def _ours(one: dict[str, Any]) -> list[str]:
    return [
        one["name"],
        str(one["pages"]),
        *(seconds(one[what]) for what in ("cold", "changed", "reordered", "assembly")),
        f"{one['memory']:.0f} MB",
    ]


def _beside(one: dict[str, Any]) -> list[str]:
    return [
        one["name"],
        times(one["weasyprint"] / one["cold"]),
        times(one["weasyprint"] / one["changed"]),
        times(one["chromium"] / one["changed"]) if one["chromium"] else "not there",
        times(one["weasyprint"] / one["reordered"]),
        times(one["assembly"] / one["qpdf"]) if one["qpdf"] else "not there",
    ]


if __name__ == "__main__":
    main()
