"""Our typeface, for words that are drawn straight on finished pages.

A face is kept in two files, Latin letters and the rarer ones of Latin Extended, so a line of text
may be set in runs of two fonts. Each file is embedded whole, but for its layout tables: then the
font is the same in every pack, is made once per process, and its resource name can be that of its
content, which no other font on a page can have.
"""

import hashlib
import io
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from pcp_scrutiny.pdf import static_files

FILE = "fonts/atkinson-hyperlegible-next-{}-{}-normal.woff2"
SUBSETS = ("latin", "latin-ext")
TABLES = {"head", "hhea", "hmtx", "maxp", "loca", "glyf", "prep", "cvt ", "fpgm"}
REPLACED = {
    "‐": "-", "‑": "-", "‒": "–", "―": "—", "′": "’", "″": "”", "→": "›", "←": "‹", "•": "·",
    "≤": "<=", "≥": ">=",
}  # fmt: skip
UNKNOWN = "?"
ASCENT = 0.984  # of the size: from the top of a line to its baseline, as browsers set it


@dataclass(frozen=True)
class Font:
    """One file of the typeface. ``widths`` are in thousandths of the size, one for each glyph."""

    glyphs: dict[str, int]
    widths: list[int]
    program: bytes
    resource: str
    facts: dict[str, object]

    def embed(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """The font as an object of ``pdf``: Type 0, a code of two bytes for each glyph."""
        program = Stream(pdf, self.program, Length1=len(self.program))
        named = Name("/" + str(self.facts["name"]))
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=named,
            Flags=32,
            FontBBox=Array(self.facts["box"]),
            ItalicAngle=0,
            Ascent=self.facts["ascent"],
            Descent=self.facts["descent"],
            CapHeight=self.facts["capitals"],
            StemV=80,
            FontFile2=pdf.make_indirect(program),
        )
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=named,
            CIDSystemInfo=Dictionary(
                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
            ),
            FontDescriptor=pdf.make_indirect(descriptor),
            CIDToGIDMap=Name.Identity,
            DW=1000,
            W=Array([0, Array(self.widths)]),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=named,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(descendant)]),
                ToUnicode=pdf.make_indirect(Stream(pdf, _to_unicode(self.glyphs))),
            )
        )


@dataclass(frozen=True)
class Run:
    """Letters of one font: its resource name, and the codes as a PDF string."""

    font: Font
    text: str

    @property
    def codes(self) -> bytes:
        """The codes of the letters, in hexadecimal."""
        glyphs = self.font.glyphs
        return b"<%s>" % "".join(f"{glyphs[letter]:04x}" for letter in self.text).encode()

    @property
    def width(self) -> float:
        """In ems."""
        glyphs, widths = self.font.glyphs, self.font.widths
        return sum(widths[glyphs[letter]] for letter in self.text) / 1000


def runs(text: str, *, bold: bool = False) -> list[Run]:
    """The words as they can be set. A letter that the typeface has not is replaced: by the letter
    without its accent, by signs that say the same, or by a question mark; a symbol is left out."""
    latin, extended = fonts(bold=bold)
    settable = "".join(_settable(letter, bold=bold) for letter in text)
    grouped = groupby(settable, key=lambda letter: letter in latin.glyphs)
    return [Run(latin if first else extended, "".join(letters)) for first, letters in grouped]


def can_set(text: str, *, bold: bool = False) -> bool:
    """Whether no letter of the words has to be replaced by a question mark."""
    return "".join(run.text for run in runs(text, bold=bold)).count(UNKNOWN) == text.count(UNKNOWN)


def width(text: str, *, bold: bool = False) -> float:
    """How wide the words are, in ems."""
    return sum(run.width for run in runs(text, bold=bold))


def lines(text: str, room: float, *, bold: bool = False) -> list[str]:
    """The words in lines of at most ``room`` ems; a word that is longer by itself is cut."""
    done, line = [], ""
    for word in text.split():
        tried = f"{line} {word}" if line else word
        if width(tried, bold=bold) <= room:
            line = tried
            continue
        if line:
            done.append(line)
        line = word
        while width(line, bold=bold) > room and len(line) > 1:
            fits = next(
                size for size in range(len(line) - 1, 0, -1)
                if size == 1 or width(line[:size], bold=bold) <= room
            )  # fmt: skip
            done.append(line[:fits])
            line = line[fits:]
    return [*done, line] if line else done


def fonts(*, bold: bool) -> tuple[Font, Font]:
    """Latin, and Latin Extended. Raises static_files.NotBuilt."""
    latin, extended = (_load(subset, 700 if bold else 400) for subset in SUBSETS)
    return latin, extended


@lru_cache(maxsize=2_000)
def _settable(letter: str, *, bold: bool) -> str:
    known = fonts(bold=bold)

    def has(letters: str) -> bool:
        return all(any(each in font.glyphs for font in known) for each in letters)

    composed = unicodedata.normalize("NFKC", letter)
    bare = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    for tried in (letter, REPLACED.get(letter), composed, bare):
        if tried and has(tried):
            return tried
    if letter.isspace():
        return " "
    return UNKNOWN if letter.isalnum() else ""


@lru_cache(maxsize=8)
def _load(subset: str, weight: int) -> Font:
    from fontTools.ttLib import TTFont

    woff, _ = static_files.read(static_files.BASE + FILE.format(subset, weight))
    with TTFont(io.BytesIO(woff), recalcTimestamp=False, recalcBBoxes=False) as font:
        order = font.getGlyphOrder()
        metrics, head, across, sizes = font["hmtx"], font["head"], font["hhea"], font["OS/2"]
        scale = 1000 / head.unitsPerEm
        facts = {
            "name": font["name"].getDebugName(6),
            "box": [round(v * scale) for v in (head.xMin, head.yMin, head.xMax, head.yMax)],
            "ascent": round(across.ascent * scale),
            "descent": round(across.descent * scale),
            "capitals": round(sizes.sCapHeight * scale),
        }
        glyphs = {chr(code): font.getGlyphID(name) for code, name in font.getBestCmap().items()}
        widths = [round(metrics[name][0] * scale) for name in order]
        font.flavor = None
        for table in set(font.keys()) - TABLES - {"GlyphOrder"}:
            del font[table]
        written = io.BytesIO()
        font.save(written, reorderTables=False)
    program = written.getvalue()
    name = f"/F{hashlib.sha256(program).hexdigest()[:12]}"
    return Font(glyphs, widths, program, name, facts)


def _to_unicode(glyphs: dict[str, int]) -> bytes:
    """The character map that says which letter each glyph is."""
    letters = {glyph: letter for letter, glyph in reversed(glyphs.items())}
    entries = [
        f"<{glyph:04x}> <{letter.encode('utf-16-be').hex()}>"
        for glyph, letter in sorted(letters.items())
    ]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode()
