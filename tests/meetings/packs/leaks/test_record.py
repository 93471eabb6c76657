"""What is withheld, and what is public in any case, as the records say it."""

import io

import docx
import pikepdf
import pytest

from meetings.packs.leaks import find, find_in_text, secrets_of
from pcp_scrutiny import history
from pcp_scrutiny.panel.models import Panel
from pcp_scrutiny.pdf.uploads import cleaning, fitting
from tests.factories.meetings import (
    ActionFactory,
    AgendaItemFactory,
    DeclarationFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PanelMemberFactory,
    PaperFactory,
    UploadedPaperFactory,
)
from tests.factories.plans import ReceivedFileFactory
from tests.meetings.packs.leaks import files

SENTENCE = "The firm agreed to settle the claim for wrongful dismissal before the hearing"
OTHER = "Counsel advises that the claimant would probably succeed at the tribunal"


@pytest.fixture
def meeting(db):
    return MeetingFactory()


@pytest.fixture
def item(meeting):
    """An open item."""
    return AgendaItemFactory(meeting=meeting, title="Legal matters", number="5")


def told(meeting, text):
    """What the check says where this text is in the HTML edition: (what, of, paper)."""
    secrets = secrets_of(meeting)
    return [(leak.what, leak.of, leak.paper) for leak in find_in_text(f"<p>{text}</p>", secrets)]


def pdf_with(text="Nothing to say", **properties):
    made = files.page(files.shows(text))
    for name, words in properties.items():
        made.docinfo[f"/{name}"] = words
    return files.saved(made)


def test_meeting_without_anything_restricted_has_no_secrets(item):
    PaperFactory(item=item, text=SENTENCE)
    assert not secrets_of(item.meeting)


@pytest.mark.parametrize(
    ("field", "words", "what"),
    [
        ("title", "Haverill dismissal", "the title"),
        ("label", "Paper Haverill", "the label"),
        ("text", SENTENCE, "part of the text"),
        ("background", SENTENCE, "the background papers"),
        ("late_reason", SENTENCE, "the reason why it was late"),
    ],
)
def test_every_field_of_a_restricted_paper_is_secret(item, field, words, what):
    paper = PaperFactory(item=item, restricted_under=1, **{"label": "Paper C", field: words})
    expected = (what, f"{paper.label} under item 5", paper.pk)
    assert expected in told(item.meeting, words)


@pytest.mark.parametrize("field", ["title", "purpose", "presenter", "special_circumstances"])
def test_every_field_of_a_restricted_item_is_secret(meeting, field):
    AgendaItemFactory(meeting=meeting, number="7", restricted_under=3, **{field: "Imogen Haverill"})
    [(_, of, paper)] = told(meeting, "Imogen Haverill")
    assert (of, paper) == ("item 7", None)


def test_papers_of_a_restricted_item_are_secret(meeting):
    item = AgendaItemFactory(meeting=meeting, number="7", restricted_under=3)
    paper = PaperFactory(item=item, label="Paper D", text=SENTENCE)
    assert told(meeting, SENTENCE) == [("part of the text", "Paper D under item 7", paper.pk)]


def test_summary_for_the_public_is_public(meeting):
    AgendaItemFactory(
        meeting=meeting, restricted_under=3, purpose=SENTENCE, public_summary=f"{SENTENCE}."
    )
    assert told(meeting, SENTENCE) == []


def test_paper_is_no_secret_once_it_is_open(item, clerk):
    paper = PaperFactory(item=item, restricted_under=1, text=SENTENCE)
    paper.restricted_under = None
    history.save(paper, by=clerk, why="Open")
    assert told(item.meeting, SENTENCE) == []


def test_item_taken_off_the_agenda_stays_secret(meeting, clerk):
    item = AgendaItemFactory(meeting=meeting, restricted_under=3, title="Haverill dismissal")
    history.delete(item, by=clerk, why="Withdrawn")
    [(_, of, _)] = told(meeting, "Haverill dismissal")
    assert of == "an item that was taken off the agenda"


def test_words_of_open_items_papers_members_and_settings_are_public(item, clerk):
    PaperFactory(item=item, title="Haverill dismissal", text=SENTENCE)
    PanelMemberFactory(name="Imogen Quayle")
    panel = Panel.current()
    panel.contact_name = "Rhys Caddick"
    history.save(panel, by=clerk, why="Contact")
    PaperFactory(
        item=item,
        title="Haverill dismissal",
        text=f"{SENTENCE}. {OTHER}. It was for Imogen Quayle and Rhys Caddick.",
        restricted_under=1,
    )
    for text in ("Haverill dismissal", SENTENCE, "Imogen Quayle", "Rhys Caddick"):
        assert told(item.meeting, text) == [], text
    assert told(item.meeting, OTHER)


def test_words_of_our_own_pages_are_public(item):
    PaperFactory(
        item=item,
        restricted_under=3,
        text="Not for publication: paragraph 3 of Part 1 of Schedule 12A to the Local Government "
        "Act 1972 (information relating to the financial or business affairs of a person).",
    )
    secrets = secrets_of(item.meeting)
    assert not any((secrets.runs, secrets.phrases, secrets.names, secrets.amounts))


# --- Minutes ------------------------------------------------------------------------------------


@pytest.fixture
def private(db):
    """A restricted item of an earlier meeting."""
    return AgendaItemFactory(number="9", restricted_under=1, title="Haverill dismissal")


def test_minutes_in_private_of_other_meetings_are_secret(meeting, private):
    MinuteEntryFactory(item=private, text=SENTENCE)
    of = "a minute under item 9 of 11 December 2026"
    assert told(meeting, SENTENCE) == [("part of the text", of, None)]
    assert told(meeting, "Haverill dismissal")[0][1] == "item 9 of 11 December 2026"


def test_minute_said_while_the_public_was_out_is_secret(meeting, item):
    MinuteEntryFactory(item=item, text=SENTENCE, restricted_under=4)
    MinuteEntryFactory(item=item, text=OTHER)
    assert told(meeting, SENTENCE)
    assert told(meeting, OTHER) == []


def test_actions_and_declarations_in_private_are_secret(meeting, private):
    ActionFactory(entry__item=private, owner="Imogen Quayle, solicitor")
    DeclarationFactory(meeting=private.meeting, item=private, name="Rhys Caddick", interest=OTHER)
    assert told(meeting, "Imogen Quayle")
    assert told(meeting, "Rhys Caddick")
    assert told(meeting, OTHER)


def test_restricted_paper_from_the_record_is_secret_as_far_as_its_public_form_is_not(
    meeting, item, private
):
    earlier = private.meeting
    earlier.state = "draft minutes"
    history.save(earlier, by=None, why="Finished")
    MinuteEntryFactory(item=private, text=SENTENCE)
    open_before = AgendaItemFactory(meeting=earlier, title="Known before")
    MinuteEntryFactory(item=open_before, text=OTHER)
    PaperFactory(
        item=item, kind="minutes", label="Paper A", text="", minutes_of=earlier, restricted_under=1
    )
    assert told(meeting, SENTENCE)
    assert told(meeting, OTHER) == []


# --- Files --------------------------------------------------------------------------------------


def test_file_of_a_restricted_paper_is_secret_by_name_properties_and_text(item):
    data = pdf_with(
        SENTENCE, Author="Imogen Quayle", Title="Haverill v3", Keywords="redundancy pot"
    )
    paper = UploadedPaperFactory(
        item=item, label="Paper C", name="Garrow_tribunal.pdf", data=data, restricted_under=1
    )
    for text, what in (
        (SENTENCE, "part of the text"),
        ("Imogen Quayle", "the author that is stored in the file"),
        ("Haverill v3", "the title that is stored in the file"),
        ("redundancy pot", "the keywords that are stored in the file"),
        ("garrow-tribunal", "the name of the file"),
        ("media/received/Garrow_tribunal.pdf", "the name of the file"),
    ):
        assert told(item.meeting, text) == [(what, "Paper C under item 5", paper.pk)]


def test_what_a_public_file_says_too_is_no_secret(item):
    both = {"Author": "Imogen Quayle", "Title": "Haverill v3"}
    UploadedPaperFactory(item=item, data=pdf_with(SENTENCE, **both))
    UploadedPaperFactory(
        item=item, data=pdf_with(SENTENCE, **both, Keywords="redundancy pot"), restricted_under=1
    )
    for text in (SENTENCE, "Imogen Quayle", "Haverill v3"):
        assert told(item.meeting, text) == []
    assert told(item.meeting, "redundancy pot")


def test_word_document_of_a_restricted_paper_is_secret_as_it_came(item):
    document = docx.Document()
    document.core_properties.author = "Imogen Quayle"
    document.add_paragraph(SENTENCE)
    document.add_table(1, 1).cell(0, 0).text = OTHER
    held = io.BytesIO()
    document.save(held)
    received = ReceivedFileFactory(name="Garrow tribunal.docx", data=held.getvalue())
    printed = ReceivedFileFactory(name="printed.pdf", data=files.honest())
    UploadedPaperFactory(item=item, file=received, printed=printed, restricted_under=1)
    for text in (SENTENCE, OTHER, "Imogen Quayle", "Garrow tribunal"):
        assert told(item.meeting, text), text


def picture(seed, *, others=0):
    """A file with a picture of its own, and one that others have too."""
    made = files.page()
    pictures = {}
    for name, start in (("/Own", seed), ("/Shared", others)):
        data = bytes((start + place) % 251 for place in range(30 * 30))
        pictures[name] = made.make_stream(
            data,
            Type=files.Name.XObject,
            Subtype=files.Name.Image,
            Width=30,
            Height=30,
            ColorSpace=files.Name.DeviceGray,
            BitsPerComponent=8,
        )
    made.pages[0].Resources.XObject = files.Dictionary(pictures)
    made.pages[0].contents_add(b"q 90 0 0 90 50 50 cm /Own Do Q q 90 0 0 90 200 50 cm /Shared Do Q")
    return files.saved(made)


def test_picture_out_of_a_restricted_file_is_found(item):
    paper = UploadedPaperFactory(
        item=item, label="Paper C", data=picture(7), restricted_under=1, name="a.pdf"
    )
    UploadedPaperFactory(item=item, data=picture(9), name="b.pdf")
    secrets = secrets_of(item.meeting)
    assert find(picture(9), secrets) == []
    # Packed in another way, and in another file.
    with pikepdf.open(io.BytesIO(picture(7, others=3))) as opened:
        [leak] = find(files.saved(opened, recompress_flate=True, linearize=True), secrets)
    assert (leak.paper, leak.what) == (paper.pk, "a picture or another part of the file")


def test_picture_is_known_again_once_its_file_was_cleaned_and_fitted(item):
    UploadedPaperFactory(item=item, data=picture(7), restricted_under=1, name="a.pdf")
    [leak] = find(fitting.fit(cleaning.clean(picture(7))), secrets_of(item.meeting))
    assert leak.what == "a picture or another part of the file"


def test_restricted_file_that_cannot_be_opened_is_secret_by_name_and_bytes(item):
    UploadedPaperFactory(
        item=item, name="Garrow tribunal.pdf", data=b"no PDF", pages=1, restricted_under=1
    )
    assert told(item.meeting, "Garrow tribunal")
