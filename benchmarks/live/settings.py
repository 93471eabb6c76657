"""The product's settings, with one bare view beside its pages to measure against."""

import os

os.environ.setdefault("DEMO", "1")

from pcp_scrutiny.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.live.urls"
