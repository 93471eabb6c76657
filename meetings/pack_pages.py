"""What the page of one agenda pack shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import mark_safe
from lxml import html

from pcp_scrutiny.panel.models import Panel
from pcp_scrutiny.pdf import uploads

from . import actions, exposed, kept_files, packs
from .models import AgendaItem, Pack, Paper
from .packs.numbering import in_words
from .permissions import can_make_pack


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a pack: ``numbers`` are its page numbers in words, ``lacks`` the sentences about
    what keeps an upload from being accessible, ``risks`` those about what an upload that the
    public may read may hold unseen."""

    name: str
    numbers: str
    item: str = ""
    item_key: int | None = None
    href: str = ""
    withheld_under: int | None = None
    lacks: Sequence[str] = ()
    risks: Sequence[str] = ()

    @property
    def pages(self) -> str:
        """Its numbers as they are said: "Page 43", "Pages 43 to 50"."""
        return f"Page{'s' if ' ' in self.numbers else ''} {self.numbers}"


def of_pack(pack: Pack, *, user: Any) -> dict[str, Any]:
    """The context of a pack's page. How the record stands to it is for those who make packs."""
    is_made = pack.state == Pack.State.MADE
    parts = list(rows(pack, user)) if is_made else []
    handed_out = is_handed_out(pack)
    may_make = can_make_pack(user, pack.meeting)
    return {
        "pack": pack,
        "meeting": pack.meeting,
        "panel": Panel.current(),
        "is_in_the_making": pack.state in (Pack.State.WAITING, Pack.State.MAKING),
        "has_stopped": actions.has_stopped(pack),
        "is_out_of_date": is_made and may_make and _has_moved_on(pack, handed_out),
        "followed_by": successor(pack),
        "exposed": exposed.reasons(pack) if pack.is_published and not handed_out else [],
        "is_handed_out": handed_out,
        "rows": parts,
        "lacking": [row for row in parts if row.lacks],
        "risky": [row for row in parts if row.risks] if may_make else [],
        "file_name": file_name(pack),
        "size": _size(pack) if is_made else None,
        "short_by": short_by(pack),
        "twin": twin(pack),
        "supplements": supplements(pack),
        **_failures(pack, user),
    }


def is_handed_out(pack: Pack) -> bool:
    """Whether its file and its web page may be read here. A public pack that is not published may
    print what has become exempt, whenever the record has changed. What is published goes on being
    handed out, unless it does print such a thing."""
    if pack.is_published or pack.audience == Pack.Audience.FULL:
        return exposed.is_handed_out(pack)
    return pack.state == Pack.State.MADE and not packs.is_out_of_date(pack)


def _has_moved_on(pack: Pack, handed_out: bool) -> bool:
    """Whether the record says something else. What a supplement adds is no change to what is
    published."""
    if pack.is_published:
        return packs.standing(pack.meeting).has_changed
    return not handed_out if pack.audience == Pack.Audience.PUBLIC else packs.is_out_of_date(pack)


def successor(pack: Pack) -> Pack | None:
    """What was published in its place: the latest version of the pack that came after it."""
    if not pack.is_published:
        return None
    later = pack.meeting.packs.filter(audience=pack.audience, supplement=0)
    return later.filter(published_at__gt=pack.published_at).order_by("version").last()


def twin(pack: Pack) -> Pack | None:
    """The other audience's pack that goes with it: that of the same version; of one that is not
    published, the newest."""
    others = pack.meeting.packs.filter(supplement=pack.supplement)
    others = others.exclude(audience=pack.audience).exclude(state=Pack.State.CANCELLED)
    if pack.is_published:
        others = others.filter(version=pack.version)
    return others.order_by("-pk").first()


def supplements(pack: Pack) -> list[Pack]:
    """What was published to add to this pack, until a next version took its place."""
    if pack.supplement or not pack.is_published:
        return []
    found = pack.meeting.packs.filter(audience=pack.audience, supplement__gte=1)
    found = found.filter(published_at__gte=pack.published_at)
    if followed_by := successor(pack):
        found = found.filter(published_at__lt=followed_by.published_at)
    return list(found.order_by("supplement"))


def short_by(pack: Pack) -> int:
    """How many clear days of notice were missing when it was published."""
    if pack.clear_days is None:
        return 0
    return max(Panel.current().notice_days - pack.clear_days, 0)


def rows(pack: Pack, user: Any) -> Iterator[Row]:
    """The parts of a pack that was made, as the record now names them."""
    papers = Paper.objects.visible_to(user).select_related("item")
    named = papers.in_bulk([slot["paper"] for slot in pack.manifest if slot["paper"]])
    items = AgendaItem.objects.visible_to(user).filter(meeting=pack.meeting).in_bulk()
    for slot in pack.manifest:
        paper, item = named.get(slot["paper"]), items.get(slot["item"])
        yield Row(
            name=_name(slot, paper),
            numbers=in_words(slot["first"], slot["first"] + slot["pages"] - 1),
            item_key=slot["item"],
            item=f"Item {item.number}. {item.title}" if item else "",
            href=paper.get_absolute_url() if paper else "",
            withheld_under=slot["withheld_under"],
            lacks=list(_sentences(slot["lacks"])),
            risks=_risks(slot) if _is_for_the_public(slot, paper, item) else [],
        )


UNCLAIMED = (
    "It is tagged, but does not say of itself that it is accessible (PDF/UA-1), so the pack cannot "
    "say so either. Ask the author to check it and to save it as PDF/UA."
)


def _sentences(codes: Sequence[str]) -> Iterator[str]:
    """What keeps an upload from being accessible, and what to ask its author for."""
    for code in codes:
        if code == actions.UNCLAIMED:
            yield UNCLAIMED
        elif uploads.is_barrier(code):
            yield uploads.sentence(code)


UNSEEN = ("cropped", "marks", "comments", "layers")
"""What an upload may hold that is not seen on its pages, and that somebody meant to be hidden."""


def _risks(slot: dict[str, Any]) -> list[str]:
    """What is to be looked at in an upload before the public may read it."""
    return [uploads.sentence(code) for code in slot["lacks"] if code in UNSEEN]


def _is_for_the_public(slot: dict[str, Any], paper: Paper | None, item: AgendaItem | None) -> bool:
    exempt = (one.restricted_under for one in (paper, item) if one)
    return slot["withheld_under"] is None and all(each is None for each in exempt)


def _name(slot: dict[str, Any], paper: Paper | None) -> str:
    if slot["paper"] is None:
        return "Front sheet and agenda"
    return str(paper) if paper else "A paper that has been removed since"


def file_name(pack: Pack) -> str:
    """What the file is called when it is downloaded: different files have different names."""
    kind = f"{pack.audience}-pack"
    if pack.supplement:
        kind += f"-supplement-{pack.supplement}"
    if pack.version:
        kind += f"-version-{pack.version}"
    return packs.file_name(pack.meeting, kind)


def reading(pack: Pack) -> dict[str, Any]:
    """The context of the pack as a web page: the HTML, which our own templates made out of escaped
    words, and its parts with their anchors. Raises kept_files.NotAsMade."""
    content = kept_files.read_edition(pack)
    return {
        "pack": pack,
        "meeting": pack.meeting,
        "followed_by": successor(pack),
        "edition": mark_safe(content),  # noqa: S308
        "contents": contents(content),
    }


def contents(content: str) -> list[tuple[str, str]]:
    """The anchor and title of each part of an edition."""
    parts = html.fragment_fromstring(content, create_parent="div").xpath("./section[@id][.//h3]")
    return [(part.get("id"), " ".join(part.find(".//h3").text_content().split())) for part in parts]


def _size(pack: Pack) -> int | None:
    try:
        return pack.content.size
    except (OSError, ValueError):
        return None


def _failures(pack: Pack, user: Any) -> dict[str, Any]:
    """What could not be made, and whether it can be made without it."""
    papers = Paper.objects.visible_to(user).select_related("item")
    found = papers.in_bulk([each["paper"] for each in pack.failures if each["paper"]])
    told = [{"paper": found.get(each["paper"]), "reason": each["reason"]} for each in pack.failures]
    return {
        "failures": told,
        "may_be_left_out": bool(told) and all(each["paper"] for each in told),
        "left_out": sorted({*pack.without, *found}),
        "leave_out": f"Make it without {'this paper' if len(told) == 1 else 'these papers'}",
    }
