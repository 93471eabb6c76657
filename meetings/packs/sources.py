"""What a part is rendered from: a document of HTML, or a PDF that was sent in. Pure."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Source:
    """``html`` is a whole document; ``upload`` is where the file storage has a PDF, and ``sha256``
    its checksum. ``band`` are the millimetres kept empty for headings on the first page."""

    html: str = ""
    upload: str = ""
    sha256: str = ""
    band: float = 0

    @cached_property
    def digest(self) -> str:
        """SHA-256 in hexadecimal of what it says, whatever stands above it."""
        return hashed("upload", self.sha256) if self.upload else hashed("html", self.html)

    def key(self, renderer: str) -> str:
        """SHA-256 of everything that its pages depend on."""
        return hashed(renderer, self.digest, f"{self.band:.3f}")


def hashed(*values: object) -> str:
    """One digest for several values, no two lists of which are taken for each other."""
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()
