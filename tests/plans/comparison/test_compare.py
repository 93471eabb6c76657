import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.edits import links, revise
from plans.comparison import Passage, compare


def passages(*texts: str, heading: str = "Aims", first: int = 1) -> list[Passage]:
    return [Passage(str(n), (heading,), text) for n, text in enumerate(texts, start=first)]


BURGLARY = "Patrols will be doubled near the railway station to deter burglary at night."
VICTIMS = "Every victim of crime is to be offered support within two working days."
RURAL = "The rural crime team grows by six constables who know farming."
ROADS = "Average speed cameras return to the coastal road before the summer season."
YOUTH = "Cadets may join from the age of thirteen in all four districts."
ALL = (BURGLARY, VICTIMS, RURAL, ROADS, YOUTH)


def kinds(changes):
    return [(c.kind, c.earlier, c.later) for c in changes]


def test_compare_finds_the_same_plan_unchanged():
    changes = compare(passages(*ALL), passages(*ALL))
    assert kinds(changes) == [("unchanged", (n,), (n,)) for n in range(5)]
    assert all(c.confidence == 1 and not c.review for c in changes)


def test_compare_finds_an_insertion_and_what_it_renumbers():
    new = "A dog unit is founded at the harbour."
    changes = compare(passages(*ALL), passages(BURGLARY, VICTIMS, new, RURAL, ROADS, YOUTH))
    assert kinds(changes) == [
        ("unchanged", (0,), (0,)),
        ("unchanged", (1,), (1,)),
        ("added", (), (2,)),
        ("renumbered", (2,), (3,)),
        ("renumbered", (3,), (4,)),
        ("renumbered", (4,), (5,)),
    ]


def test_compare_finds_a_removal_after_what_it_followed():
    changes = compare(passages(*ALL), passages(BURGLARY, RURAL, ROADS, YOUTH))
    assert kinds(changes)[:2] == [("unchanged", (0,), (0,)), ("removed", (1,), ())]


def test_compare_finds_a_rewording_under_another_number():
    later = passages(
        "The estate will be valued.",
        BURGLARY,
        "Every victim of crime is to be offered help and support within one working day.",
        RURAL,
        ROADS,
        YOUTH,
    )
    changes = compare(passages(*ALL), later)
    assert ("reworded", (1,), (2,)) in kinds(changes)
    assert ("added", (), (0,)) in kinds(changes)


def test_compare_finds_a_move():
    changes = compare(passages(*ALL), passages(VICTIMS, RURAL, ROADS, YOUTH, BURGLARY))
    assert [c.kind for c in changes].count("moved") == 1
    assert ("moved", (0,), (4,)) in kinds(changes)


def test_compare_calls_a_moved_paragraph_reworded_if_its_words_changed_too():
    later = passages(VICTIMS, RURAL, ROADS, YOUTH, BURGLARY.replace("doubled", "trebled"))
    (change,) = [c for c in compare(passages(*ALL), later) if c.earlier == (0,)]
    assert (change.kind, change.moved) == ("reworded", True)


def test_compare_finds_a_split():
    earlier = passages(BURGLARY, f"{VICTIMS} {RURAL}", ROADS)
    changes = compare(earlier, passages(BURGLARY, VICTIMS, RURAL, ROADS))
    assert ("split", (1,), (1, 2)) in kinds(changes)
    assert not any(c.words_changed for c in changes)


def test_compare_says_whether_words_changed_in_a_split():
    earlier = passages(BURGLARY, f"{VICTIMS} {RURAL}", ROADS)
    later = passages(BURGLARY, VICTIMS.replace("two", "five"), RURAL, ROADS)
    (change,) = [c for c in compare(earlier, later) if c.kind == "split"]
    assert change.words_changed


def test_compare_finds_a_merge():
    later = passages(BURGLARY, f"{VICTIMS} {RURAL}", ROADS)
    changes = compare(passages(BURGLARY, VICTIMS, RURAL, ROADS), later)
    assert ("merged", (1, 2), (1,)) in kinds(changes)


def test_compare_counts_a_renumbered_reference_as_the_same_words():
    earlier = passages(BURGLARY, VICTIMS, "Costs are set out in paragraph 2.")
    later = passages(BURGLARY, ROADS, VICTIMS, "Costs are set out in paragraph 3.")
    assert kinds(compare(earlier, later))[-1] == ("renumbered", (2,), (3,))


def test_compare_counts_a_reference_to_another_paragraph_as_other_words():
    earlier = passages(BURGLARY, VICTIMS, "Costs are set out in paragraph 2.")
    later = passages(BURGLARY, VICTIMS, "Costs are set out in paragraph 1.")
    assert kinds(compare(earlier, later))[-1] == ("reworded", (2,), (2,))


def test_compare_overlooks_typography_but_no_word_or_stop():
    earlier = passages("The panel's view - plainly put.", "It ends.")
    later = passages("The panel’s  view – plainly put.", "It ends?")
    assert [c.kind for c in compare(earlier, later)] == ["unchanged", "reworded"]


def test_compare_pairs_repeated_texts_by_where_they_stand():
    same = "Progress will be reported to the panel."
    earlier = passages(BURGLARY, same, VICTIMS, same, RURAL, same)
    later = passages(BURGLARY, same, ROADS, VICTIMS, same, RURAL, same)
    changes = compare(earlier, later)
    assert [(c.earlier, c.later) for c in changes if c.kind != "added"] == [
        ((0,), (0,)),
        ((1,), (1,)),
        ((2,), (3,)),
        ((3,), (4,)),
        ((4,), (5,)),
        ((5,), (6,)),
    ]


def test_compare_pairs_texts_that_are_all_the_same_in_order():
    changes = compare(passages("Same.", "Same.", "Same."), passages("Same.", "Same."))
    assert [c.kind for c in changes] == ["unchanged", "unchanged", "removed"]
    assert all(c.review for c in changes[:2])


def test_compare_finds_nothing_in_common_between_different_plans():
    changes = compare(passages(BURGLARY, VICTIMS), passages(ROADS, YOUTH))
    assert sorted(c.kind for c in changes) == ["added", "added", "removed", "removed"]


def test_compare_accepts_an_empty_version():
    assert compare([], []) == []
    assert [c.kind for c in compare(passages(*ALL), [])] == ["removed"] * 5
    assert [c.kind for c in compare([], passages(*ALL))] == ["added"] * 5


def test_compare_accepts_paragraphs_without_text():
    changes = compare(passages("", BURGLARY), passages("", BURGLARY))
    assert [c.kind for c in changes] == ["unchanged", "unchanged"]


def test_compare_keeps_what_an_officer_confirmed():
    earlier, later = passages(*ALL), passages(*ALL)
    changes = compare(earlier, later, confirmed=[((0,), (1,)), ((1,), ()), ((), (0,))])
    assert ("moved", (0,), (1,)) not in kinds(changes)
    by_earlier = {c.earlier: c for c in changes if c.earlier}
    assert by_earlier[(0,)].later == (1,)
    assert by_earlier[(0,)].confidence == 1
    assert not by_earlier[(0,)].review
    assert by_earlier[(1,)].kind == "removed"
    assert ("added", (), (0,)) in kinds(changes)


def test_compare_keeps_a_confirmed_split_and_adds_nothing_to_it():
    earlier = passages(f"{BURGLARY} {VICTIMS} {RURAL}", ROADS)
    later = passages(BURGLARY, VICTIMS, RURAL, ROADS)
    changes = compare(earlier, later, confirmed=[((0,), (0, 1))])
    assert ("split", (0,), (0, 1)) in kinds(changes)
    assert ("added", (), (2,)) in kinds(changes)


@pytest.mark.parametrize(
    "confirmed",
    [[((0,), (0,)), ((0,), (1,))], [((9,), (0,))], [((), ())], [((0,), (-1,))]],
)
def test_compare_refuses_confirmed_links_that_cannot_be(confirmed):
    with pytest.raises(ValueError, match="confirmed link"):
        compare(passages(*ALL), passages(*ALL), confirmed=confirmed)


def test_compare_asks_for_review_where_two_are_equally_like():
    earlier = passages("The team will meet farmers in the north each quarter to plan patrols.")
    later = passages(
        "The team will meet farmers in the east each quarter to plan patrols.",
        "The team will meet farmers in the west each quarter to plan patrols.",
    )
    assert any(c.review for c in compare(earlier, later))


TEXTS = st.lists(st.sampled_from([*ALL, "", "Same.", f"{VICTIMS} {RURAL}", VICTIMS[:40]]))


@given(earlier=TEXTS, later=TEXTS)
def test_compare_places_every_passage_in_exactly_one_change(earlier, later):
    old, new = passages(*earlier), passages(*later)
    changes = compare(old, new)
    assert sorted(i for c in changes for i in c.earlier) == list(range(len(old)))
    assert sorted(j for c in changes for j in c.later) == list(range(len(new)))
    assert all(0 <= c.confidence <= 1 for c in changes)
    assert changes == compare(old, new)


@given(texts=TEXTS)
def test_compare_finds_a_plan_unchanged_beside_itself(texts):
    changes = compare(passages(*texts), passages(*texts))
    assert kinds(changes) == [("unchanged", (n,), (n,)) for n in range(len(texts))]


@given(earlier=TEXTS, later=TEXTS)
def test_compare_finds_removed_what_is_added_the_other_way_round(earlier, later):
    old, new = passages(*earlier), passages(*later)
    there, back = compare(old, new), compare(new, old)
    assert {c.earlier for c in there if c.kind == "removed"} == {
        c.later for c in back if c.kind == "added"
    }
    assert links(there) == {(i, j) for j, i in links(back)}


@given(earlier=TEXTS, later=TEXTS, data=st.data())
def test_compare_never_links_what_was_set_apart(earlier, later, data):
    old, new = passages(*earlier), passages(*later)
    pairs = sorted(links(compare(old, new)))
    apart = data.draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    changes = compare(old, new, apart=apart)
    assert not links(changes) & apart
    assert sorted(i for c in changes for i in c.earlier) == list(range(len(old)))
    assert sorted(j for c in changes for j in c.later) == list(range(len(new)))


@given(earlier=TEXTS, later=TEXTS, data=st.data())
def test_compare_never_contradicts_what_was_confirmed(earlier, later, data):
    old, new = passages(*earlier), passages(*later)
    confirmed = data.draw(confirmations(len(old), len(new)))
    apart = data.draw(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5))))
    changes = compare(old, new, confirmed=confirmed, apart=apart)
    assert set(confirmed) <= {(c.earlier, c.later) for c in changes}
    assert sorted(i for c in changes for i in c.earlier) == list(range(len(old)))
    assert sorted(j for c in changes for j in c.later) == list(range(len(new)))


@st.composite
def confirmations(draw, old, new):
    groups = {}
    for side, size in enumerate((old, new)):
        for at in range(size):
            group = draw(st.integers(0, 5))
            if group:
                groups.setdefault(group, ([], []))[side].append(at)
    return [(tuple(before), tuple(after)) for before, after in groups.values()]


def test_compare_keeps_two_pieces_of_a_split_apart():
    earlier = passages(BURGLARY, f"{VICTIMS} {RURAL}", ROADS)
    later = passages(BURGLARY, VICTIMS, RURAL, ROADS)
    changes = compare(earlier, later, apart=[(1, 2)])
    assert (1, 2) not in links(changes)
    assert (1, 1) in links(changes)


def test_compare_tells_its_progress():
    told = []
    edited = revise("prose", 60, "heavy", 3)
    compare(edited.earlier, edited.later, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert all(0 <= share <= 1 for share in told)


def test_compare_reads_a_paragraph_of_fifty_thousand_characters():
    long = " ".join(passage.text for passage in revise("prose", 300).earlier)
    assert len(long) > 50_000
    earlier = [*revise("rules", 20).earlier, Passage("21", (), long)]
    later = [*earlier[:20], Passage("21", (), long + " A last sentence.")]
    assert compare(earlier, later)[-1].kind == "reworded"


def test_compare_finds_nothing_in_common_between_two_plans_in_the_same_phrases():
    earlier, later = (revise("rules", 150, "light", seed).earlier for seed in (1, 2))
    found = links(compare(earlier, later))
    # One set phrase is truly in both.
    assert len([1 for i, j in found if earlier[i].text != later[j].text]) <= 1


def test_compare_follows_the_references_of_a_plan_in_welsh():
    earlier = passages("Bydd y Comisiynydd yn cefnogi dioddefwyr.", "Gweler paragraff 1 am gostau.")
    later = passages(
        "Caiff y tîm gwledig chwe chwnstabl.",
        "Bydd y Comisiynydd yn cefnogi dioddefwyr.",
        "Gweler paragraff 2 am gostau.",
    )
    assert kinds(compare(earlier, later)) == [
        ("added", (), (0,)),
        ("renumbered", (0,), (1,)),
        ("renumbered", (1,), (2,)),
    ]


def test_compare_finds_a_rewording_in_welsh_through_its_mutations():
    offer = "Bydd pob plentyn yn y dref yn cael cynnig cymorth gan swyddog o fewn deuddydd."
    again = "Caiff pob plentyn yn y tref gynnig gymorth gan swyddog o fewn deuddydd."
    bridge, roads = "Caiff pont newydd ei chodi.", "Daw camerâu i ffordd yr arfordir."
    changes = compare(passages(offer, bridge, roads), passages(bridge, roads, again))
    assert ("reworded", (0,), (2,)) in kinds(changes)


def test_compare_reads_text_from_right_to_left():
    first = "תוכנית המשטרה תתמקד בתמיכה בקורבנות הפשע."
    second = "צוות הכפר יגדל בשישה שוטרים."
    third = "מצלמות המהירות יחזרו לכביש החוף לפני הקיץ."
    marked = f"\u200f{first}"
    changes = compare(passages(first, second), passages(third, marked, second + " תוך שנה אחת."))
    assert kinds(changes) == [
        ("added", (), (0,)),
        ("renumbered", (0,), (1,)),
        ("reworded", (1,), (2,)),
    ]


def test_compare_accepts_labels_that_occur_twice_and_none_at_all():
    twice = [Passage("1", (), text) for text in ALL]
    assert [c.kind for c in compare(twice, twice)] == ["unchanged"] * 5
    without = [Passage("", (), text) for text in ALL]
    later = [without[3], *without[:3], without[4]]
    assert [c.kind for c in compare(without, later)].count("moved") == 1


def test_compare_asks_for_review_where_a_repeated_text_moved_away():
    same = "Progress will be reported to the panel each quarter."
    earlier = passages(BURGLARY, same, VICTIMS, same, RURAL)
    later = [*passages(BURGLARY, same, VICTIMS, RURAL), Passage("9", ("Roads",), same)]
    (change,) = [c for c in compare(earlier, later) if c.later == (4,)]
    assert change.review
