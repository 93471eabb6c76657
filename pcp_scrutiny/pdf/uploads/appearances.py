"""Annotations drawn as their appearance streams show them (ISO 32000-1, 12.5.5)."""

import logging
from typing import Any

import pikepdf
from pikepdf.form import ExtendedAppearanceStreamGenerator

from .objects import dictionary, items, name, numbers

_logger = logging.getLogger(__name__)


def generate(pdf: pikepdf.Pdf) -> None:
    """Give the fields of a form that do not show what is filled in an appearance that does."""
    fields = dictionary(pdf.Root.get("/AcroForm"))
    if fields is None:
        return
    form = pdf.acroform
    generator = ExtendedAppearanceStreamGenerator(pdf, form)
    all_anew = fields.get("/NeedAppearances") is True
    for page in pdf.pages:
        for each in items(page.obj.get("/Annots")):
            widget = dictionary(each)
            if widget is None or name(widget.get("/Subtype")) != "/Widget":
                continue
            shown = dictionary(widget.get("/AP"))
            if all_anew or shown is None or shown.get("/N") is None:
                _generate(form, generator, widget)


def _generate(form: Any, generator: Any, widget: Any) -> None:
    try:
        field = form.get_field_for_annotation(pikepdf.Annotation(widget))
        if field.is_text:
            generator.generate_text(field)
        elif field.is_choice:
            generator.generate_choice(field)
    except Exception:  # fields of strangers: one that cannot be drawn stays empty
        _logger.info("A form field could not be drawn", exc_info=True)


def drawing(annotation: Any, form: Any, form_name: str) -> bytes:
    """Instructions that draw a form into the rectangle of its annotation, or nothing where one of
    them has no extent."""
    rectangle = numbers(annotation.get("/Rect"), 4)
    box = numbers(form.get("/BBox"), 4)
    matrix = numbers(form.get("/Matrix"), 6) or [1, 0, 0, 1, 0, 0]
    if rectangle is None or box is None:
        return b""
    corners = [
        (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])
        for x in (box[0], box[2])
        for y in (box[1], box[3])
    ]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    if right <= left or top <= bottom:
        return b""
    x0, x1 = sorted((rectangle[0], rectangle[2]))
    y0, y1 = sorted((rectangle[1], rectangle[3]))
    across, up = (x1 - x0) / (right - left), (y1 - y0) / (top - bottom)
    return (
        f"q {across:.5f} 0 0 {up:.5f} {x0 - left * across:.4f} {y0 - bottom * up:.4f} cm"
        f" {form_name} Do Q\n"
    ).encode()
