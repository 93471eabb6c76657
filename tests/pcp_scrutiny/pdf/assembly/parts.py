"""Parts to put together in tests."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from pcp_scrutiny import pdf
from pcp_scrutiny.pdf.assembly import Assembled, Part, assemble
from tests.pcp_scrutiny.pdf.documents import document

FOOT = "A panel, 11 December 2026. Public pack"


def part(name: str, body: str, *, first: int = 1, band: float = 0, **options) -> Part:
    """A part from HTML, its pages numbered from ``first``."""
    content = pdf.render_part(document(body), band=band)
    numbers = [str(first + page) for page in range(pdf.count_pages(content))]
    return Part(name=name, content=content, **({"numbers": numbers} | options))


def packed(*parts: Part, **options) -> Assembled:
    """The parts as a pack."""
    return assemble(parts, **({"title": "A pack", "author": "A panel", "foot": FOOT} | options))


def opened(pack: Assembled) -> pikepdf.Pdf:
    """The pack, to look into."""
    return pikepdf.open(io.BytesIO(pack.content))


def upload(*, tags: bool = True, claims: bool = False, language: str = "cy-GB", **page) -> bytes:
    """A PDF of one page by somebody else: a heading, a table with roles of its own names, and a
    figure; its parent tree has kids, and its names are those that others use, too."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(595, 842))
    first = made.pages[0].obj
    first.Resources = Dictionary(Font=Dictionary(F1=made.make_indirect(_font())))
    drawn = [
        "/H1 <</MCID 0>> BDC BT /F1 20 Tf 72 700 Td (Adroddiad) Tj ET EMC",
        "/Cell <</MCID 1>> BDC BT /F1 12 Tf 72 650 Td (Blwyddyn) Tj ET EMC",
        "/Cell <</MCID 2>> BDC BT /F1 12 Tf 172 650 Td (2026) Tj ET EMC",
        "/H3 <</MCID 3>> BDC BT /F1 12 Tf 72 600 Td (Isadran) Tj ET EMC",
    ]
    first.Contents = made.make_stream("\n".join(drawn).encode())
    for key, value in page.items():
        first[f"/{key}"] = value
    if tags:
        _tag(made, first, language)
    if claims:
        with made.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["pdfuaid:part"] = "1"
    written = io.BytesIO()
    made.save(written, deterministic_id=True)
    return written.getvalue()


def _font() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def _tag(made: pikepdf.Pdf, page: pikepdf.Object, language: str) -> None:
    root = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))

    def element(role: str, above: pikepdf.Object, **entries) -> pikepdf.Object:
        return made.make_indirect(Dictionary(S=Name("/" + role), P=above, Pg=page, **entries))

    document = element("Report", root)
    title = element("Title1", document, K=0)
    table, deep = element("Table", document), element("H3", document, K=3)
    row = element("TR", table)
    head = element("TH", row, K=1, ID=pikepdf.String("h"))
    cell = element("Cell", row, K=2, A=Dictionary(O=Name.Table, Headers=Array(["h"])))
    row.K, table.K = Array([head, cell]), row
    document.K, root.K = Array([title, table, deep]), document
    leaf = Dictionary(Limits=Array([7, 7]), Nums=Array([7, Array([title, head, cell, deep])]))
    root.ParentTree = Dictionary(Kids=Array([made.make_indirect(leaf)]))
    roles = {"Report": "Document", "Title1": "H1", "Cell": "Data", "Data": "TD"}
    root.RoleMap = Dictionary({f"/{key}": Name(f"/{value}") for key, value in roles.items()})
    page.StructParents = 7
    made.Root.StructTreeRoot, made.Root.MarkInfo = root, Dictionary(Marked=True)
    made.Root.Lang = pikepdf.String(language)
