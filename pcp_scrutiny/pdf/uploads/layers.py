"""Layers that can be hidden (optional content, ISO 32000-1, 8.11), and which of them are."""

from typing import Any

from .objects import dictionary, items, name, several

_DEEPEST = 20
Key = tuple[int, int]


class Layers:
    """Which layers are hidden when the file is opened, or never printed, or never shown."""

    def __init__(self, root: Any) -> None:
        properties = dictionary(root.get("/OCProperties"))
        self.exist = properties is not None
        usual = dictionary(properties.get("/D")) if properties is not None else None
        self._hidden: set[Key] = set()
        if properties is None:
            return
        groups = [each for each in items(properties.get("/OCGs")) if dictionary(each) is not None]
        is_off = usual is not None and name(usual.get("/BaseState")) == "/OFF"
        if is_off:
            self._hidden |= {group.objgen for group in groups}
        if usual is not None:
            if is_off:
                self._hidden -= _keys(usual.get("/ON"))
            self._hidden |= _keys(usual.get("/OFF"))
        self._hidden |= {group.objgen for group in groups if _is_out_of_use(group)}

    def is_hidden(self, layer: Any) -> bool:
        """Whether what belongs to a group or a membership of groups is not seen."""
        found = dictionary(layer)
        if found is None:
            return False
        if name(found.get("/Type")) != "/OCMD":
            return found.objgen in self._hidden or _is_out_of_use(found)
        rule = found.get("/VE")
        if items(rule):
            return not self._is_true(rule, 0)
        hidden = [
            self.is_hidden(each)
            for each in several(found.get("/OCGs"))
            if dictionary(each) is not None and name(each.get("/Type")) != "/OCMD"
        ]
        if not hidden:
            return False
        return {
            "/AllOn": any(hidden),
            "/AnyOff": not any(hidden),
            "/AllOff": not all(hidden),
        }.get(name(found.get("/P")), all(hidden))

    def _is_true(self, rule: Any, depth: int) -> bool:
        """A visibility expression. One too deep to be meant is not true: what is in doubt is
        hidden."""
        if depth > _DEEPEST:
            return False
        if dictionary(rule) is not None:
            return not self.is_hidden(rule)
        operator = name(items(rule)[0]) if items(rule) else ""
        values = [self._is_true(each, depth + 1) for each in items(rule)[1:]]
        if operator == "/Not":
            return not any(values)
        return any(values) if operator == "/Or" else bool(values) and all(values)


def _keys(value: Any) -> set[Key]:
    return {each.objgen for each in items(value) if dictionary(each) is not None}


def _is_out_of_use(group: Any) -> bool:
    """Whether it is never printed or never shown on a screen."""
    usage = dictionary(group.get("/Usage"))
    if usage is None:
        return False
    printed = dictionary(usage.get("/Print"))
    shown = dictionary(usage.get("/View"))
    return (printed is not None and name(printed.get("/PrintState")) == "/OFF") or (
        shown is not None and name(shown.get("/ViewState")) == "/OFF"
    )
