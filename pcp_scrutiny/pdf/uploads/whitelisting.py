"""What pages draw with, reduced to what is known (``known``). Everything is looked at once for
each kind of use, and what nothing known leads to is not written."""

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from . import limits, pictures
from .facts import Unusable
from .known import COLOUR, EITHER, FILTERS, KINDS, NAMES_DO, PLAIN, STREAMS, Each, Some, Spec
from .objects import items, name, whole
from .opening import PICTURE

_DEEPEST = 8
"""Arrays in arrays: a plain value goes no deeper."""
_LAYERS = ("/OCG", "/OCMD")
_OF_PROFILES = {"/CalGray": "calibration", "/CalRGB": "calibration", "/Lab": "calibration"}


class Whitelist:
    """Reduces the objects of one file, in place."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._seen: set[tuple[tuple[int, int], str]] = set()
        self._waiting: list[tuple[Any, str]] = []

    def keep(self, value: Any, kind: str) -> bool:
        """Reduce a value to what its kind may have, and all that it leads to.

        False where it is not of the kind at all, and must not stay.
        """
        is_kept = self._is_kept(value, kind)
        while self._waiting:
            self._reduce(*self._waiting.pop())
        return is_kept

    def has(self, key: tuple[int, int], kind: str) -> bool:
        """Whether an object was kept as one of a kind."""
        return (key, kind) in self._seen

    def _is_kept(self, value: Any, spec: Spec) -> bool:
        if spec == PLAIN:
            return is_plain(value)
        if isinstance(spec, Each):
            return self._keeps_each(value, spec.kind)
        if isinstance(spec, Some) and isinstance(value, Array):
            return all(each is None or self._is_kept(each, spec.kind) for each in value)
        kind = spec.kind if isinstance(spec, Some) else spec
        if kind == COLOUR:
            return self._is_colour(value)
        if kind == "sized font":
            return len(items(value)) == 2 and self._is_kept(value[0], "font")
        if kind == "mask":
            return self._is_kept(value, "image") if isinstance(value, Stream) else is_plain(value)
        if isinstance(value, Name):
            return kind in NAMES_DO
        return self._is_object(value, kind)

    def _is_object(self, value: Any, kind: str) -> bool:
        if kind == "xobject":
            kind = {"/Image": "image", "/Form": "form"}.get(_subtype(value), "")
        if not isinstance(value, Stream if kind in STREAMS else (Dictionary, Stream)):
            return False
        if isinstance(value, Stream) and not (kind in STREAMS | EITHER and _is_readable(value)):
            return False
        if kind == "properties" and name(value.get("/Type")) in _LAYERS:
            return False
        key = (value.objgen, kind)
        if not value.is_indirect or key not in self._seen:
            self._seen.add(key)
            self._waiting.append((value, kind))
        return bool(kind)

    def _reduce(self, found: Any, kind: str) -> None:
        entries = KINDS[kind]
        keys = found.keys()
        for key in keys:
            if key == "/Length":
                continue  # written anew
            spec = entries.get(key)
            if spec is None or not self._is_kept(found.get(key), spec):
                del found[key]
        if kind == "image":
            pixels = (whole(found.get("/Width")) or 0) * (whole(found.get("/Height")) or 0)
            if pixels > limits.MAX_PIXELS:
                raise Unusable(PICTURE)
            pictures.strip(found)

    def _keeps_each(self, value: Any, kind: str) -> bool:
        if not isinstance(value, Dictionary):
            return False
        for key in list(value):
            if not self._is_kept(value.get(key), kind):
                del value[key]
        return True

    def _is_colour(self, value: Any) -> bool:
        if isinstance(value, Name):
            return True
        parts = items(value)
        family = name(parts[0]) if parts else ""
        rest = parts[1:]
        if family in _OF_PROFILES:
            return len(rest) == 1 and self._is_kept(rest[0], "calibration")
        if family == "/ICCBased":
            return len(rest) == 1 and self._is_kept(rest[0], "profile")
        if family == "/Pattern":
            return all(self._is_colour(each) for each in rest[:1]) and len(rest) < 2
        if family in ("/Indexed", "/I"):
            is_table = len(rest) == 3 and (is_plain(rest[2]) or self._is_kept(rest[2], "content"))
            return is_table and self._is_colour(rest[0]) and is_plain(rest[1])
        if family in ("/Separation", "/DeviceN"):
            while len(value) > 4:  # attributes: for presses with more inks
                del value[4]
            known = len(rest) >= 3 and is_plain(rest[0]) and self._is_colour(rest[1])
            return known and self._is_kept(rest[2], "function")
        return is_plain(value)  # [/DeviceRGB]


def _subtype(value: Any) -> str:
    return name(value.get("/Subtype")) if isinstance(value, Stream) else ""


def _is_readable(stream: Stream) -> bool:
    """Whether it holds its data itself, packed in a way that is known."""
    found = stream.get("/Filter")
    filters = items(found) if isinstance(found, Array) else [found]
    return all(each is None or name(each) in FILTERS for each in filters)


def is_plain(value: Any, depth: int = 0) -> bool:
    """Whether a value is a number, a name, a string, or an array of such."""
    if isinstance(value, Array):
        return depth < _DEEPEST and all(is_plain(each, depth + 1) for each in value)
    return not isinstance(value, Object) or not isinstance(value, (Dictionary, Stream))
