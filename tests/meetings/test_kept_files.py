"""The files of a pack are handed out only as they were made."""

import pytest
from django.core.files.base import ContentFile

from meetings import actions, kept_files
from meetings.kept_files import NotAsMade
from tests.factories.meetings import AgendaItemFactory, PackFactory
from tests.meetings.making import blank, make


@pytest.fixture
def pack(db):
    return make(AgendaItemFactory().meeting, audience="full")


def replace(kept, data):
    kept.storage.delete(kept.name)
    kept.storage.save(kept.name, ContentFile(data))


def test_files_are_opened_at_their_start(pack):
    with kept_files.open_file(pack) as file:
        assert file.read() == blank()
    assert kept_files.read_edition(pack) == "<p>All of it</p>"


def test_file_that_was_changed_is_refused(pack):
    replace(pack.content, blank() + b" ")
    with pytest.raises(NotAsMade, match="The file of this pack is not what was made"):
        kept_files.open_file(pack)


def test_edition_that_was_changed_is_refused(pack, clerk):
    replace(pack.edition, b"<p>Some of it</p>")
    with pytest.raises(NotAsMade, match="The web page of this pack is not what was made"):
        kept_files.read_edition(pack)
    with pytest.raises(NotAsMade, match="web page"):
        actions.publish_pack(pack, by=clerk)


def test_files_that_are_gone_are_refused(pack):
    pack.content.storage.delete(pack.content.name)
    pack.edition.storage.delete(pack.edition.name)
    for ask in (kept_files.open_file, kept_files.read_edition):
        with pytest.raises(NotAsMade, match="not where it was kept"):
            ask(pack)
    with pytest.raises(NotAsMade, match="not where it was kept"):
        kept_files.open_file(PackFactory())
