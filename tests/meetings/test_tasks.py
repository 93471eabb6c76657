"""A pack made in the background ends made, or failed with its reason."""

import logging

from meetings import actions, packs, tasks
from meetings.models import Pack
from tests.factories.meetings import PackFactory, PaperFactory


def run(pack):
    tasks.make_pack.func(pack.pk)
    pack.refresh_from_db()
    return pack


def test_make_pack_makes_it(db):
    paper = PaperFactory()
    pack = run(PackFactory(meeting=paper.item.meeting))
    assert (pack.state, pack.pages) == (Pack.State.MADE, 3)
    assert pack.content.read() == packs.make(pack.meeting, is_public=True)


def test_make_pack_says_which_paper_stops_it(db):
    pack = run(PackFactory(meeting=PaperFactory(title="Costs", text="").item.meeting))
    assert pack.state == Pack.State.FAILED
    assert pack.failure.startswith("Costs has no text yet.")


def test_make_pack_says_when_something_unexpected_stops_it(db, settings, caplog):
    pack = PackFactory(meeting=PaperFactory().item.meeting)
    settings.TEMPLATES = [
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": []}
    ]
    with caplog.at_level(logging.CRITICAL, logger="meetings.tasks"):
        run(pack)
    assert pack.state == Pack.State.FAILED
    assert "did not expect" in pack.failure


def test_make_pack_leaves_one_that_was_taken_up(db):
    pack = PackFactory()
    actions.begin_pack(pack.pk)
    assert run(pack).state == Pack.State.MAKING
