from pcp_scrutiny.documents import Block
from plans.reading import read_plan

from .samples import cell, labelled, labels, word


def test_read_plan_reads_automatic_numbering_and_styled_headings():
    plan = read_plan(
        word(
            Block("Northmoor Plan", "heading", 1),
            Block("Foreword", "heading", 2),
            Block("Welcome.", page=1),
            Block("Priorities", "heading", 2, label="1."),
            Block("We will act on:", "item", 1, label="46.", page=2),
            Block("burglary;", "item", 2, label="(a)"),
            Block("fraud:", "item", 2, label="(b)"),
            Block("online", "item", 3, label="(i)"),
            Block("by post", "item", 3, label="(ii)"),
            Block("and scams", "item", 2, label="•"),
            Block("We count:", "item", 1, label="47."),
            Block("calls", "item", 2, label="1."),
            Block("visits", "item", 2, label="2."),
            title="Northmoor Plan",
        )
    )
    assert plan.title == "Northmoor Plan"
    assert [(p.label, p.heading) for p in plan.paragraphs] == [
        ("", ("Foreword",)),
        *(
            (label, ("1. Priorities",))
            for label in ("46", "46(a)", "46(b)", "46(b)(i)", "46(b)(ii)", "47", "47(1)", "47(2)")
        ),
    ]
    assert [p.page for p in plan.paragraphs][:2] == [1, 2]
    assert labelled(plan)["46(b)(ii)"] == "by post\n• and scams"
    assert plan.problems == ()


def test_read_plan_reads_manual_numbers_under_styled_headings():
    plan = read_plan(
        word(
            Block("Roads", "heading", 1),
            Block("1.\tSpeed kills."),
            Block("2.\tCameras return."),
            Block("A bold line", bold=True),
            Block("3.\tRoads are mended."),
            Block("Farms", "heading", 1),
            Block("4.\tFarms are visited."),
        )
    )
    assert [(p.label, p.heading) for p in plan.paragraphs] == [
        ("1", ("Roads",)),
        ("2", ("Roads",)),
        ("3", ("Roads", "A bold line")),
        ("4", ("Farms",)),
    ]


def test_read_plan_reads_a_paragraph_set_in_a_heading_s_style():
    long = "The Commissioner will see to it that every call is answered, " * 4 + "always."
    plan = read_plan(
        word(Block("Calls", "heading", 1), Block(long, "heading", 2, label="1."), Block("2. End."))
    )
    assert labels(plan) == ["1", "2"]


def test_read_plan_keeps_a_table_s_rows_with_the_paragraph_above():
    plan = read_plan(
        word(
            Block("1. Costs are as follows."),
            cell("Year", 1, 1),
            cell("Cost", 1, 2),
            cell("2021", 2, 1),
            cell("£5m", 2, 2),
            Block("2. End."),
        )
    )
    assert labelled(plan)["1"] == "Costs are as follows.\nYear | Cost\n2021 | £5m"


def test_read_plan_reads_a_plan_laid_out_as_a_table():
    plan = read_plan(
        word(
            cell("1.", 1, 1),
            cell("Speed kills.", 1, 2),
            cell("2.", 2, 1),
            cell("Cameras return.", 2, 2),
        )
    )
    assert labelled(plan) == {"1": "Speed kills.", "2": "Cameras return."}
