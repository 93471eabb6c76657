"""Proposing outcomes (being written)."""


def propose(version, *, by):
    return []
