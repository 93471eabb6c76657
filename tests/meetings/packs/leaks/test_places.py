"""Whatever is restricted is found wherever it is put in a finished file."""

import pytest

from meetings.packs.leaks import find
from meetings.packs.leaks.distilling import distil
from meetings.withheld import Withheld
from tests.meetings.packs.leaks import files, hidden, shown

PLACES = shown.PLACES + hidden.PLACES

KINDS = {
    "part of the text": (
        "The firm agreed to settle the claim for wrongful dismissal before the hearing.",
        "settle the claim for wrongful dismissal",
    ),
    "the title": ("Custody tender", "Custody tender"),
    "the name of the file": ("Haverill_settlement-v3", "Haverill settlement v3"),
    "the author that is stored in the file": ("Imogen Quayle, solicitor", "Imogen Quayle"),
    "a name that is in part of the text": ("It was put to Thornbury at once.", "Thornbury"),
}
CALLED = "Paper C under item 5"


def secret(what, text):
    """What is distilled from one withheld thing, where the public record has but a sentence."""
    thing = Withheld(CALLED, what, text, 7, names_people="author" in what)
    return distil([thing], ["Members are asked to note this report."])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_find_finds_each_kind_of_secret_in_each_place(kind, place):
    text, words = KINDS[kind]
    [leak, *_] = find(place(words), secret(kind.removeprefix("a name that is in "), text))
    assert (leak.of, leak.paper, leak.what) == (CALLED, 7, kind)


@pytest.mark.parametrize("place", hidden.AMONG_BYTES, ids=lambda place: place.__name__)
@pytest.mark.parametrize("kind", ["part of the text", "the title", "the name of the file"])
def test_find_finds_long_words_as_names_and_among_bytes(kind, place):
    text, words = KINDS[kind]
    [leak, *_] = find(place(words), secret(kind, text))
    assert leak.what == kind


@pytest.mark.parametrize("place", PLACES + hidden.AMONG_BYTES, ids=lambda place: place.__name__)
def test_find_finds_nothing_where_other_words_are_put(place):
    secrets = distil(
        [Withheld(CALLED, kind, text) for kind, (text, _) in KINDS.items()],
        ["Members are asked to note this report."],
    )
    assert find(place("Rural crime figures for the third quarter"), secrets) == []


WHERE = {
    shown.on_the_page: "Page 1",
    shown.outside_the_crop_box: "Page 1",
    hidden.in_the_description_of_a_link: "Page 1",
    shown.in_a_drawing_no_page_shows: "Page 1",
    hidden.as_alternative_text: "The structure of page 1, which is read aloud,",
    hidden.as_a_bookmark: "A bookmark",
    hidden.in_the_properties: "The file’s properties",
    hidden.in_the_metadata: "The file’s properties",
    hidden.as_the_name_of_an_attachment: "An attachment",
    hidden.in_an_attached_pdf: "An attachment",
    hidden.in_a_stream_that_was_deleted: "What was deleted, and still is in the file,",
}


@pytest.mark.parametrize("place", WHERE, ids=lambda place: place.__name__)
def test_leak_says_where_it_is_and_of_what(place):
    [leak, *_] = find(place("Custody tender"), secret("the title", "Custody tender"))
    ends = "holds the title of Paper C under item 5, which is not for publication."
    assert str(leak) == f"{WHERE[place]} {ends}"


def test_page_is_named_as_it_is_stamped():
    pdf = files.page(files.shows("Custody tender"))
    pdf.Root.PageLabels = files.Dictionary(
        Nums=files.Array([0, files.Dictionary(S=files.Name.D, St=43)])
    )
    [leak] = find(files.saved(pdf), secret("the title", "Custody tender"))
    assert leak.where == "page 43"


def test_leak_does_not_repeat_the_secret():
    [leak, *_] = find(shown.on_the_page("Custody tender"), secret("the title", "Custody tender"))
    assert "custody" not in f"{leak} {leak!r}".lower()


@pytest.mark.parametrize("content", [b"", b"no PDF", files.honest()[:400]])
def test_file_that_cannot_be_read_is_a_leak(content):
    [leak] = find(content, secret("the title", "Custody tender"))
    assert "cannot be opened" in str(leak)


def test_nothing_is_read_where_nothing_is_secret():
    assert find(b"no PDF", distil([], [])) == []


def test_file_that_is_built_against_the_rules_is_read_all_the_same():
    pdf = files.page(files.shows("Custody tender"))
    pdf.trailer.Info = files.Array([1])
    picture = pdf.make_stream(b"x", Subtype=files.Name.Image, Width=files.Name.Wide)
    pdf.pages[0].Resources.XObject = files.Dictionary(P=picture)
    pdf.pages[0].Resources.Font.F2 = files.Dictionary(ToUnicode=7, Encoding=files.Array([]))
    [leak] = find(files.saved(pdf), secret("the title", "Custody tender"))
    assert leak.where == "page 1"
