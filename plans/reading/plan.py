"""What is read from a plan."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanParagraph:
    """``label`` as it would be cited ("46(e)"), empty where there is none; ``heading`` the
    headings it stands under, outermost first; ``unsure`` a sentence for the officer that says
    what to check, empty if nothing."""

    label: str
    heading: tuple[str, ...]
    page: int | None
    text: str
    unsure: str = ""


@dataclass(frozen=True, slots=True)
class PlanText:
    """A plan as read. ``problems`` are sentences for the officer about the whole of it."""

    title: str
    paragraphs: tuple[PlanParagraph, ...]
    problems: tuple[str, ...] = ()
