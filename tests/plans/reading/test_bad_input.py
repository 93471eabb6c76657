"""Whatever comes in has a right answer or a clear sentence."""

import io
from itertools import pairwise

import pikepdf
import pytest

from pcp_scrutiny import documents
from plans.reading import NO_NUMBERS, read_plan
from tests.pcp_scrutiny.documents import files

from . import settings, truths


def locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(files.pdf("<p>1. One.</p>"))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("scan.pdf", lambda: files.pdf("<hr>"), "it looks like a scan"),
        ("locked.pdf", locked, "protected by a password"),
        ("empty.docx", lambda: files.word(""), "There is no text in the file"),
        ("empty.txt", lambda: b"", "is empty"),
        ("blank.txt", lambda: b"\n \n", "There is no text in the file"),
    ],
)
def test_what_cannot_be_read_is_refused_in_sentences(name, data, words):
    with pytest.raises(documents.Unreadable, match=words) as refusal:
        documents.read(data(), name)
    assert str(refusal.value).endswith(".")


LONG = "and the police will answer every call, " * 1_300


@pytest.mark.parametrize("way", ["word, manual", "pdf, headers", "text"])
def test_paragraph_of_fifty_thousand_characters_is_one(way):
    long = truths.Numbered("1", f"We begin here, {LONG}always.", "1.")
    short = truths.Numbered("2", "That is all.", "2.")
    truth = truths.Truth("Harbour Plan", (truths.Section("Aims", 1, (long, short)),))
    assert len(long.text) > 50_000
    plan = read_plan(settings.WAYS[way](truth))
    assert [(p.label, p.text) for p in plan.paragraphs] == [("1", long.text), ("2", short.text)]


CYMRAEG = (
    "Bydd y Comisiynydd yn cydweithio â’r cynghorau drwy gydol y flwyddyn ac yn cyhoeddi’r hyn a"
    " wnaed.",
    "Mae ŵyn, cŵn a defaid yn cael eu dwyn o’n ffermydd, ac mae’r tŷ fferm ei hun mewn perygl.",
    "Rhoddir sylw i’r môr, y dŵr a’r ŷd, ac i bobl sy’n byw ymhell o’r dref agosaf.",
    "Caiff pob galwad ei hateb o fewn deg eiliad, yn Gymraeg neu yn Saesneg fel y dymunir.",
)


def welsh() -> truths.Truth:
    sections = [truths.Section("Rhagair", 1, (truths.Numbered("", " ".join(CYMRAEG)),))]
    for chapter, heading in enumerate(("Ein Nodau", "Troseddau Gwledig", "Ffyrdd Diogel")):
        numbers = range(8 * chapter + 1, 8 * chapter + 9)
        found = [
            truths.Numbered(str(n), " ".join(CYMRAEG[n % 3 :] * (1 + n % 2)), f"{n}.")
            for n in numbers
        ]
        found.insert(3, truths.Numbered(f"{numbers[2]}(a)", "gwrando ar bobl; ac", "(a)", 1))
        found.insert(4, truths.Numbered(f"{numbers[2]}(b)", "adrodd yn ôl.", "(b)", 1))
        sections.append(truths.Section(heading, 1, tuple(found)))
    return truths.Truth("Cynllun Heddlu a Throseddu", tuple(sections))


WELSH = welsh()


@pytest.mark.parametrize("way", settings.WAYS)
def test_welsh_is_read_as_english_is(way):
    plan = read_plan(settings.WAYS[way](WELSH))
    assert plan.title == WELSH.title
    assert [(p.label, p.heading, p.text) for p in plan.paragraphs] == list(WELSH.paragraphs())


def test_text_from_right_to_left_keeps_its_numbers():
    plan = read_plan(
        documents.read_text("خطة الشرطة\n\n1. سيعمل المفوض.\n\n2. سيقوم بما يلي:\n(a) الاستماع؛\n")
    )
    assert [(p.label, p.text) for p in plan.paragraphs] == [
        ("1", "سيعمل المفوض."),
        ("2", "سيقوم بما يلي:"),
        ("2(a)", "الاستماع؛"),
    ]
    assert plan.paragraphs[0].heading == ("خطة الشرطة",)


def test_plan_without_numbers_says_so():
    plan = read_plan(settings.pdf(truths.unnumbered()))
    assert plan.problems == (NO_NUMBERS,)


def test_number_used_twice_says_where_the_other_is():
    plan = read_plan(
        documents.read_text("OUR AIMS\n\n1. One.\n\n2. Two.\n\nROADS\n\n2. Two again.\n\n3. Three.")
    )
    assert [(p.label, p.unsure) for p in plan.paragraphs if p.unsure] == [
        ("2", "2 is also the number of “Two again.” under “ROADS”: check both."),
        ("2", "2 is also the number of “Two.” under “OUR AIMS”: check both."),
    ]
    assert "The number 2 is used more than once" in plan.problems[0]


def test_long_plan_is_read_whole_and_tells_its_pages():
    truth = truths.through(chapters=12)
    told: list[tuple[int, int]] = []
    main = "".join(settings.markup(section) for section in truth.sections)
    data = files.pdf(
        f"<main>{main}</main>", settings.CSS + settings.HEADERS + "h2 {break-before: page}"
    )
    document = documents.read(data, "plan.pdf", lambda done, total: told.append((done, total)))
    assert told == [(n, document.pages) for n in range(1, document.pages + 1)]
    assert document.pages > 12
    pages = [p.page for p in read_plan(document).paragraphs]
    assert all(before <= after for before, after in pairwise(pages))
    assert [p.label for p in read_plan(document).paragraphs] == [
        label for label, _, _ in truth.paragraphs()
    ]
