"""Agenda packs that are made up, and what else could make them (packs.py)."""
