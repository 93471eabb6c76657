"""The entries of a PDF's objects that printing needs (ISO 32000-1). All others are left out.

For each kind of object its entries, and of what kind their values are:

* ``PLAIN``: numbers, names, strings, and arrays of them. No dictionary, no stream.
* another kind by its name; ``each`` of that kind in a dictionary of named ones; ``some`` of it, one
  or an array of them.
* ``COLOUR``: a colour space, which is told by what it begins with.
"""

from typing import NamedTuple

PLAIN = "plain"
COLOUR = "colour"


class Each(NamedTuple):
    """A dictionary whose values are all of a kind, under any name."""

    kind: str


class Some(NamedTuple):
    """One of a kind, or an array of them."""

    kind: str


Spec = str | Each | Some

FILTERS = {
    *("/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode"),
    *("/CCITTFaxDecode", "/DCTDecode", "/JPXDecode", "/JBIG2Decode"),
    *("/Fl", "/LZW", "/A85", "/AHx", "/RL", "/CCF", "/DCT"),
}
"""How a stream may be packed. Not by "Crypt", which stands for an encryption of its own."""


def _entries(plain: str, **others: Spec) -> dict[str, Spec]:
    named = {f"/{key}": PLAIN for key in plain.split()}
    return named | {f"/{key}": spec for key, spec in others.items()}


def _stream(plain: str = "", **others: Spec) -> dict[str, Spec]:
    return _entries(f"Length Filter {plain}", DecodeParms=Some("parameters"), **others)


KINDS: dict[str, dict[str, Spec]] = {
    "content": _stream(),
    "parameters": _entries(
        "Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine EncodedByteAlign Rows "
        "EndOfBlock BlackIs1 DamagedRowsBeforeError ColorTransform",
        JBIG2Globals="content",
    ),
    "resources": _entries(
        "ProcSet",
        Font=Each("font"),
        XObject=Each("xobject"),
        ExtGState=Each("state"),
        ColorSpace=Each(COLOUR),
        Pattern=Each("pattern"),
        Shading=Each("shading"),
        Properties=Each("properties"),
    ),
    "properties": _entries("Type Subtype MCID ActualText Alt E Lang BBox Attached"),
    "image": _stream(
        "Type Subtype Width Height BitsPerComponent Intent ImageMask Decode Interpolate "
        "SMaskInData Matte",
        ColorSpace=COLOUR,
        Mask="mask",
        SMask="image",
    ),
    "form": _stream("Type Subtype FormType BBox Matrix", Resources="resources", Group="group"),
    "group": _entries("Type S I K", CS=COLOUR),
    "state": _entries(
        "Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK UseBlackPtComp",
        Font="sized font",
        SMask="soft mask",
    ),
    "soft mask": _entries("Type S BC", G="form", TR="function"),
    "pattern": _stream(
        "Type PatternType PaintType TilingType BBox XStep YStep Matrix",
        Resources="resources",
        Shading="shading",
        ExtGState="state",
    ),
    "shading": _stream(
        "ShadingType Background BBox AntiAlias Coords Domain Extend Matrix BitsPerCoordinate "
        "BitsPerComponent BitsPerFlag VerticesPerRow Decode",
        ColorSpace=COLOUR,
        Function=Some("function"),
    ),
    "function": _stream(
        "FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds",
        Functions=Some("function"),
    ),
    "profile": _stream("N Range", Alternate=COLOUR),
    "calibration": _entries("WhitePoint BlackPoint Gamma Matrix Range"),
    "font": _entries(
        "Type Subtype BaseFont Name FirstChar LastChar Widths FontBBox FontMatrix DW W DW2 W2",
        FontDescriptor="descriptor",
        Encoding="encoding",
        ToUnicode="map",
        DescendantFonts=Some("font"),
        CharProcs=Each("content"),
        Resources="resources",
        CIDToGIDMap="content",
        CIDSystemInfo="ordering",
    ),
    "ordering": _entries("Registry Ordering Supplement"),
    "encoding": _stream(
        "Type BaseEncoding Differences CMapName WMode",
        CIDSystemInfo="ordering",
        UseCMap="map",
    ),
    "map": _stream("Type CMapName WMode", CIDSystemInfo="ordering", UseCMap="map"),
    "descriptor": _entries(
        "Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent "
        "Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth CharSet Lang",
        FontFile="font file",
        FontFile2="font file",
        FontFile3="font file",
        CIDSet="content",
    ),
    "font file": _stream("Length1 Length2 Length3 Subtype"),
}

NAMES_DO = {"encoding", "map", "function", "content", "soft mask"}
"""Kinds that may be given by a name instead: an encoding, "Identity", "None"."""

STREAMS = {"content", "image", "form", "profile", "map", "font file", "xobject"}
"""Kinds that are streams; the others are dictionaries, and some may be either."""

EITHER = {"pattern", "shading", "function", "encoding"}
