"""What is taken out of the XML of a Word document."""

import re

from lxml import etree

from pcp_scrutiny.documents.word.package import parser

from ..facts import Unusable

_TRACKED = (
    "The document has changes that are still tracked, and they would be printed. Open it in Word, "
    "accept or reject them all (Review, Accept, Accept All Changes), save it, and add that."
)
_FOREIGN = (
    "The file holds instructions that Word never writes (a document type declaration). Open it in "
    "Word, save it as PDF, and add that."
)
_CHANGES = ("{*}ins", "{*}del", "{*}moveFrom", "{*}moveTo")
_GONE = {
    *("altChunk", "subDoc", "OLEObject", "control", "ocx", "movie", "oleObj"),
    *("attachedTemplate", "mailMerge", "linkStyles", "saveThroughXslt", "docVars", "frameset"),
    *("attachedSchema", "dataBinding", "externalData", "svgBlip", "webVideoPr", "audioFile"),
    *("videoFile", "hlinkHover", "commentReference", "commentRangeStart", "commentRangeEnd"),
    *("trackRevisions", "documentProtection", "writeProtection"),
}
_ADDRESSES = {"src", "href", "link"}
"""Attributes of drawings that lead to a file of their own, in any namespace."""
_FIELDS = {
    *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "REF", "PAGEREF", "NOTEREF", "TOC", "TC"),
    *("SEQ", "STYLEREF", "HYPERLINK", "INDEX", "XE", "LISTNUM", "SYMBOL"),
}
"""Fields that only look at the document itself. Of all others the last result stays."""
_ADDRESS_IN_FIELD = re.compile(r'HYPERLINK\s+(?:"(?:https?://|mailto:)[^"]*"|\\l\s)', re.IGNORECASE)
_RELATIONS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return _bare(element.tag) if isinstance(element.tag, str) else ""


def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def parse(data: bytes) -> etree._Element:
    """The root of an XML part. No entity is expanded, nothing fetched. Raises Unusable."""
    root = etree.fromstring(data, parser())
    if root.getroottree().docinfo.doctype:
        raise Unusable(_FOREIGN)
    return root


def check_changes(root: etree._Element) -> None:
    """Raises Unusable where text was put in or taken out and nobody has decided on it."""
    if next(root.iter(*_CHANGES), None) is not None:
        raise Unusable(_TRACKED)


def take_out(root: etree._Element, links: set[str]) -> None:
    """Take out what acts or leads out of the file; ``links`` are the relationships that stayed."""
    for element in list(root.iter()):
        if local(element) in _GONE or not isinstance(element.tag, str):
            _drop(element)
            continue
        if local(element) == "object":
            # What is embedded goes; the picture that stands for it stays.
            element.tag = f"{{{etree.QName(element).namespace}}}pict"
        for key, value in list(element.attrib.items()):
            is_relation = key.startswith(_RELATIONS) and value not in links
            if is_relation or _bare(key) in _ADDRESSES:
                del element.attrib[key]


def freeze_fields(root: etree._Element) -> None:
    """Leave of fields that may look outside the document what they last showed."""
    open_fields: list[_Field] = []
    for element in list(root.iter()):
        kind = local(element)
        if kind == "fldSimple":
            if not _is_inside(_attribute(element, "instr")):
                _unwrap(element)
        elif kind == "fldChar":
            _mark(element, open_fields)
        elif kind in ("instrText", "delInstrText") and open_fields:
            open_fields[-1].code += element.text or ""
            open_fields[-1].elements.append(element)
        elif kind == "r":
            for field in open_fields:
                if field.in_code:
                    field.runs.append(element)
    for field in open_fields:  # never ended
        field.freeze()


class _Field:
    """A field whose beginning was met."""

    def __init__(self, begin: etree._Element) -> None:
        self.code = ""
        self.in_code = True
        self.elements = [begin]
        self.runs: list[etree._Element] = []

    def freeze(self) -> None:
        """Take out its marks, and all that is between its beginning and its result."""
        for element in (*self.elements, *self.runs):
            _drop(element)


def _mark(element: etree._Element, open_fields: list[_Field]) -> None:
    kind = _attribute(element, "fldCharType")
    if kind == "begin":
        open_fields.append(_Field(element))
    elif open_fields:
        field = open_fields[-1]
        field.elements.append(element)
        field.in_code = False
        if kind == "end":
            open_fields.pop()
            if not _is_inside(field.code):
                field.freeze()


def _is_inside(code: str) -> bool:
    word = code.split(maxsplit=1)[0].upper() if code.strip() else ""
    if word == "HYPERLINK":
        return _ADDRESS_IN_FIELD.match(code.strip()) is not None
    return word in _FIELDS


def _attribute(element: etree._Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if _bare(key) == name), "")


def _drop(element: etree._Element) -> None:
    """Take out an element, but not the text that follows it."""
    above = element.getparent()
    if above is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            above.text = (above.text or "") + element.tail
    above.remove(element)


def _unwrap(element: etree._Element) -> None:
    above = element.getparent()
    if above is not None:
        place = above.index(element)
        above[place : place + 1] = list(element)
