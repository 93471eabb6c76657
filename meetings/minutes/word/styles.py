"""The styles of the document, so that whoever gets it can change its look in one place."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

COLOUR, TINT = RGBColor(0x16, 0x43, 0x4A), "F2F6F6"
TYPEFACE = "Arial"
# Centimetres that each level stands further in: its number hangs in that space.
STEP, LONG_STEP = 1.6, 2.3
ENTRY = ("Minute", "Minute Point", "Minute Subpoint")
CONTINUED = tuple(f"{name} Continued" for name in ENTRY)
RESOLUTION = "Resolution"
NOTE, PRIVATE, DRAFT, SIGNED = "Minute Note", "Not For Publication", "Draft", "Signature Line"


def dress(document: Document, *, step: float) -> None:
    """Give a new document the page, the language and the styles of minutes."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    _typeface(document)
    for level, (name, more) in enumerate(zip(ENTRY, CONTINUED, strict=True)):
        _indented(_new(document, name), level, step, hangs=True)
        _indented(_new(document, more, based_on=name), level, step)
    _shade(_new(document, RESOLUTION, based_on=ENTRY[0]))
    _shade(_new(document, f"{RESOLUTION} Continued", based_on=CONTINUED[0]))
    note = _new(document, NOTE, based_on=CONTINUED[0])
    note.font.italic = True
    private = _new(document, PRIVATE)
    private.font.bold = True
    private.paragraph_format.keep_with_next = True
    draft = _new(document, DRAFT)
    draft.font.bold, draft.font.size = True, Pt(14)
    draft.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    signed = _new(document, SIGNED)
    signed.paragraph_format.space_before = Pt(42)


def _typeface(document: Document) -> None:
    normal = document.styles["Normal"]
    _face(normal, 11)
    normal.paragraph_format.space_after = Pt(6)
    for name, size in (("Title", 22), ("Subtitle", 13), ("Heading 1", 14), ("Heading 2", 12)):
        style = document.styles[name]
        _face(style, size)
        style.font.color.rgb, style.font.italic = COLOUR, False
    for name, before in (("Heading 1", 16), ("Heading 2", 10)):
        style = document.styles[name]
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.keep_with_next = True


def _face(style: ParagraphStyle, size: int) -> None:
    style.font.name, style.font.size = TYPEFACE, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _new(document: Document, name: str, *, based_on: str = "Normal") -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[based_on]
    style.quick_style = True
    return style


def _indented(style: ParagraphStyle, level: int, step: float, *, hangs: bool = False) -> None:
    indent = Cm(step * (level + 1))
    style.paragraph_format.left_indent = indent
    style.paragraph_format.first_line_indent = Cm(-step if hangs else 0)
    style.paragraph_format.tab_stops.add_tab_stop(indent)


def _shade(style: ParagraphStyle) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", TINT)):
        shading.set(qn(f"w:{name}"), value)
    # The schema has an order: the shading stands before the tabs, spacing and indents.
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(
        shading, "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )
