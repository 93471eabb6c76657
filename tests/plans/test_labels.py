import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans import labels


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("46", "46"),
        ("46.", "46"),
        ("46(e)", "46(e)"),
        ("46.e", "46(e)"),
        ("46e", "46(e)"),
        ("46 (e)", "46(e)"),
        ("46(E)", "46(e)"),
        ("46(e)(iii)", "46(e)(iii)"),
        ("46 (e) (iii)", "46(e)(iii)"),
        ("44, item ix", "44(ix)"),
        ("54 F", "54 F"),
        ("54, section F", "54 F"),
        ("54 section f", "54 F"),
        ("Para 54, section F", "54 F"),
        ("paragraph 49.b", "49(b)"),
        ("4.3.4", "4.3.4"),
        ("4.3.4(b)", "4.3.4(b)"),
        ("§ 4.3", "4.3"),
        ("(e)", "(e)"),
        ("e)", "(e)"),
        ("iii.", "(iii)"),
        ("1456.", "1456"),
        ("46(aa)", "46(aa)"),
        ("A1", "A1"),
        ("A.1", "A1"),
        ("B12.3(a)", "B12.3(a)"),
        ("Paragraff 7", "7"),
        ("Foreword", "Foreword"),
        ("  Annex   A ", "Annex A"),
        ("page 27", "page 27"),
        ("13,250", "13,250"),
        ("46(never)", "46(never)"),
    ],
)
def test_label_has_one_form(written, kept):
    assert labels.normalise(written) == kept


@pytest.mark.parametrize(
    ("label", "parent"),
    [
        ("46(e)(iii)", "46(e)"),
        ("46(e)", "46"),
        ("54 F", "54"),
        ("54 F(ii)", "54 F"),
        ("4.3.4", "4.3"),
        ("46", ""),
        ("49.b", "49"),
        ("49.b(ii)", "49.b"),
        ("A1.2", "A1"),
        ("A1", ""),
        ("Foreword", ""),
    ],
)
def test_parent_is_one_step_up(label, parent):
    assert labels.parent(label) == parent


@pytest.mark.parametrize(
    ("written", "expanded"),
    [
        ("8-13", ("8", "9", "10", "11", "12", "13")),
        ("8 to 10", ("8", "9", "10")),
        ("8–10", ("8", "9", "10")),
        ("46(a)-(d)", ("46(a)", "46(b)", "46(c)", "46(d)")),
        ("46(a) to 46(c)", ("46(a)", "46(b)", "46(c)")),
        ("46(ii)-(iv)", ("46(ii)", "46(iii)", "46(iv)")),
        ("46(i)-(v)", ("46(i)", "46(ii)", "46(iii)", "46(iv)", "46(v)")),
        ("4.3.1-4.3.3", ("4.3.1", "4.3.2", "4.3.3")),
        ("A1-A3", ("A1", "A2", "A3")),
        ("A1-B3", ("A1", "B3")),
        ("46", ("46",)),
        ("Foreword", ("Foreword",)),
    ],
)
def test_range_is_written_out(written, expanded):
    assert labels.expand(written) == expanded


@pytest.mark.parametrize("written", ["13-8", "46(d)-(a)", "4.3.1-4.4.9", "46(a)-47(c)", "1-999"])
def test_range_that_is_none_gives_its_two_ends(written):
    assert len(labels.expand(written)) == 2


def test_labels_of_one_place_have_one_key():
    assert labels.key("54 F") == labels.key("54(f)") == labels.key("54.f")
    assert labels.key("49.b") == labels.key("49b") == labels.key("49(b)")
    assert labels.key("A.1") == labels.key("A1") != labels.key("1")
    assert labels.key("FOREWORD") == labels.key("Foreword")
    assert labels.key("4.3") != labels.key("43")


def test_child_is_built_from_what_a_list_prints():
    assert labels.child("46", "e)") == "46(e)"
    assert labels.child("46(e)", "(iii)") == "46(e)(iii)"


def test_labels_are_ordered_as_a_plan_orders_them():
    shuffled = [
        "A2",
        "A1",
        "54 F",
        "46(b)",
        "46",
        "4.10",
        "46(a)",
        "4.9",
        "9",
        "Foreword",
        "46(a)(ii)",
    ]
    assert sorted(shuffled, key=labels.sort_key) == [
        "Foreword", "4.9", "4.10", "9", "46", "46(a)", "46(a)(ii)", "46(b)", "54 F", "A1", "A2",
    ]  # fmt: skip


def test_romans_are_ordered_by_their_neighbours():
    assert labels.in_order(["7(v)", "7(i)", "7(ii)"]) == ["7(i)", "7(ii)", "7(v)"]
    assert labels.in_order(["7(i)", "7(h)", "7(j)"]) == ["7(h)", "7(i)", "7(j)"]


_LABELS = st.builds(
    lambda numbers, section, subs: str(labels.Label(tuple(numbers), section, tuple(subs))),
    st.lists(st.integers(1, 999), min_size=1, max_size=3),
    st.sampled_from(["", "A", "F"]),
    st.lists(st.sampled_from(["a", "e", "ii", "ix", "z", "4"]), max_size=2),
)


@given(_LABELS)
def test_normal_form_is_kept_and_has_its_parts(label):
    assert labels.normalise(label) == label
    assert labels.key(label)[0] == label.split(" ")[0].split("(")[0]
    above = labels.parent(label)
    assert above == "" or labels.sort_key(above) < labels.sort_key(label)


@given(st.integers(1, 400), st.integers(0, 60))
def test_range_has_both_ends_and_all_between(low, more):
    assert labels.expand(f"{low}-{low + more}") == tuple(
        str(number) for number in range(low, low + more + 1)
    )


@given(st.text(alphabet="0123456789.()ivxabF ,-–toPara§\u00a0é²", max_size=30))
def test_no_words_break_it(words):
    kept = labels.normalise(words)
    assert labels.normalise(kept) == kept or not labels.is_label(words)
    assert labels.expand(words)
    labels.parent(words)
    sorted([words, "46(e)", "Foreword"], key=labels.sort_key)
