"""A PDF with everything in it that must not come out of cleaning. What is to go says SECRET."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.pcp_scrutiny.pdf.uploads import files

_KEYS = (
    "AA AF AcroForm Alternates AP Beads Collection DPartRoot DSS EF EmbeddedFiles FS "
    "Info JavaScript JS LastModified Legal Measure Names OC OCGs OCProperties OPI OpenAction "
    "OutputIntents PageMode PieceInfo PresSteps PS Ref Renditions RichMediaContent SpiderInfo "
    "TU Thumb Threads Trans URLS V VP XFA Zoom"
)
FORBIDDEN = {f"/{key}" for key in _KEYS.split()}
CONTENT = (
    b"/Span <</MCID 0>> BDC BT /F1 12 Tf 50 700 Td (Shown) Tj ET EMC\n"
    b"/OC /Off BDC /P <</MCID 1 /ActualText (SECRET words)>> BDC BT /F1 12 Tf 50 600 Td "
    b"(SECRET layer) Tj (SECRET next) ' 1 2 (SECRET spaced) \" [(SECRET) 3] TJ ET EMC "
    b"10 10 20 20 re f 1 0 0 1 5 5 cm /Plain Do BI /W 1 /H 1 /BPC 8 /CS /G ID S EI EMC\n"
    b"/Figure <</MCID 2 /Alt (SECRET figure)>> BDC /Layered Do EMC\n"
    b"/OC /On BDC BT /F1 12 Tf 50 500 Td (Shown too) Tj ET EMC /Postscript Do /Photo Do\n"
)


def hostile() -> pikepdf.Pdf:
    """All of it."""
    pdf = files.drawn(CONTENT, pages=2)
    pdf.pages[1].Contents = pdf.make_stream(b"10 10 50 50 re f")
    _around(pdf)
    page = pdf.pages[0].obj
    _layers(pdf, page)
    _extras(pdf, page)
    page.Annots = Array([pdf.make_indirect(each) for each in _annotations(pdf, page)])
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([each for each in page.Annots if each.Subtype == Name.Widget]),
        XFA=pdf.make_stream(b"<xdp>SECRET form</xdp>"),
        DA=String("/F1 10 Tf"),
        NeedAppearances=True,
        DR=Dictionary(Font=page.Resources.Font),
    )
    _structure(pdf)
    return pdf


def script(pdf: pikepdf.Pdf) -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=pdf.make_stream(b"app.alert('SECRET')"))


def _file(pdf: pikepdf.Pdf) -> Any:
    held = pdf.make_stream(b"SECRET attachment", Type=Name.EmbeddedFile)
    return pdf.make_indirect(
        Dictionary(Type=Name.Filespec, F=String("SECRET.txt"), EF=Dictionary(F=held))
    )


def _around(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root
    root.OpenAction = script(pdf)
    root.AA = Dictionary(WC=script(pdf))
    root.Names = Dictionary(
        JavaScript=Dictionary(Names=Array([String("SECRET"), script(pdf)])),
        EmbeddedFiles=Dictionary(Names=Array([String("SECRET.txt"), _file(pdf)])),
        Dests=Dictionary(Names=Array([String("place"), _to(pdf, 1)])),
    )
    root.AF = Array([_file(pdf)])
    root.PieceInfo = Dictionary(SECRET=Dictionary(Private=String("SECRET")))
    root.Metadata = pdf.make_stream(b"<x>SECRET metadata</x>")
    root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFX, Info=String("SECRET"))])
    root.Threads = Array([Dictionary(I=Dictionary(Title=String("SECRET thread")))])
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String("SECRET"))]))
    root.URI = Dictionary(Base=String("https://SECRET.invalid"))
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(Title=String("SECRET title"), Author=String("SECRET author"))
    )
    pdf.trailer.SECRET = String("SECRET")
    first = pdf.make_indirect(Dictionary(Title=String("Part one"), A=script(pdf)))
    second = pdf.make_indirect(Dictionary(Title=String("Part two"), Dest=String("place")))
    first.Next, first.First, second.Next = second, first, first  # in circles
    root.Outlines = pdf.make_indirect(Dictionary(First=first, Last=second, Count=2))


def _to(pdf: pikepdf.Pdf, page: int) -> Array:
    return Array([pdf.pages[page].obj, Name.XYZ, 10, 700, 0])


def _layers(pdf: pikepdf.Pdf, page: Any) -> None:
    off, on, unprinted = (
        pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"SECRET {each}")))
        for each in ("off", "on", "unprinted")
    )
    unprinted.Usage = Dictionary(Print=Dictionary(PrintState=Name.OFF))
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([off, on, unprinted]), D=Dictionary(OFF=Array([off]))
    )
    plain = pdf.make_stream(b"BT /F1 9 Tf (SECRET form) Tj ET", Subtype=Name.Form)
    inner = pdf.make_stream(
        b"/OC /Unprinted BDC BT /F1 9 Tf (SECRET inside) Tj ET EMC", Subtype=Name.Form
    )
    font = page.Resources.Font
    for form in (plain, inner):
        form.BBox = Array([0, 0, 99, 99])
        form.Resources = Dictionary(Font=font, Properties=Dictionary(Unprinted=unprinted))
    photo = _photo(pdf)
    photo.OC = on
    page.Resources = Dictionary(
        Font=font,
        Properties=Dictionary(Off=off, On=on),
        XObject=Dictionary(
            Plain=plain,
            Layered=inner,
            Photo=photo,
            Postscript=pdf.make_stream(b"(SECRET postscript) run", Subtype=Name.PS),
            Unused=pdf.make_stream(b"(SECRET unused)", Subtype=Name.Form, BBox=Array([0] * 4)),
        ),
    )


def _photo(pdf: pikepdf.Pdf) -> Any:
    exif = b"\xff\xe1\x00\x14Exif\x00\x00SECRET place"
    comment = b"\xff\xfe\x00\x10SECRET comment"
    jpeg = b"\xff\xd8" + exif + comment + b"\xff\xda\x00\x02\x11\x22\xff\xd9SECRET tail"
    photo = pdf.make_stream(jpeg, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    photo.Filter = Name.DCTDecode
    photo.ColorSpace = Name.DeviceGray
    photo.Metadata = pdf.make_stream(b"SECRET picture metadata")
    photo.Alternates = Array([Dictionary(Image=pdf.make_stream(b"SECRET alternate"))])
    photo.OPI = Dictionary(F=String("SECRET opi"))
    photo.Name = Name.SECRET
    return photo


def _extras(pdf: pikepdf.Pdf, page: Any) -> None:
    page.Thumb = pdf.make_stream(b"SECRET thumbnail")
    page.Metadata = pdf.make_stream(b"SECRET page metadata")
    page.PieceInfo = Dictionary(App=Dictionary(Private=String("SECRET")))
    page.AA = Dictionary(O=script(pdf))
    page.B = Array([Dictionary(T=Dictionary(I=Dictionary(Title=String("SECRET bead"))))])
    outside = pdf.make_stream(b"", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    outside.F = String("https://SECRET.invalid/stream")
    outside.Ref = Dictionary(F=String("SECRET.pdf"), Page=0)
    page.Resources.XObject.Outside = outside
    page.Contents = Array([page.Contents, pdf.make_stream(b"/Outside Do")])


def _annotations(pdf: pikepdf.Pdf, page: Any) -> list[Dictionary]:
    look = pdf.make_stream(b"0 0 10 10 re f", Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
    look.PieceInfo = Dictionary(Private=String("SECRET"))

    def one(subtype: str, **entries: Any) -> Dictionary:
        return Dictionary(
            Type=Name.Annot,
            Subtype=Name(f"/{subtype}"),
            Rect=Array([50, 50, 150, 70]),
            T=String("SECRET commenter"),
            NM=String("SECRET id"),
            F=4,
            P=page,
            **entries,
        )

    def link(**action: Any) -> Dictionary:
        return one("Link", A=Dictionary(**action), PA=script(pdf), Contents=String("A link"))

    seen = Dictionary(N=look)
    comments = ("Text", "Popup", "Highlight", "Caret", "FreeText", "Stamp", "Ink", "Square")
    rich = pdf.make_stream(b"SECRET 3D")
    return [
        *(one(each, Contents=String("SECRET comment"), AP=seen) for each in comments),
        one("FileAttachment", FS=_file(pdf), AP=seen),
        one("RichMedia", RichMediaContent=Dictionary(Assets=rich), AP=seen),
        one("3D", **{"3DD": rich}),
        one("Movie", Movie=Dictionary(F=String("SECRET.mov"))),
        one("Sound", Sound=pdf.make_stream(b"SECRET sound")),
        one("Screen", A=Dictionary(S=Name.Rendition, JS=String("SECRET"))),
        one("Widget", FT=Name.Tx, V=String("Filled in"), TU=String("SECRET tip"), AA=script(pdf)),
        one("Widget", FT=Name.Btn, A=Dictionary(S=Name.SubmitForm, F=String("SECRET")), AP=seen),
        one("Square", Contents=String("SECRET"), OC=pdf.Root.OCProperties.OCGs[0], AP=seen),
        link(S=Name.URI, URI=String("https://example.org/?q=1#x")),
        link(S=Name.URI, URI=String("mailto:clerk@example.org")),
        link(S=Name.URI, URI=String("javascript:alert('SECRET')")),
        link(S=Name.URI, URI=String("file:///SECRET")),
        link(S=Name.URI, URI=String("https://example.org/"), Next=script(pdf)),
        link(S=Name.GoTo, D=String("place")),
        link(S=Name.GoTo, D=String("SECRET nowhere")),
        link(S=Name.GoToR, F=String("SECRET.pdf"), D=String("place")),
        link(S=Name.GoToE, F=String("SECRET.pdf")),
        link(S=Name.Launch, F=String("SECRET.exe")),
        link(S=Name.ImportData, F=String("SECRET.fdf")),
        link(S=Name.Named, N=Name.Print),
    ]


def _structure(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))

    def element(role: str, **entries: Any) -> Any:
        return pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), Pg=page, **entries)
        )

    link = next(each for each in page.Annots if each.get("/PA") and "URI" in str(each.A.S))
    private = Dictionary(O=Name.UserProperties, P=Array([Dictionary(V=String("SECRET"))]))
    kids = [
        element("Shown", K=0, A=private, AF=Array([_file(pdf)]), Alt=String("Words for it")),
        element("P", K=1, ActualText=String("SECRET words")),
        element("Figure", K=2, Alt=String("SECRET figure")),
        element("Link", K=Array([Dictionary(Type=Name.OBJR, Obj=link)])),
        element("Annot", K=Dictionary(Type=Name.OBJR, Obj=page.Annots[0]), T=String("SECRET")),
    ]
    document = element("Document", K=Array(kids), P=root, SECRET=String("SECRET"))
    kids[0].P = pdf.Root.OpenAction  # leads where it should not
    root.K = document
    root.RoleMap = Dictionary(Shown=Name.Other, Other=Name.P, SECRET=Name.P)
    root.PronunciationLexicon = Array([_file(pdf)])
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True, UserProperties=True)
    page.StructParents = 0
