"""Sources -> rendered parts: those that are kept are found, the others rendered and kept."""

import logging
from collections.abc import Callable, Iterable

from django.core.files.storage import default_storage

from pcp_scrutiny import pdf

from . import keeping
from .sources import Source

logger = logging.getLogger(__name__)

Tell = Callable[[Source, bytes], None]


def render(sources: Iterable[Source], *, done: Tell | None = None) -> dict[Source, bytes]:
    """Each source as a PDF; ``done`` is told of each. Raises pdf.Unavailable and OSError."""
    renderer = _renderer()
    rendered: dict[Source, bytes] = {}
    for source in sources:
        key = source.key(renderer)
        content = keeping.find(key)
        if content is None:
            content = _render(source)
            keeping.keep(key, content)
        rendered[source] = content
        if done:
            done(source, content)
    return rendered


def _renderer() -> str:
    try:
        return keeping.renderer()
    except pdf.static_files.NotBuilt as missing:
        raise pdf.Unavailable(pdf.rendering.NOT_BUILT) from missing


def _render(source: Source) -> bytes:
    if not source.upload:
        return pdf.render_part(source.html, band=source.band)
    with default_storage.open(source.upload, "rb") as file:
        return file.read()
