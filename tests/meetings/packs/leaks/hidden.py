"""Words in a PDF where no page shows them. Each of ``PLACES`` takes the words and answers with a
file; ``AMONG_BYTES`` are those where words stand as names or among bytes."""

import io
import zipfile
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from tests.meetings.packs.leaks.files import A4, honest, literal, page, saved, shows

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


PLACES = (
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
AMONG_BYTES = (
    in_a_remark,
    as_a_role,
    as_the_name_of_a_font,
    in_a_picture,
)
