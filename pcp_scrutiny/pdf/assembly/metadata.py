"""What a pack says of itself: title, language, page labels, and the claim to PDF/UA-1."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>{claim}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
CLAIM = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>"""


def describe(pack: pikepdf.Pdf, *, title: str, author: str, language: str, claims_ua: bool) -> None:
    """Say it in the pack's catalogue. There is no time of making: the same pack has the same
    bytes whenever it is made."""
    root = pack.Root
    root.Lang = String(language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    claim = CLAIM if claims_ua else ""
    said = {"title": title, "author": author, "language": language}
    xmp = XMP.format(**{key: escape(words) for key, words in said.items()}, claim=claim)
    root.Metadata = pack.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pack.trailer.Info = pack.make_indirect(Dictionary(Title=String(title), Author=String(author)))


def label(pack: pikepdf.Pdf, numbers: Sequence[str]) -> None:
    """Give the pages the labels that are stamped on them."""
    labels: list[object] = []
    before = ""
    for place, number in enumerate(numbers):
        if number.isdecimal():
            if not before.isdecimal() or int(number) != int(before) + 1:
                labels += [place, Dictionary(S=Name.D, St=int(number))]
        else:
            labels += [place, Dictionary(P=String(number))]
        before = number
    pack.Root.PageLabels = Dictionary(Nums=Array(labels))
