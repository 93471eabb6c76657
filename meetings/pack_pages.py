"""What the page of one agenda pack shows."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.utils.safestring import mark_safe
from lxml import html

from pcp_scrutiny.panel.models import Panel
from pcp_scrutiny.pdf import uploads

from . import actions, packs
from .models import AgendaItem, Pack, Paper
from .packs import leaks

HOUR = 3600  # seconds


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a pack: ``numbers`` are its page numbers in words, ``lacks`` the sentences about
    what keeps an upload from being accessible."""

    name: str
    numbers: str
    item: str = ""
    item_key: int | None = None
    href: str = ""
    withheld_under: int | None = None
    lacks: Sequence[str] = ()

    @property
    def pages(self) -> str:
        """Its numbers as they are said: "Page 43", "Pages 43 to 50"."""
        return f"Page{'s' if ' ' in self.numbers else ''} {self.numbers}"


def of_pack(pack: Pack, *, user: Any) -> dict[str, Any]:
    """The context of a pack's page."""
    is_made = pack.state == Pack.State.MADE
    parts = list(rows(pack, user)) if is_made else []
    followed_by = successor(pack)
    exposed = exposures(pack)
    is_out_of_date = is_made and _has_moved_on(pack)
    return {
        "pack": pack,
        "meeting": pack.meeting,
        "panel": Panel.current(),
        "is_in_the_making": pack.state in (Pack.State.WAITING, Pack.State.MAKING),
        "has_stopped": actions.has_stopped(pack),
        "is_out_of_date": is_out_of_date,
        "followed_by": followed_by,
        "exposed": exposed,
        "is_handed_out": is_made and _is_handed_out(pack, is_out_of_date, exposed),
        "rows": parts,
        "lacking": [row for row in parts if row.lacks],
        "file_name": file_name(pack),
        "size": _size(pack) if is_made else None,
        "short_by": short_by(pack),
        "twin": twin(pack),
        "supplements": supplements(pack),
        **_failures(pack, user),
    }


def _has_moved_on(pack: Pack) -> bool:
    """Whether the record says something else. What a supplement adds is no change to what is
    published."""
    if pack.is_published:
        return packs.standing(pack.meeting).has_changed
    return packs.is_out_of_date(pack)


def _is_handed_out(pack: Pack, is_out_of_date: bool, exposed: Sequence[str]) -> bool:
    """A public pack that is not published may print what has become exempt, whenever the record
    has changed. What is published goes on being handed out, unless it does print such a thing."""
    if pack.audience == Pack.Audience.FULL:
        return True
    return not exposed if pack.is_published else not is_out_of_date


def exposures(pack: Pack) -> list[str]:
    """What a published public pack holds that has become exempt since, in sentences. The file is
    read once for each state of what is restricted."""
    if pack.audience != Pack.Audience.PUBLIC or not pack.is_published:
        return []
    if not packs.is_out_of_date(pack):
        return []
    secrets = leaks.secrets_of(pack.meeting)
    said = hashlib.sha256(repr(secrets).encode()).hexdigest()
    return cache.get_or_set(f"exposures:{pack.sha256}:{said}", lambda: _found(pack, secrets), HOUR)


def _found(pack: Pack, secrets: leaks.Secrets) -> list[str]:
    with pack.content.open("rb") as file:
        found = leaks.find(file.read(), secrets)
    if not found and pack.edition:
        with pack.edition.open("rb") as file:
            found = leaks.find_in_text(file.read().decode(), secrets)
    return [str(leak) for leak in found]


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


def _name(slot: dict[str, Any], paper: Paper | None) -> str:
    if slot["paper"] is None:
        return "Front sheet and agenda"
    return str(paper) if paper else "A paper that has been removed since"


def in_words(first: int, last: int) -> str:
    """A run of page numbers: "43", "43 to 50"."""
    return str(first) if first == last else f"{first} to {last}"


def file_name(pack: Pack) -> str:
    """What the file is called when it is downloaded: different files have different names."""
    kind = f"{pack.audience}-pack"
    if pack.supplement:
        kind += f"-supplement-{pack.supplement}"
    if pack.version:
        kind += f"-version-{pack.version}"
    return packs.file_name(pack.meeting, kind)


def edition(pack: Pack) -> dict[str, Any]:
    """The pack as a web page: the HTML, which our own templates made out of escaped words, and its
    parts with their anchors."""
    with pack.edition.open("rb") as file:
        content = file.read().decode()
    return {"edition": mark_safe(content), "contents": contents(content)}  # noqa: S308


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
