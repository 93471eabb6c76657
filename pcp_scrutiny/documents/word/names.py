"""The names that WordprocessingML gives things (ECMA-376 part 1, section 17)."""

from functools import cache

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": _MATHS.encode(),
}


def even_namespaces(data: bytes) -> bytes:
    """ "Strict Open XML" as the usual kind, which differs in the names of its namespaces only."""
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    return data


@cache
def w(name: str) -> str:
    """``w("p")`` is the full name of a paragraph."""
    return f"{{{_W}}}{name}"


@cache
def mc(name: str) -> str:
    """A name of markup compatibility: ``AlternateContent``, ``Choice``, ``Fallback``."""
    return f"{{{_MC}}}{name}"


@cache
def maths(name: str) -> str:
    """A name of Office's formulas."""
    return f"{{{_MATHS}}}{name}"


def val(element: etree._Element | None, name: str = "val") -> str | None:
    """The attribute of an element that may not be there."""
    return None if element is None else element.get(w(name))


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """The attribute as a whole number of at most nine digits; None where it is not one."""
    value = val(element, name) or ""
    if len(value) > 9 or not value.lstrip("-").isdecimal():
        return None
    return int(value)


def is_on(element: etree._Element | None) -> bool | None:
    """What a switch such as ``<w:b/>`` says; None where it is absent."""
    if element is None:
        return None
    return (val(element) or "true").lower() not in ("0", "false", "off", "none")
