from pcp_scrutiny.documents import Block, Document
from plans.reading import read_plan

from .samples import labels, text, unsure


def test_read_plan_takes_numbered_headings_for_headings():
    plan = read_plan(
        text(
            "4 Our priorities\n\n4.1 Keeping people safe\n\n4.1.1 Calls are answered.\n\n"
            "4.1.2 Doors are opened.\n\n4.2 Partnership working\n\nPartners meet.\n\n"
            "4.2.1 A team is set up."
        )
    )
    assert [(p.label, p.heading) for p in plan.paragraphs] == [
        ("4.1.1", ("4 Our priorities", "4.1 Keeping people safe")),
        ("4.1.2", ("4 Our priorities", "4.1 Keeping people safe")),
        ("", ("4 Our priorities", "4.2 Partnership working")),
        ("4.2.1", ("4 Our priorities", "4.2 Partnership working")),
    ]
    assert not unsure(plan)


def test_read_plan_tells_numbered_headings_from_paragraphs_numbered_throughout():
    plan = read_plan(
        text("16. One is said.\n\n17. Two is said.\n\n4. Priorities\n\n18. Three is said.")
    )
    assert labels(plan) == ["16", "17", "18"]
    assert plan.paragraphs[-1].heading == ("4. Priorities",)


def test_read_plan_takes_short_paragraphs_for_paragraphs():
    plan = read_plan(text("1. Safe streets\n2. Fair treatment\n3. A longer sentence ends here."))
    assert labels(plan) == ["1", "2", "3"]


def test_read_plan_leaves_out_the_contents_and_running_headers():
    page = "NORTHMOOR PLAN - Northmoor Police\n\n{}\n\n"
    plan = read_plan(
        text(
            "Northmoor Plan\n\nContents\n\nForeword ........ 2\n\nOur aims    3\n\n"
            + page.format(2)
            + "Foreword\n\nWelcome to this plan of ours.\n\n"
            + page.format(3)
            + "Our Aims\n\n1. To be safe.\n\n"
            + page.format(4)
            + "2. To be fair."
        )
    )
    assert [(p.heading[-1:], p.label, p.text) for p in plan.paragraphs] == [
        (("Foreword",), "", "Welcome to this plan of ours."),
        (("Our Aims",), "1", "To be safe."),
        (("Our Aims",), "2", "To be fair."),
    ]


def test_read_plan_keeps_a_heading_that_each_theme_repeats():
    part = "{}\n\nWhat We Will Do\n\n{}. We will act on it.\n\n"
    plan = read_plan(text("".join(part.format(t, n) for n, t in enumerate(("ROADS", "FARMS"), 1))))
    assert [p.heading for p in plan.paragraphs] == [
        ("ROADS", "What We Will Do"),
        ("FARMS", "What We Will Do"),
    ]


def test_read_plan_joins_a_sentence_that_a_page_s_end_cut():
    pages = (Block("We promise safety;", page=1), Block("fairness; and trust.", page=2))
    plan = read_plan(Document("", "application/pdf", (*pages, Block("We end here.", page=2))))
    assert [(p.page, p.text) for p in plan.paragraphs] == [
        (1, "We promise safety; fairness; and trust."),
        (2, "We end here."),
    ]
