"""Files as they were at a tag, from a clone on this machine."""

import subprocess
from pathlib import Path


class Clone:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def text(self, revision: str, path: str) -> str:
        return self._git("show", f"{revision}:{path}")

    def texts(self, first: str, last: str, path: str) -> list[str]:
        """The file at both tags and at each commit of the main line between that touched it."""
        between = ("--first-parent", "--reverse", f"{first}..{last}", "--", path)
        commits = self._git("rev-list", *between).split()
        texts = [self.text(revision, path) for revision in (first, *commits, last)]
        return [text for at, text in enumerate(texts) if not at or text != texts[at - 1]]

    def _git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.folder), *arguments],
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        return done.stdout


def find(folder: Path, name: str) -> Clone | None:
    """The clone of that name in the folder, also as its owner's: ``process``, ``w3c/process``."""
    owner, _, repository = name.partition("/")
    for place in (folder / repository, folder / owner / repository, folder / f"{repository}.git"):
        if place.is_dir():
            return Clone(place)
    return None
