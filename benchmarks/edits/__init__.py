"""Made-up plans and edits to them, for tests and benchmarks alike.

    edited = revise("prose", 300, "heavy", seed=1)
    result = score(edited, compare(edited.earlier, edited.later))

``texts`` writes a plan from phrases (``words``, ``topics``, ``terms``, ``particulars``) as
statements that can be said in other words (``sorts``, ``statements``, ``rewording``); ``editing``
revises it by a recipe (``recipes``), or several times over (``drafts``); ``labelling`` numbers both
versions and writes down what became of what; ``scoring`` says how much of that was found.
"""

from .editing import Edited, drafts, revise
from .recipes import RECIPES
from .scoring import Score, links, score
from .texts import STYLES

__all__ = ["RECIPES", "STYLES", "Edited", "Score", "drafts", "links", "revise", "score"]
