"""Packs that were published, without making their files."""

from datetime import UTC, datetime

from meetings import packs
from meetings.models import Pack
from meetings.packs.standing import agenda_digest, following, listed
from tests.factories.accounts import UserFactory
from tests.factories.meetings import PackFactory

THIRD = datetime(2026, 12, 3, 9, tzinfo=UTC)


def published(meeting, papers, *, pages, first=1, supplement=0, **fields):
    """A published pack of a front of two pages and papers of one page each; the last paper has the
    rest of the ``pages``."""
    return PackFactory(
        meeting=meeting,
        supplement=supplement,
        state=Pack.State.MADE,
        pages=pages,
        published_by=UserFactory(is_clerk=True),
        manifest=list(_manifest(meeting, papers, pages, first)),
        **{
            "audience": Pack.Audience.PUBLIC,
            "published_at": THIRD,
            "version": 1,
            "sha256": "0" * 64,
            **fields,
        },
    )


def _manifest(meeting, papers, pages, first):
    content = packs.read(meeting, is_public=False)
    digests = {
        part.entry.paper.pk: part.digest for part in packs.plan(meeting, audience="full").parts
    }
    front = entry("front", None, first, min(2, pages), agenda_digest(content))
    yield front | {"following": following(content)}
    said = {one.paper.pk: listed(one) for one in content.papers}
    for place, paper in enumerate(papers):
        at = first + 2 + place
        count = first + pages - at if paper is papers[-1] else 1
        own = entry(f"paper-{paper.pk}", paper, at, count, digests[paper.pk])
        yield own | {"listed": said[paper.pk]}


def entry(part, paper, first, pages, digest):
    return {
        "part": part,
        "paper": paper.pk if paper else None,
        "item": paper.item_id if paper else None,
        "first": first,
        "pages": pages,
        "printed": pages,
        "digest": digest,
        "withheld_under": None,
        "lacks": [],
    }
