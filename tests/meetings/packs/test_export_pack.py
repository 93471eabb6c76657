"""``manage.py export_pack``: the pack that the pages make, from the shell."""

import hashlib
import stat

import pytest
from django.core.management import CommandError, call_command

from meetings import packs
from tests.factories.files import untagged_pdf
from tests.factories.meetings import MeetingFactory, PaperFactory, UploadedPaperFactory
from tests.meetings.packs.publishing import published


def export(meeting, out, *, audience="full", **options):
    call_command("export_pack", str(meeting), audience=audience, out=out, **options)


@pytest.mark.parametrize("audience", ["public", "full"])
def test_export_pack_writes_what_the_pages_make(db, tmp_path, capsys, audience):
    meeting = PaperFactory().item.meeting
    out = tmp_path / "pack.pdf"
    export(meeting.pk, out, audience=audience)
    content = out.read_bytes()
    assert content == packs.make(meeting, audience=audience).content
    assert capsys.readouterr().out.splitlines() == [
        f"{out}: 3 pages.",
        f"SHA-256: {hashlib.sha256(content).hexdigest()}",
        "It claims PDF/UA-1.",
        "It is not published.",
    ]


def test_export_pack_says_whether_it_is_what_is_published(db, tmp_path, capsys):
    paper = PaperFactory()
    meeting, out = paper.item.meeting, tmp_path / "pack.pdf"
    made = packs.make(meeting, audience="public")
    checksum = hashlib.sha256(made.content).hexdigest()
    published(meeting, [paper], pages=3, sha256=checksum, made_from=made.digest)
    export(meeting.pk, out, audience="public")
    assert "It is what was published as version 1." in capsys.readouterr().out
    PaperFactory(item=paper.item, title="Late")
    export(meeting.pk, out, audience="public")
    assert "It is not what is published: version 1 has the SHA-256" in capsys.readouterr().err
    assert stat.S_IMODE(out.stat().st_mode) & 0o600 == 0o600


def test_export_pack_finds_a_meeting_by_its_date(db, tmp_path):
    PaperFactory()
    export("2026-12-11", tmp_path / "pack.pdf")
    assert (tmp_path / "pack.pdf").exists()


def test_export_pack_names_what_keeps_it_from_being_accessible(db, tmp_path, capsys):
    paper = UploadedPaperFactory(
        data=untagged_pdf(), label="Paper A", title="X", lacks=["untagged"]
    )
    export(paper.item.meeting_id, tmp_path / "pack.pdf")
    said = capsys.readouterr().out
    assert "It does not claim PDF/UA-1.\n- Paper A: X: It is not tagged" in said


def test_export_pack_makes_supplements(db, tmp_path):
    paper = PaperFactory()
    published(paper.item.meeting, [paper], pages=2)
    late = PaperFactory(item=paper.item, title="Late")
    out = tmp_path / "supplement.pdf"
    export(paper.item.meeting_id, out, supplement=1)
    made = packs.make(late.item.meeting, audience="full", supplement=1)
    assert out.read_bytes() == made.content


@pytest.mark.parametrize(
    ("meeting", "sentence"),
    [
        ("999", "There is no meeting 999"),
        ("2020-01-01", "There is no meeting 2020-01-01"),
        ("yesterday", "yesterday is neither a number nor a date"),
    ],
)
def test_export_pack_says_that_there_is_no_such_meeting(db, tmp_path, meeting, sentence):
    with pytest.raises(CommandError, match=sentence):
        export(meeting, tmp_path / "x")


def test_export_pack_asks_which_of_two(db, tmp_path):
    MeetingFactory(), MeetingFactory()
    with pytest.raises(CommandError, match="more than one"):
        export("2026-12-11", tmp_path / "x")


@pytest.mark.parametrize(
    ("supplement", "sentence"),
    [(1, "the agenda pack is not published"), (-1, "numbered from 1")],
)
def test_export_pack_refuses_a_supplement_that_there_is_not(db, tmp_path, supplement, sentence):
    with pytest.raises(CommandError, match=sentence):
        export(MeetingFactory().pk, tmp_path / "x", supplement=supplement)
    assert list(tmp_path.glob("*x*")) == []


def test_export_pack_names_every_paper_that_stops_it(db, tmp_path):
    paper = PaperFactory(title="Costs", text="")
    PaperFactory(item=paper.item, title="Rest", text="")
    out = tmp_path / "x"
    out.write_bytes(b"what was there")
    with pytest.raises(CommandError, match=r"\n- Costs has no text yet.*\n- Rest has no text yet"):
        export(paper.item.meeting_id, out)
    assert out.read_bytes() == b"what was there"


def test_export_pack_says_where_it_cannot_write(db, tmp_path):
    meeting = MeetingFactory()
    with pytest.raises(CommandError, match="cannot be written: No such file or directory"):
        export(meeting.pk, tmp_path / "none" / "x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(CommandError, match="cannot be written: Is a directory"):
        export(meeting.pk, tmp_path / "folder")
    assert sorted(path.name for path in tmp_path.glob("*folder*")) == ["folder"]
