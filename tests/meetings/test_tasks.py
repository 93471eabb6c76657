"""A pack made in the background ends made, cancelled, or failed with its reason."""

import errno
import logging
from types import SimpleNamespace

import pytest

from meetings import actions, packs, tasks
from meetings.models import Pack
from pcp_scrutiny import pdf
from tests.factories.meetings import AgendaItemFactory, PackFactory, PaperFactory


def run(pack):
    tasks.make_pack.func(pack.pk)
    pack.refresh_from_db()
    return pack


def test_make_pack_makes_it(db):
    paper = PaperFactory()
    pack = run(PackFactory(meeting=paper.item.meeting))
    content = pack.content.read()
    assert (pack.state, pack.pages) == (Pack.State.MADE, pdf.count_pages(content))
    assert [entry["paper"] for entry in pack.manifest] == [None, paper.pk]
    assert content == packs.make(pack.meeting, audience="public").content


def test_make_pack_says_of_each_paper_what_stops_it(db):
    item = AgendaItemFactory()
    costs, staff = (PaperFactory(item=item, title=title, text="") for title in ("Costs", "Staff"))
    pack = run(PackFactory(meeting=item.meeting))
    assert (pack.state, pack.failure) == (Pack.State.FAILED, "2 papers could not be made.")
    assert [each["paper"] for each in pack.failures] == [costs.pk, staff.pk]
    assert pack.failures[0]["reason"].startswith("Costs has no text yet.")


def test_make_pack_makes_the_rest_without_what_cannot_be_made(db):
    item = AgendaItemFactory()
    PaperFactory(item=item)
    costs = PaperFactory(item=item, title="Costs", text="")
    pack = run(PackFactory(meeting=item.meeting, without=[costs.pk]))
    assert pack.state == Pack.State.MADE
    assert costs.pk not in [entry["paper"] for entry in pack.manifest]


def test_make_pack_says_when_something_unexpected_stops_it(db, settings, caplog):
    pack = PackFactory(meeting=PaperFactory().item.meeting)
    settings.TEMPLATES = [
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": []}
    ]
    with caplog.at_level(logging.CRITICAL, logger="meetings.tasks"):
        run(pack)
    assert pack.state == Pack.State.FAILED
    assert "did not expect" in pack.failure


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EDQUOT])
def test_make_pack_says_when_the_disk_is_full(db, monkeypatch, caplog, fault):
    def fill_up(*_args, **_kwargs):
        raise OSError(fault, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.filesystem.FileSystemStorage._save", fill_up)
    with caplog.at_level(logging.CRITICAL, logger="meetings.tasks"):
        pack = run(PackFactory(meeting=PaperFactory().item.meeting))
    assert pack.state == Pack.State.FAILED
    assert "no room left on the disk" in pack.failure


def test_make_pack_leaves_one_that_was_taken_up_or_cancelled(clerk):
    pack = PackFactory()
    actions.begin_pack(pack.pk)
    assert run(pack).state == Pack.State.MAKING
    cancelled = actions.cancel_pack(pack, by=clerk)
    assert run(cancelled).state == Pack.State.CANCELLED


def test_teller_stops_the_work_when_the_pack_is_not_wanted_any_more(clerk):
    pack = PackFactory()
    actions.begin_pack(pack.pk)
    tasks.teller(pack.pk)("Paper A", 1, 9)
    actions.cancel_pack(pack, by=clerk)
    with pytest.raises(packs.Cancelled):
        tasks.teller(pack.pk)("Paper B", 2, 9)


def test_teller_tells_at_most_once_a_second(db, monkeypatch):
    pack = PackFactory()
    actions.begin_pack(pack.pk)
    seconds = iter([5.0, 5.9, 6.0, 6.0])
    monkeypatch.setattr(tasks, "time", SimpleNamespace(monotonic=lambda: next(seconds)))
    tell = tasks.teller(pack.pk)
    told = []
    for done in (1, 2, 3):
        tell("Papers", done, 9)
        pack.refresh_from_db()
        told.append(pack.pages_done)
    assert told == [1, 1, 3]
