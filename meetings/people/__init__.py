"""Those at a meeting: who came and went, whether they were enough, what they declared."""
