"""Builders of the files that tests read: Word documents from raw XML, and PDFs from HTML."""

import io
import random
import zipfile
from functools import cache

import docx
import weasyprint

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def zipped(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the parts, by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word_parts(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    title: str = "",
) -> dict[str, str | bytes]:
    """The parts of a Word document, each given by the XML inside its root."""
    kinds = {"styles": styles, "numbering": numbering, "footnotes": footnotes}
    present = {kind: xml for kind, xml in kinds.items() if xml}
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships({k: f"{k}.xml" for k in present}),
    }
    for kind, xml in present.items():
        parts[f"word/{kind}.xml"] = f"<w:{kind} {_NAMESPACES}>{xml}</w:{kind}>"
    if title:
        parts["_rels/.rels"] = _relationships(
            {"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"}
        )
        parts["docProps/core.xml"] = (
            f'<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></p>'
        )
    return parts


def word(body: str, **parts: str) -> bytes:
    """A Word document with the XML given."""
    return zipped(word_parts(body, **parts))


def _relationships(targets: dict[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="r{index}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets.items())
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{links}</Relationships>'


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(
    content: str = "",
    *,
    style: str = "",
    numbered: tuple[int, int] | None = None,
    properties: str = "",
) -> str:
    """A paragraph; content that is not XML becomes a run. ``numbered`` is list and level."""
    if content and not content.startswith("<"):
        content = run(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        list_id, level = numbered
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def style(
    style_id: str,
    name: str = "",
    *,
    based_on: str = "",
    paragraph: str = "",
    run: str = "",
    kind: str = "paragraph",
) -> str:
    """A style with its paragraph's and its runs' properties."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>'
        f"{base}<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def level(
    index: int, form: str, text: str, *, start: int = 1, more: str = "", font: str = ""
) -> str:
    """One level of a list."""
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/>{fonts}</w:lvl>'
    )


def definition(identity: int, *levels: str) -> str:
    """An abstract numbering definition."""
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def listed(list_id: int, definition_id: int, overrides: str = "") -> str:
    """A list made from a definition."""
    return (
        f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{definition_id}"/>{overrides}</w:num>'
    )


def start_override(index: int, start: int) -> str:
    """Start a level of a list at another number."""
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; a cell that is not XML becomes one of a single paragraph."""
    made = "".join(c if c.startswith("<w:tc>") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A cell; content that is not XML becomes a paragraph."""
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


@cache
def real_word() -> bytes:
    """A document as a word processor writes it, with styles, lists and a table."""
    document = docx.Document()
    document.core_properties.title = "Safer Harbours: a plan"
    document.add_heading("Foreword", 1)
    document.add_paragraph("Our harbours are busy, and we mean to keep them safe.")
    document.add_heading("Priorities", 2)
    for text in ("Fewer thefts from boats.", "Lights on every quay."):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Patrols at night.", style="List Bullet")
    grid = document.add_table(2, 2)
    for index, text in enumerate(("Measure", "Target", "Thefts", "Under 40 a year")):
        grid.cell(index // 2, index % 2).text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@cache
def pdf(html: str, css: str = "") -> bytes:
    """A PDF of the HTML, on A4 in 11 point type."""
    page = "@page{size:A4;margin:2.5cm} body{font:11pt/1.3 'DejaVu Serif',serif} "
    return weasyprint.HTML(string=f"<html lang=en><style>{page}{css}</style>{html}").write_pdf()


def damaged(data: bytes, seed: int) -> bytes:
    """The bytes with some of them changed, cut out, doubled or moved, the same way every time."""
    chance = random.Random(seed)
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        place = chance.randrange(len(spoilt) or 1)
        length = chance.randint(1, 40)
        match chance.randrange(4):
            case 0:
                spoilt[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del spoilt[place : place + length]
            case 2:
                spoilt[place:place] = spoilt[place : place + length]
            case _:
                spoilt[place : place + length] = chance.randbytes(length)
    return bytes(spoilt)
