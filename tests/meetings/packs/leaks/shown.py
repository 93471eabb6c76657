"""Words on a page of a PDF, where people see them or not. Each of ``PLACES`` takes the words and
answers with a file."""

from pikepdf import Array, Dictionary, Name

from tests.meetings.packs.leaks.files import A4, literal, page, saved, shows


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


PLACES = (
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
)
