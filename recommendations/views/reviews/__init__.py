"""Views of scrutiny reviews, by what they are about."""
