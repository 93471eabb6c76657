"""Dates and times as people write them: three boxes for a date, words for a time.

Source: GOV.UK Design System, "Date input" and its error messages.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Field, MultiWidget, TextInput
from django.forms.utils import from_current_timezone, to_current_timezone

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
DATE_PARTS = ("day", "month", "year")


class DateInput(MultiWidget):
    """Three boxes: day, month, year. They are named ``<name>_day`` and so on."""

    template_name = "forms/widgets/date.html"
    parts = DATE_PARTS

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({part: TextInput() for part in self.parts}, attrs)

    def decompress(self, value: Any) -> list[Any]:
        """A date as the texts of its boxes."""
        value = _from_iso(value, date)
        return [value.day, value.month, value.year] if value else [None] * 3

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The boxes, each with its label, its width and whether it is wrong."""
        attrs = dict(attrs or {})
        wrong = attrs.pop("error_parts", ())
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget["parts"] = [
            {
                "part": part,
                "label": part.capitalize(),
                "id": f"{widget['attrs'].get('id', name)}_{part}",
                "name": box["name"],
                "value": "" if box["value"] is None else box["value"],
                "width": {"year": 4, "time": 5}.get(part, 2),
                "is_wrong": part in wrong,
                "is_figures": part != "time",
            }
            for part, box in zip(self.parts, widget["subwidgets"], strict=True)
        ]
        return context


class DateTimeInput(DateInput):
    """The boxes of a date and one for the time, named ``<name>_time``."""

    parts = (*DATE_PARTS, "time")

    def decompress(self, value: Any) -> list[Any]:
        """A moment as the texts of its boxes, in the current time zone."""
        value = _from_iso(value, datetime)
        if not value:
            return [None] * 4
        local = to_current_timezone(value)
        return [local.day, local.month, local.year, f"{local:%H:%M}"]


class DateField(Field):
    """A date. The month may be a number or a name."""

    widget = DateInput

    def to_python(self, value: Any) -> date | None:
        """The date typed, or None. Raises ValidationError naming the parts that are wrong."""
        if value is None or isinstance(value, date):
            return value.date() if isinstance(value, datetime) else value
        if isinstance(value, str):
            return _from_iso(value, date)
        return _read_date([str(part or "").strip() for part in value], self._called)

    @property
    def _called(self) -> str:
        return str(self.label) if self.label else "Date"

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the boxes say another date than they did."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class DateTimeField(DateField):
    """A moment in the current time zone. The time is taken as ``TimeField`` takes it."""

    widget = DateTimeInput

    def to_python(self, value: Any) -> datetime | None:
        """The moment typed, or None. Raises ValidationError naming the parts that are wrong."""
        if value is None or isinstance(value, datetime):
            return value
        if isinstance(value, str):
            moment = _from_iso(value, datetime)
            return from_current_timezone(moment) if moment else None
        *parts, clock = [str(part or "").strip() for part in value]
        day = _read_date(parts, self._called)
        if day is None and not clock:
            return None
        if day is None:
            raise ValidationError(
                f"{self._called} must include a date", "incomplete", {"parts": DATE_PARTS}
            )
        if not clock:
            raise ValidationError(
                f"{self._called} must include a time", "incomplete", {"parts": ("time",)}
            )
        try:
            return from_current_timezone(datetime.combine(day, read_time(clock)))
        except ValueError as error:
            raise _not_a_time(self._called) from error


class TimeField(Field):
    """A time of day: "10:30am", "2pm", "14:00", "midday"."""

    def to_python(self, value: Any) -> time | None:
        """The time typed, or None. Raises ValidationError where it cannot be read."""
        if value in self.empty_values or isinstance(value, time):
            return value or None if not isinstance(value, time) else value
        try:
            return read_time(str(value))
        except ValueError as error:
            raise _not_a_time(str(self.label) if self.label else "Time") from error

    def prepare_value(self, value: Any) -> Any:
        """A time in the box as it would be typed."""
        return f"{value:%H:%M}" if isinstance(value, time) else value


def read_time(text: str) -> time:
    """Read a time of day. Raises ValueError where it is none."""
    plain = text.strip().lower().replace(" ", "").replace(".", ":")
    plain = re.sub(r"([ap]):m:?$", r"\1m", plain)
    if plain in ("midday", "noon", "12noon", "12midday"):
        return time(12)
    if plain in ("midnight", "12midnight"):
        return time(0)
    found = re.fullmatch(r"(\d{1,2})(?::?(\d{2}))?([ap]m)?", plain)
    if not found or not (found[2] or found[3]):
        raise ValueError(f"no time of day: {text!r}")
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            raise ValueError(f"no hour of a twelve-hour clock: {text!r}")
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return time(hour, minute)


def _not_a_time(called: str) -> ValidationError:
    return ValidationError(
        f"{called} must be a time, like 10:30am or 2pm", "invalid", {"parts": ("time",)}
    )


def _read_date(parts: Sequence[str], called: str) -> date | None:
    given: Mapping[str, str] = dict(zip(DATE_PARTS, parts, strict=True))
    missing = tuple(part for part in DATE_PARTS if not given[part])
    if len(missing) == len(DATE_PARTS):
        return None
    if missing:
        raise ValidationError(
            f"{called} must include a {' and '.join(missing)}", "incomplete", {"parts": missing}
        )
    if given["year"].isdecimal() and len(given["year"]) != 4:
        raise ValidationError("Year must include 4 numbers", "invalid", {"parts": ("year",)})
    try:
        return date(int(given["year"]), _month(given["month"]), int(given["day"]))
    except ValueError as error:
        raise ValidationError(
            f"{called} must be a real date, like 27 3 2026", "invalid", {"parts": _wrong(given)}
        ) from error


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    name = text.lower()
    if len(name) >= 3:
        for number, month in enumerate(MONTHS, start=1):
            if month.startswith(name):
                return number
    raise ValueError(f"no month: {text!r}")


def _wrong(given: Mapping[str, str]) -> tuple[str, ...]:
    """The parts that cannot be right whatever the others are; all three if each could be."""
    wrong = []
    if not (given["day"].isdecimal() and 1 <= int(given["day"]) <= 31):
        wrong.append("day")
    try:
        month_fits = 1 <= _month(given["month"]) <= 12
    except ValueError:
        month_fits = False
    if not month_fits:
        wrong.append("month")
    if not given["year"].isdecimal():
        wrong.append("year")
    return tuple(wrong) or DATE_PARTS


def _from_iso(value: Any, kind: type[Any]) -> Any:
    """A value of that kind from ISO text (a link's query may hold one); None where it is none."""
    if not isinstance(value, str):
        return value
    try:
        return kind.fromisoformat(value)
    except ValueError:
        return None
