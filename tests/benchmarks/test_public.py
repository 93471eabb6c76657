from benchmarks.public import asvs, process, servercert
from benchmarks.public.history import follow, step
from plans.comparison import Passage

LAMPS = "every quay is lit by lamps from dusk until dawn"
BOATS = "boat owners may have their engines marked at no cost"
SHEEP = "worrying of sheep is recorded as a crime of its own"
CADETS = "cadets may join at thirteen in all of the districts"


def test_step_follows_what_was_reworded_in_its_place():
    new = [LAMPS, BOATS.replace("at no cost", "free of charge"), SHEEP]
    assert step([LAMPS, BOATS, SHEEP], new) == {(0, 0), (1, 1), (2, 2)}


def test_step_follows_what_went_elsewhere():
    assert step([LAMPS, BOATS, SHEEP], [BOATS, SHEEP, LAMPS]) == {(0, 2), (1, 0), (2, 1)}


def test_step_follows_pieces():
    both = f"{LAMPS} and {BOATS}"
    assert step([both, SHEEP], [LAMPS, BOATS, SHEEP]) == {(0, 0), (0, 1), (1, 2)}
    assert step([LAMPS, BOATS, SHEEP], [both, SHEEP]) == {(0, 0), (1, 0), (2, 1)}


def test_step_finds_nothing_of_what_is_new_or_gone():
    assert step([LAMPS, BOATS], [LAMPS, CADETS, SHEEP]) == {(0, 0)}
    assert step([], [LAMPS]) == set()


def test_follow_tells_what_no_two_versions_tell():
    first = "one two three four five six seven eight"
    second = "one two three four five six nine ten"
    third = "one two three eleven twelve six nine ten"
    last = "thirteen two fourteen eleven twelve six nine ten"
    assert step([first, LAMPS], [last, LAMPS]) == {(1, 1)}
    versions = [[text, LAMPS] for text in (first, second, third, last)]
    assert follow(versions) == {(0, 0), (1, 1)}


def test_follow_finds_what_was_put_back():
    assert follow([[LAMPS, SHEEP], [LAMPS], [LAMPS, SHEEP]]) == {(0, 0), (1, 1)}


def test_mapping_is_read_by_its_verbs():
    mapping = (
        "---\nv4.0.3-1.1.1:\n  tag-v5.0.0: GRAMMAR, MOVED TO v5.0.0-2.1.1, SPLIT TO v5.0.0-2.1.2,\n"
        "    v5.0.0-2.1.3\nv4.0.3-1.1.2:\n  tag-v5.0.0: DELETED, COVERED BY v5.0.0-2.1.1\n"
        "v4.0.3-1.1.3:\n  tag-v5.0.0: DELETED, NOT IN SCOPE\n...\n"
    )
    earlier = [Passage(f"1.1.{n}", (), "") for n in (1, 2, 3)]
    later = [Passage(f"2.1.{n}", (), "") for n in (1, 2, 3)]
    assert asvs.mapped(mapping, earlier, later) == ({(0, 0), (0, 1), (0, 2)}, {(1, 0)})


def test_process_is_read_with_numbers():
    source = (
        "<pre class=metadata>\nTitle: x\n</pre>\n<h2 id=a>Groups</h2>\n\n\tOne <em>is</em> here."
        "\n\n"
        "<h3 id=b>\nChairs</h3>\n\n<ul>\n\t<li>First\n\t<li>Second\n</ul>\n<h2>End</h2>\n<p>Last"
    )
    assert process.passages(source) == [
        Passage("1.1", ("Groups",), "One is here."),
        Passage("1.1.1", ("Groups", "Chairs"), "First"),
        Passage("1.1.2", ("Groups", "Chairs"), "Second"),
        Passage("2.1", ("End",), "Last"),
    ]


def test_requirements_are_read_with_numbers():
    source = (
        "# 1. INTRODUCTION\n\n## 1.1 Overview\n\nThis is [bold](#a) and\n**strong**.\n\n"
        "- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n"
    )
    heading = ("INTRODUCTION", "Overview")
    assert [(p.label, p.heading, p.text) for p in servercert.passages(source)] == [
        ("1.1.1", heading, "This is bold and strong."),
        ("1.1.2", heading, "- one"),
        ("1.1.3", heading, "- two"),
        ("1.1.4", heading, "a b"),
        ("1.1.5", heading, "c d"),
    ]
