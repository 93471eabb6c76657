"""What holds for any text: nothing raises, nothing is lost, nothing is doubled."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from pcp_scrutiny.documents import Unreadable
from tests.meetings.reading.documents import kept, of_kind, read, words

NUMBERS = st.sampled_from(
    "1. 2. 3. 4. 12/26 13/26 PCP/23/14 4.1 4.3 4.4.1 (a) (b) (c) a) b) i) ii) (i) (ii) (1) (2)"
    " 58. 59. • - o · Minute#38 II. III. Item#5 Agenda#Item#6 43".replace("#", "\u2003").split(" ")
).map(lambda number: number.replace("\u2003", " "))
TITLES = st.sampled_from(
    (
        "Apologies for Absence",
        "DECLARATIONS OF INTEREST",
        "Police and Crime Plan pdf icon PDF 130 KB",
        "Minutes",
        "Any other business:",
        "Estermere Police and Crime Panel",
        "12 March 2024",
        "PRESENT: Councillor Vane (Chair)",
    )
)
LABELS = st.sampled_from(
    (
        "Agenda item",
        "Minutes:",
        "Additional documents:",
        "Supporting documents:",
        "Share this item",
        "Page 3 of 9",
        "<AI1>",
        "</AI1>",
        "7",
        "RESOLVED:",
        "RESOLVED – That",
        "Resolved",
        "ACTION",
        "AGREED:",
        "| No. | Item | Action |",
        "||||",
    )
)
SENTENCES = st.sampled_from(
    (
        "The Panel considered a report.",
        "The Panel noted the following points:",
        "The Commissioner undertook to send the figures by May.",
        "The Monitoring Officer advised that a veto needed two thirds.",
        "That the report be noted; and",
        "That the Commissioner be asked to reply.",
        "It was RESOLVED – That the plan be supported.",
        "The Panel recommends that –",
        "Members asked about cells. The Panel agreed to write to the Commissioner.",
        "RESOLVED: That (a) the report be noted; and (b) members be thanked.",
        "[In relation to Minute No.11 – Rules, more was said.",
        "were concerned about costs,",
        "Clerk to circulate the dates | Clerk | 3 May",
        "The motion was carried by nine votes to two.",
        "To receive the report.",
        "whichset out fromthe start",
    )
)
LINES = st.one_of(
    st.tuples(NUMBERS, st.one_of(TITLES, SENTENCES)).map(" ".join),
    NUMBERS,
    TITLES,
    LABELS,
    SENTENCES,
    SENTENCES.map(lambda line: f"    {line}"),
)
MINUTES = st.lists(st.tuples(LINES, st.sampled_from(("\n", "\n\n"))), min_size=1, max_size=25).map(
    lambda lines: "".join(line + end for line, end in lines)
)


@settings(max_examples=150, deadline=None)
@given(MINUTES)
def test_every_word_is_kept_once(text: str) -> None:
    assert kept(read(text)) == words([text])


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_any_text_can_be_read(text: str) -> None:
    with suppress(Unreadable):
        minutes = read(text)
        assert minutes.items or minutes.unsure


@settings(max_examples=100, deadline=None)
@given(MINUTES)
def test_reading_is_the_same_each_time(text: str) -> None:
    assert read(text) == read(text)


@settings(max_examples=100, deadline=None)
@given(MINUTES)
def test_no_entry_is_empty_and_no_point_hangs_in_the_air(text: str) -> None:
    for item in read(text).items:
        levels = [entry.level for entry in item.entries]
        assert all(entry.text.strip() for entry in item.entries)
        assert all(level >= 0 for level in levels)


@settings(max_examples=100, deadline=None)
@given(MINUTES)
def test_a_resolution_is_only_what_the_text_has(text: str) -> None:
    flat = " ".join(text.split())
    for said in of_kind(read(text), "resolution"):
        assert all(word in flat for word in said.split())
