"""Packs on their way, without rendering anything: what the actions are given is made up."""

import io

import pikepdf

from meetings import actions, packs
from meetings.models import Pack
from meetings.packs.standing import agenda_digest
from tests.factories.meetings import PackFactory


def slot(paper=None, **fields):
    """A line of a manifest: the front, or a paper's part."""
    about = {"part": "front", "paper": None, "item": None}
    if paper is not None:
        about = {"part": f"paper-{paper.pk}", "paper": paper.pk, "item": paper.item_id}
    figures = {"first": 1, "pages": 1, "printed": 1}
    return about | figures | {"digest": "", "withheld_under": None, "lacks": []} | fields


def blank():
    """A PDF of one empty page."""
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


def made_of(pack, **fields):
    """What making this pack would give as the record now stands, but for its file."""
    pack = Pack.objects.get(pk=pack.pk)  # its meeting as it now is
    plan = packs.plan(
        pack.meeting, audience=pack.audience, supplement=pack.supplement, without=pack.without
    )
    manifest = [slot(digest=agenda_digest(plan.full.content))] + [
        slot(
            part.entry.paper,
            first=place,
            digest=part.digest,
            withheld_under=part.entry.restricted_under if plan.is_public else None,
        )
        for place, part in enumerate(plan.full.parts, start=2)
    ]
    given = {
        "content": blank(),
        "edition": "<p>All of it</p>",
        "pages": len(manifest),
        "digest": plan.digest,
        "manifest": manifest,
        "is_accessible": True,
        "untagged": [],
    }
    return packs.Made(**given | fields)


def make(meeting, *, edition="<p>All of it</p>", **fields):
    """A pack that was made."""
    pack = PackFactory(meeting=meeting, **fields)
    actions.begin_pack(pack.pk)
    return actions.finish_pack(pack.pk, made=made_of(pack, edition=edition))


def publish(meeting, *, by, now=None, **fields):
    """A pack that was made and published."""
    return actions.publish_pack(make(meeting, **fields), by=by, now=now)
