"""Word documents to send in, among them one that tries to reach out in every way."""

import io
import zipfile

import docx

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": _R,
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    }.items()
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/>{}</Types>'
)
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc\xf8\x0f\x00\x01\x01\x01\x00\x1b\xb6\xeeV\x00\x00\x00\x00IEND\xaeB`\x82"
)


def ordinary() -> bytes:
    """As Word would save it."""
    document = docx.Document()
    document.core_properties.title = "A paper"
    document.add_heading("Report of the Commissioner", 1)
    document.add_paragraph("Words of the report.")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "In a table"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def made(body: str, *, links: str = "", types: str = "", **parts: str | bytes) -> bytes:
    """Of a body and relationships as XML, and other parts by name ("__" stands for a stroke and
    "_" for a full stop)."""
    document = f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
    written: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES.format(types),
        "_rels/.rels": relationships(link("document", "officeDocument", "word/document.xml")),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relationships(links),
    }
    written |= {key.replace("__", "/").replace("_", "."): value for key, value in parts.items()}
    return zipped(written)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def link(name: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{target}"{mode}/>'


def relationships(links: str) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{links}</Relationships>'


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def field(code: str, shown: str) -> str:
    """A field as Word writes it, its code in two runs."""
    half = len(code) // 2
    codes = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (code[:half], code[half:])
    )
    marks = [f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")]
    return f"<w:p>{marks[0]}{codes}{marks[1]}<w:r><w:t>{shown}</w:t></w:r>{marks[2]}</w:p>"


def picture(name: str, how: str = "link") -> str:
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/>'
        '<wp:docPr id="1" name="p"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:{how}="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def reaching(address: str) -> bytes:
    """A document that asks for ``address`` in all ways that Word and LibreOffice know."""
    fields = "".join(
        field(code, f"Shown {number}")
        for number, code in enumerate(
            (
                f'INCLUDEPICTURE "{address}/field.png" \\d',
                f'INCLUDETEXT "{address}/text.docx"',
                f'LINK Word.Document.12 "{address}/link.docx" "" \\a \\r',
                f'DDEAUTO c:\\\\windows "{address}/dde"',
                f'IMPORT "{address}/import.png"',
                f'HYPERLINK "file://{address}/file"',
            ),
            start=1,
        )
    )
    outside = {
        "image": "image.png",
        "attachedTemplate": "template.dotm",
        "oleObject": "object.xlsx",
        "aFChunk": "chunk.html",
        "subDocument": "sub.docx",
        "frame": "frame.docx",
    }
    links = "".join(
        link(f"r{kind}", kind, f"{address}/{target}", external=True)
        for kind, target in outside.items()
    )
    links += link("site", "hyperlink", "https://example.org/", external=True)
    links += link("local", "hyperlink", "file:///etc/passwd", external=True)
    links += link("settings", "settings", "settings.xml")
    links += link("chunk", "aFChunk", "chunk.html")
    body = (
        paragraph("Words of the paper.")
        + fields
        + picture("rimage")
        + f'<w:p><w:r><w:fldSimple w:instr="INCLUDEPICTURE &quot;{address}/simple.png&quot;">'
        "<w:r><w:t>Simply shown</w:t></w:r></w:fldSimple></w:r></w:p>"
        f'<w:p><w:r><w:pict><v:shape style="width:50pt;height:50pt"><v:imagedata '
        f'src="{address}/vml.png" o:href="{address}/href.png" r:href="rimage"/></v:shape></w:pict>'
        '</w:r></w:p><w:p><w:r><w:object><o:OLEObject Type="Link" ProgID="Excel.Sheet.12" '
        'r:id="roleObject" UpdateMode="Always"/></w:object></w:r></w:p>'
        '<w:altChunk r:id="raFChunk"/><w:altChunk r:id="chunk"/><w:subDoc r:id="rsubDocument"/>'
        '<w:p><w:hyperlink r:id="site"><w:r><w:t>Our site</w:t></w:r></w:hyperlink></w:p>'
        '<w:p><w:hyperlink r:id="local"><w:r><w:t>A file</w:t></w:r></w:hyperlink></w:p>'
    )
    settings = f'<w:settings {_NAMESPACES}><w:attachedTemplate r:id="t"/></w:settings>'
    template = link("t", "attachedTemplate", f"{address}/settings.dotm", external=True)
    return made(
        body,
        links=links,
        word__settings_xml=settings,
        word___rels__settings_xml_rels=relationships(template),
        word__chunk_html=f'<html><body><img src="{address}/chunk.png">Chunk</body></html>',
        customXml__item1_xml="<x>SECRET</x>",
        word__embeddings__sheet_xlsx=b"SECRET",
    )
