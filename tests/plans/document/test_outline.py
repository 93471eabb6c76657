"""The sections of a document, from the headings above each paragraph."""

from dataclasses import dataclass

from plans.document.outline import in_order, outline, under


@dataclass
class Text:
    words: str
    heading: tuple[str, ...]


def tree(sections):
    return [(s.title, [p.words for p in s.paragraphs], tree(s.sections)) for s in sections]


def test_outline_nests_sections():
    found = outline(
        [
            Text("a", ("Foreword",)),
            Text("b", ("Part 1", "Roads")),
            Text("c", ("Part 1", "Roads")),
            Text("d", ("Part 1", "Rivers")),
            Text("e", ("Part 2",)),
        ]
    )
    assert tree(found) == [
        ("Foreword", ["a"], []),
        ("Part 1", [], [("Roads", ["b", "c"], []), ("Rivers", ["d"], [])]),
        ("Part 2", ["e"], []),
    ]


def test_outline_keeps_text_before_the_first_heading():
    found = outline([Text("a", ()), Text("b", ()), Text("c", ("One",))])
    assert tree(found) == [("", ["a", "b"], []), ("One", ["c"], [])]


def test_outline_says_a_heading_again_when_the_text_returns_to_it():
    found = outline([Text("a", ("One",)), Text("b", ("One", "Two")), Text("c", ("One",))])
    assert tree(found) == [("One", ["a"], [("Two", ["b"], [])]), ("One", ["c"], [])]


def test_outline_returns_to_text_without_a_heading():
    found = outline([Text("a", ("One",)), Text("b", ())])
    assert tree(found) == [("One", ["a"], []), ("", ["b"], [])]


def test_outline_has_one_anchor_for_each_section_and_levels_from_two_to_six():
    deep = tuple("abcdefg")
    sections = list(in_order(outline([Text("x", deep), Text("y", ("z",))])))
    assert [s.level for s in sections] == [2, 3, 4, 5, 6, 6, 6, 2]
    assert len({s.anchor for s in sections}) == len(sections)


def test_outline_of_nothing_is_empty():
    assert outline([]) == []


def test_under_is_the_unbroken_run_below_the_same_headings():
    texts = [Text("a", ("One",)), Text("b", ("One", "x")), Text("c", ("Two",)), Text("d", ("One",))]
    assert [t.words for t in under(texts, texts[1], ("One",))] == ["a", "b"]
    assert [t.words for t in under(texts, texts[3], ("One",))] == ["d"]
    assert [t.words for t in under(texts, texts[1], ("One", "x"))] == ["b"]
