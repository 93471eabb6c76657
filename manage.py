#!/usr/bin/env python
"""Django's command line for PCP Scrutiny."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

# These read a file and print what they read: they need no database and no secrets, so they
# run on any machine without a deployment's environment.
NEEDS_NO_DEPLOYMENT = {"read_letter", "read_minutes", "read_plan", "compare_plans"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pcp_scrutiny.settings")
    if NEEDS_NO_DEPLOYMENT.intersection(sys.argv[1:2]):
        os.environ.setdefault("DEMO", "1")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as missing:
        sys.exit(str(missing))


if __name__ == "__main__":
    main()
