"""A Word document (.docx) read into blocks."""

from ..blocks import Block, Document, Unreadable
from ..characters import trim
from .names import w
from .package import DAMAGED, Package

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(data: bytes) -> Document:
    package = Package(data)
    root = package.part(package.related().get("officeDocument", "word/document.xml"))
    if root is None:
        raise Unreadable(DAMAGED)
    blocks = []
    for p in root.iter(w("p")):
        text = trim(
            "".join(
                (t.text or "") if t.tag == w("t") else "\t" if t.tag == w("tab") else "\n"
                for t in p.iter(w("t"), w("tab"), w("br"))
                if not (t.tag == w("tab") and t.getparent().tag != w("r"))
            )
        )
        style = p.find(f"{w('pPr')}/{w('pStyle')}")
        name = "" if style is None else style.get(w("val"), "")
        if text:
            level = int(name[7:]) if name.startswith("Heading") and name[7:].isdecimal() else 0
            blocks.append(Block(text, "heading" if level else "paragraph", level))
    return Document(blocks[0].text if blocks else "", MEDIA_TYPE, tuple(blocks))
