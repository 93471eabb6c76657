"""Rendered parts, kept in the file storage under a digest of everything their pages depend on.

They are never served: the parts of full packs hold what is not for publication. A file says its
own checksum, so that one that is damaged is rendered again, as one that is missing is.
"""

import hashlib
import logging
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from pcp_scrutiny import pdf
from pcp_scrutiny.pdf import static_files

from .sources import hashed

logger = logging.getLogger(__name__)
FOLDER = "parts"
UNUSED = timedelta(days=90)
"""A part that no pack was made of for so long is cleared away."""
TOUCHED = timedelta(days=1)
"""How exactly it is kept when a part was last used."""
MARK = b"\n%kept "
LIBRARIES = ("weasyprint", "pikepdf", "pydyf", "fonttools", "tinyhtml5", "tinycss2", "pyphen")


def renderer() -> str:
    """A digest of all that renders: the libraries, the style sheet, and our own printing."""
    sheet, _ = static_files.read(f"{static_files.BASE}documents.css")
    return hashed(_software(), hashlib.sha256(sheet).hexdigest())


@cache
def _software() -> str:
    """It does not change while a process runs."""
    return hashed([version(name) for name in LIBRARIES], code_of(Path(pdf.__file__).parent))


def code_of(folder: Path) -> list[str]:
    """The Python files of a folder, or the one file: what they make may differ when they do."""
    files = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]
    return [path.read_text(encoding="utf-8") for path in files]


def find(key: str, *, ending: str = "pdf") -> bytes | None:
    """The part that is kept under a key; None where there is none, or it is damaged."""
    name = _name(key, ending)
    try:
        with default_storage.open(name, "rb") as file:
            kept = file.read()
    except OSError:
        return None
    content, mark, checksum = kept.rpartition(MARK)
    if not mark or checksum != _checksum(content):
        logger.warning("The kept part %s is damaged; it is rendered again", name)
        _delete(name)
        return None
    _say_used(name)
    return content


def keep(key: str, content: bytes, *, ending: str = "pdf") -> None:
    """Keep a part, whole or not at all. Raises OSError where the disk is full."""
    name, whole = _name(key, ending), content + MARK + _checksum(content)
    try:
        path = Path(default_storage.path(name))
    except NotImplementedError:  # not in a folder; such storages never show half a file
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(whole))
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, whole)


def clear(*, now: datetime | None = None) -> int:
    """Delete the parts that were not used for 90 days; answer with how many."""
    before = (now or timezone.now()) - UNUSED
    old = []
    with suppress(OSError):
        _, names = default_storage.listdir(FOLDER)
        for name in names:
            with suppress(OSError):
                if default_storage.get_modified_time(f"{FOLDER}/{name}") < before:
                    old.append(name)
    for name in old:
        _delete(f"{FOLDER}/{name}")
    return len(old)


def _write(path: Path, whole: bytes) -> None:
    """Whole or not at all, whatever happens meanwhile."""
    with NamedTemporaryFile(dir=path.parent, suffix=".tmp", delete=False) as file:
        written = Path(file.name)
        try:
            file.write(whole)
            file.close()
            written.replace(path)
        except BaseException:
            file.close()
            written.unlink(missing_ok=True)
            raise


def _say_used(name: str) -> None:
    with suppress(OSError, NotImplementedError):
        path = Path(default_storage.path(name))
        if default_storage.get_modified_time(name) < timezone.now() - TOUCHED:
            path.touch()


def _delete(name: str) -> None:
    with suppress(OSError):
        default_storage.delete(name)


def _name(key: str, ending: str) -> str:
    return f"{FOLDER}/{key}.{ending}"


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
