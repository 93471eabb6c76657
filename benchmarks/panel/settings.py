"""The product's settings, with Django's admin added to measure against."""

import os

os.environ.setdefault("DEMO", "1")

from pcp_scrutiny.settings import *  # noqa: F403
from pcp_scrutiny.settings import INSTALLED_APPS as OWN

INSTALLED_APPS = [*OWN, "django.contrib.admin.apps.SimpleAdminConfig"]
ROOT_URLCONF = "benchmarks.panel.urls"
