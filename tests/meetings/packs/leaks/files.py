"""Small PDFs with something put where a page does not show it. Each of ``PLACES`` takes the words
and answers with a file; ``HIDDEN`` are those where words stand as names or among bytes."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

A4 = Array([0, 0, 595, 842])


def helvetica(pdf):
    return pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )


def literal(words):
    return (
        words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )


def shows(words, *, at=(72, 700), before=b""):
    return b"BT %b /F1 12 Tf %d %d Td (%b) Tj ET" % (before, *at, literal(words))


def page(content=b"", *, crop=None):
    """A file of one page that shows an honest sentence, and ``content`` besides."""
    pdf = pikepdf.new()
    data = shows("Members are asked to note this report.", at=(72, 760)) + b"\n" + content
    made = Dictionary(
        Type=Name.Page,
        MediaBox=A4,
        Resources=Dictionary(Font=Dictionary(F1=helvetica(pdf))),
        Contents=pdf.make_stream(data),
    )
    if crop:
        made.CropBox = Array(crop)
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(made)))
    return pdf


def saved(pdf, **options):
    file = io.BytesIO()
    pdf.save(file, **options)
    return file.getvalue()


def honest():
    """A file with nothing hidden in it."""
    return saved(page())


# --- On the page --------------------------------------------------------------------------------


def on_the_page(words):
    return saved(page(shows(words)))


def over_two_lines(words):
    first, _, last = words.partition(" ")
    return saved(page(shows(first) + b"\n" + shows(last, at=(72, 680))))


def letter_by_letter(words):
    parts = b" ".join(b"(%b) 20" % literal(letter) for letter in words)
    return saved(page(b"BT /F1 12 Tf 72 700 Td [%b] TJ ET" % parts))


def outside_the_crop_box(words):
    return saved(page(shows(words, at=(72, 100)), crop=[0, 400, 595, 842]))


def off_the_sheet(words):
    return saved(page(shows(words, at=(72, -500))))


def invisible(words):
    return saved(page(shows(words, before=b"3 Tr")))


def in_hexadecimal(words):
    return saved(page(b"BT /F1 12 Tf 72 700 Td <%b> Tj ET" % words.encode("cp1252").hex().encode()))


def _coded(pdf, words):
    """A font whose codes only its map explains, and the words in those codes."""
    codes = {letter: place for place, letter in enumerate(sorted(set(words)), start=1)}
    lines = "".join(f"<{code:04x}> <{ord(letter):04x}>\n" for letter, code in codes.items())
    cmap = (
        "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{lines}endbfchar endcmap"
    )
    below = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Own)
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Own,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([below]),
        ToUnicode=pdf.make_stream(cmap.encode()),
    )
    shown = "".join(f"{codes[letter]:04x}" for letter in words).encode()
    return pdf.make_indirect(font), b"BT /F2 12 Tf 72 700 Td [<%b>] TJ ET" % shown


def in_a_font_of_its_own(words):
    pdf = page()
    font, content = _coded(pdf, words)
    pdf.pages[0].Resources.Font.F2 = font
    pdf.pages[0].contents_add(content)
    return saved(pdf)


def in_a_drawing_no_page_shows(words):
    pdf = page()
    font, content = _coded(pdf, words)
    drawing = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=A4)
    drawing.Resources = Dictionary(Font=Dictionary(F2=font))
    pdf.pages[0].Resources.XObject = Dictionary(Unused=drawing)
    return saved(pdf)


def in_a_drawing_with_the_fonts_of_a_page(words):
    pdf = page()
    font, content = _coded(pdf, words)
    pdf.pages[0].Resources.Font.F2 = font
    pdf.Root.Kept = pdf.make_stream(content)
    return saved(pdf)


def said_for_a_mark(words):
    content = b"/Span <</ActualText (%b)>> BDC EMC" % literal(words)
    return saved(page(content))


# --- In the objects -----------------------------------------------------------------------------


def as_a_bookmark(words):
    pdf = page()
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem(words, 0))
    return saved(pdf)


def as_a_bookmark_in_utf_16(words):
    pdf = page()
    pdf.Root.Outlines = pdf.make_indirect(
        Dictionary(First=Dictionary(Title=String(f"{words} – ŵ")))
    )
    return saved(pdf)


def _noted(**entries):
    pdf = page()
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), **entries)
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])
    return saved(pdf)


def in_the_description_of_a_link(words):
    return _noted(Contents=String(words))


def in_an_address(words):
    address = f"https://example.org/{words.replace(' ', '%20')}"
    return _noted(A=Dictionary(S=Name.URI, URI=String(address)))


def in_a_script(words):
    return _noted(A=Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{words}')")))


def in_a_note_as_rich_text(words):
    return _noted(RC=String(f"<body><p>{words}</p></body>"))


def drawn_by_a_note(words):
    pdf = page()
    drawing = pdf.make_stream(shows(words), Type=Name.XObject, Subtype=Name.Form, BBox=A4)
    note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=A4, AP=Dictionary(N=drawing))
    pdf.pages[0].Annots = Array([note])
    return saved(pdf)


def in_a_field(words):
    pdf = page()
    field = Dictionary(FT=Name.Tx, T=String("name"), V=String(words))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))
    return saved(pdf)


def as_a_destination(words):
    pdf = page()
    names = Array([String(words), Array([pdf.pages[0].obj, Name.Fit])])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
    return saved(pdf)


def as_a_label_of_pages(words):
    pdf = page()
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(words))]))
    return saved(pdf)


def as_a_layer(words):
    pdf = page()
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(words)))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]))
    return saved(pdf)


def _element(**entries):
    pdf = page()
    element = Dictionary(Type=Name.StructElem, S=Name.Figure, Pg=pdf.pages[0].obj, **entries)
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=pdf.make_indirect(element))
    return saved(pdf)


def as_alternative_text(words):
    return _element(Alt=String(words))


def as_actual_text(words):
    return _element(ActualText=String(words))


def as_an_expansion(words):
    return _element(E=String(words))


def as_the_title_of_an_element(words):
    return _element(T=String(words))


def in_the_properties(words):
    pdf = page()
    pdf.docinfo["/Author"] = words
    return saved(pdf)


def in_a_property_of_its_own(words):
    pdf = page()
    pdf.docinfo["/Reference"] = words
    return saved(pdf)


def in_the_metadata(words):
    pdf = page()
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = words
    return saved(pdf)


def in_an_object_stream(words):
    pdf = page()
    pdf.docinfo["/Subject"] = words
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


# --- In other files -----------------------------------------------------------------------------


def _attached(name, content):
    pdf = page()
    pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)
    return saved(pdf)


def as_the_name_of_an_attachment(words):
    return _attached(f"{words}.txt", b"nothing")


def in_an_attachment(words):
    return _attached("notes.txt", f"Notes. {words}.".encode())


def in_an_attached_pdf(words):
    return _attached("notes.pdf", as_alternative_text(words))


def in_an_attached_archive(words):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:t>{words}</w:t>")
    return _attached("notes.docx", file.getvalue())


# --- What nothing leads to any more -------------------------------------------------------------


def in_an_earlier_state(words):
    """The bookmark was replaced by an update that left the first one in the file."""
    return honest() + b"\n9 0 obj\n<< /Title (%b) >>\nendobj\n%%%%EOF\n" % literal(words)


def in_a_stream_that_was_deleted(words):
    packed = zlib.compress(shows(words))
    deleted = b"\n9 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream\nendobj\n"
    return honest() + deleted % (len(packed), packed)


# --- Among bytes, and as names ------------------------------------------------------------------


def in_a_remark(words):
    return honest() + b"\n% " + words.encode("cp1252") + b"\n"


def as_a_role(words):
    pdf = page()
    roles = Dictionary({f"/{words}": Name.P})
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, RoleMap=roles)
    return saved(pdf)


def as_the_name_of_a_font(words):
    pdf = page()
    name = "".join(word.title() for word in words.split())
    pdf.pages[0].Resources.Font.F1.BaseFont = Name(f"/ABCDEF+{name}")
    return saved(pdf)


def in_a_picture(words):
    pdf = page()
    data = b"\xff\xd8\xff\xe1" + b"Photo: " + words.encode("cp1252") + b"\xff\xd9"
    picture = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Width=9, Height=9)
    picture.Filter = Name.DCTDecode
    pdf.pages[0].Resources.XObject = Dictionary(Photo=picture)
    return saved(pdf)


Place = Callable[[str], bytes]

PLACES: tuple[Place, ...] = (
    on_the_page,
    over_two_lines,
    letter_by_letter,
    outside_the_crop_box,
    off_the_sheet,
    invisible,
    in_hexadecimal,
    in_a_font_of_its_own,
    in_a_drawing_no_page_shows,
    in_a_drawing_with_the_fonts_of_a_page,
    said_for_a_mark,
    as_a_bookmark,
    as_a_bookmark_in_utf_16,
    in_the_description_of_a_link,
    in_an_address,
    in_a_script,
    in_a_note_as_rich_text,
    drawn_by_a_note,
    in_a_field,
    as_a_destination,
    as_a_label_of_pages,
    as_a_layer,
    as_alternative_text,
    as_actual_text,
    as_an_expansion,
    as_the_title_of_an_element,
    in_the_properties,
    in_a_property_of_its_own,
    in_the_metadata,
    in_an_object_stream,
    as_the_name_of_an_attachment,
    in_an_attachment,
    in_an_attached_pdf,
    in_an_attached_archive,
    in_an_earlier_state,
    in_a_stream_that_was_deleted,
)
HIDDEN: tuple[Place, ...] = (in_a_remark, as_a_role, as_the_name_of_a_font, in_a_picture)
