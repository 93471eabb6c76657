"""The environment of the tests, set before Django reads its settings."""

import os

os.environ.setdefault("DEMO", "1")
