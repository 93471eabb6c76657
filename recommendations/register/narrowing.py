"""The register, narrowed to what someone asks for."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..querysets import RecommendationQuerySet


def filtered(
    found: RecommendationQuerySet, wanted: Mapping[str, Any], *, on: date
) -> RecommendationQuerySet:
    """Narrow the register to what its filter form asks for."""
    if wanted.get("words"):
        found = found.matching(wanted["words"])
    if wanted.get("kind"):
        found = found.filter(kind=wanted["kind"])
    if verdict := wanted.get("verdict"):
        found = found.with_verdict(verdict)
    if version := wanted.get("version"):
        found = found.about(version)
    match wanted.get("answer"):
        case None | "":
            return found
        case "unanswered":
            return found.unanswered()
        case "overdue":
            return found.overdue(on)
        case decision:
            return found.decided(decision)
