"""The environment of the tests, set before Django reads its settings."""

import os

from hypothesis import settings

os.environ.setdefault("DEMO", "1")

# Every run tries the same examples, so that a run fails for what was changed and nothing else;
# HYPOTHESIS_PROFILE=searching looks for new ones. A slow machine is no failure.
settings.register_profile("steady", derandomize=True, max_examples=40, deadline=None)
settings.register_profile("searching", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
