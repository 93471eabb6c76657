"""How many of each edit are made per 100 paragraphs.

An edit's name says what it is and what is done at the same time: "reworded" lightly, "heavily"
(said otherwise throughout, shortened or extended), "extended" by new sentences, "moved" far away.
"""

RECIPES: dict[str, dict[str, float]] = {
    # What a careful editor does between two drafts; nothing is said in altogether other words.
    "light": {
        "split": 3,
        "split reworded": 1,
        "split moved": 1,
        "merge": 3,
        "merge reworded": 1,
        "merge moved": 0.5,
        "move block": 0.5,
        "move": 3,
        "move reworded": 2,
        "reword": 12,
        "delete": 4,
        "insert alike": 2,
        "insert": 4,
    },
    # With many said in other words.
    "heavy": {
        "split": 1,
        "split heavily": 2,
        "split extended": 1,
        "split moved heavily": 0.5,
        "merge": 1,
        "merge heavily": 2,
        "merge extended": 1,
        "merge moved heavily": 0.5,
        "move block": 0.5,
        "move": 1,
        "move heavily": 2,
        "reword": 6,
        "reword heavily": 12,
        "delete": 4,
        "insert alike": 2,
        "insert": 4,
    },
    # Nothing but new numbers, through two insertions.
    "numbers": {"insert": 0.67},
}
