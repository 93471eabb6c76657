"""A paper that someone sends in: what is kept of it, what is printed, and what it lacks."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from pcp_scrutiny.documents import kinds, titles
from pcp_scrutiny.pdf import uploads
from pcp_scrutiny.pdf.uploads import checking, limits, word

LIMITS = (
    f"no larger than {limits.MAX_BYTES // 1024**2} MB and no longer than {limits.MAX_PAGES:,} pages"
)
WORD = (kinds.WORD, kinds.OLD_WORD, kinds.LOCKED)
"""What people take for a Word document."""
NAMED_WORD = (".docx", ".docm", ".dotx", ".dotm")
DAMAGED = (
    "{} is damaged: it cannot be opened as a Word document. Ask the author for it again, as a Word "
    "document (.docx) or a PDF."
)
NO_DOCUMENT = (
    "{} is not a PDF or a Word document: it is {}. Ask the author for it as a Word document "
    "(.docx) or a PDF."
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that can be printed. ``data`` is what came, ``printed`` the PDF: the same, or what
    was made of a Word document. ``title`` is what the file calls itself, ``lacks`` are the codes
    of what people should know of it (pdf.uploads)."""

    name: str
    data: bytes
    media_type: str
    printed: bytes
    pages: int
    title: str = ""
    lacks: Sequence[str] = ()

    @property
    def is_converted(self) -> bool:
        """Whether the PDF was made here."""
        return self.printed is not self.data

    @property
    def printed_name(self) -> str:
        """What the PDF is called."""
        return (
            f"{self.name.rpartition('.')[0] or self.name}.pdf" if self.is_converted else self.name
        )


def accepted() -> str:
    """Which files are taken on this machine, for the form to say."""
    if word.can_convert():
        begins = "A PDF, or a Word document (.docx), which is turned into a PDF in a few seconds"
        return f"{begins}; {LIMITS}"
    return (
        f"A PDF, {LIMITS}. Word documents cannot be turned into PDF on this machine: save them as "
        "PDF in Word, with ‘Document structure tags for accessibility’ ticked"
    )


def read(data: bytes, name: str, *, is_ours: bool = False) -> Upload:
    """Look through a file that was sent in, which can take a minute for a Word document: in a
    process of its own, unless it is one that we made ourselves. Raises uploads.Unusable, and
    word.NoConverter on a machine without LibreOffice: each in a sentence for the sender."""
    kind = kinds.recognise(data)
    _check(kind, data, name)
    printed = word.convert(data, name) if kind in WORD else data
    facts = (checking if is_ours else uploads).inspect(printed, name)
    return Upload(
        name,
        data,
        kind.media_type,
        printed,
        facts.pages,
        titles.title_of(facts.title, ()),
        [*facts.lacks, *facts.notes],
    )


def _check(kind: kinds.Kind, data: bytes, name: str) -> None:
    """Refuse with the advice that fits where Word documents are taken beside PDFs."""
    is_called_word = name.lower().rstrip().endswith(NAMED_WORD)
    is_no_archive = kind is kinds.WORD and not zipfile.is_zipfile(io.BytesIO(data))
    if data and ((is_called_word and kind in (kinds.ZIP, kinds.OTHER)) or is_no_archive):
        raise uploads.Unusable(DAMAGED.format(kinds.shown(name)))
    if data and kind in (kinds.TEXT, kinds.OTHER) and word.can_convert():
        raise uploads.Unusable(NO_DOCUMENT.format(kinds.shown(name), kind.called))


def check_size(size: int, name: str) -> None:
    """Refuse by its size a file that has not been read. Raises uploads.Unusable."""
    uploads.check_size(size, name)
