"""The only files that printing may read: our own built fonts and style sheets.

What people typed cannot make the server fetch an address or read another file: every other
address is refused, and so is anything that only looks like one of ours.
"""

from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders

# The address that relative addresses are taken from. It stands for static/build and leads nowhere:
# ".invalid" is reserved (RFC 2606), and no address is ever opened.
SCHEME = "https"
HOST = "built.invalid"
BASE = f"{SCHEME}://{HOST}/"
MEDIA_TYPES = {".css": "text/css", ".woff2": "font/woff2", ".woff": "font/woff"}


class Refused(Exception):
    """The address is none of our own files."""


class NotBuilt(Refused):
    """The file would be ours, but it is not there."""


def read(url: str) -> tuple[bytes, str]:
    """The file at an address of ours, and its media type. Raises Refused."""
    parts = urlsplit(url)
    path = PurePosixPath(unquote(parts.path).lstrip("/"))
    media_type = MEDIA_TYPES.get(path.suffix)
    is_ours = (parts.scheme, parts.netloc) == (SCHEME, HOST) and ".." not in path.parts
    if not is_ours or media_type is None:
        raise Refused(f"Printing may not read {url!r}")
    found = finders.find(str(path))
    if not found:
        raise NotBuilt(f"There is no file {path} to print with")
    return Path(found).read_bytes(), media_type
