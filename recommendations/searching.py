"""Finding recommendations by words: in what the panel said, and in what it was answered.

PostgreSQL looks the words up in two indexes: of the stems of words ("burglaries" finds "burglary")
and of the words as they are, by their beginning ("burglar" finds both). SQLite looks for the
letters anywhere in the texts. Every word must be found; a reference is found by any part of it.
"""

from collections.abc import Sequence

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import connection
from django.db.models import Q, QuerySet

SAID_IN = ("text", "suggested_wording", "theme", "owner")
ANSWERED_IN = ("text", "reason")
CONFIGS = ("english", "simple")
"""PostgreSQL's names for: the stems of words, and the words themselves."""

MOST_WORDS = 8
"""Each word of a search is one more condition on every row."""


def narrow(found: QuerySet, answers: QuerySet, words: str) -> QuerySet:
    """Those of the recommendations ``found`` that hold every one of ``words``, themselves or in
    one of the ``answers``; of many words the first few count."""
    for word in words.split()[:MOST_WORDS]:
        found = found.filter(_holds(word, found, answers))
    return found


def _holds(word: str, found: QuerySet, answers: QuerySet) -> Q:
    if connection.vendor != "postgresql" or not any(map(str.isalnum, word)):
        answering = answers.filter(anywhere(word, ANSWERED_IN)).values("recommendation")
        return anywhere(word, ("reference", *SAID_IN)) | Q(pk__in=answering)
    said = _indexed(found.model._default_manager.all(), SAID_IN, word).values("pk")
    answering = _indexed(answers, ANSWERED_IN, word).values("recommendation")
    return Q(reference__icontains=word) | Q(pk__in=said) | Q(pk__in=answering)


def anywhere(word: str, fields: Sequence[str]) -> Q:
    """That one of the fields has the letters of ``word`` in it."""
    either = Q()
    for field in fields:
        either |= Q(**{f"{field}__icontains": word})
    return either


def _indexed(found: QuerySet, fields: Sequence[str], word: str) -> QuerySet:
    """Those with a word that begins like ``word``, or has its stem."""
    quoted = word.replace("\\", "\\\\").replace("'", "''")
    either = Q()
    for config in CONFIGS:
        # As the migration has it, or the index is of no use.
        found = found.alias(**{f"in_{config}": SearchVector(*fields, config=config)})
        query = SearchQuery(f"'{quoted}':*", search_type="raw", config=config)
        either |= Q(**{f"in_{config}": query})
    return found.filter(either)
