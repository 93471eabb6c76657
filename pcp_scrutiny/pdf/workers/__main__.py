"""``python -m pcp_scrutiny.pdf.workers FD FD FOLDERS``: the process that ``pool`` starts."""

import json
import logging
import os
import sys
from multiprocessing.connection import Connection

from django.conf import settings

from .child import serve

# Static files are all that printing asks Django for.
settings.configure(
    STATICFILES_DIRS=json.loads(sys.argv[3]),
    STATICFILES_FINDERS=["django.contrib.staticfiles.finders.FileSystemFinder"],
    USE_TZ=True,
)
logging.basicConfig()
# What is printed by mistake must not get between the answers.
os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
serve(Connection(int(sys.argv[1])), Connection(int(sys.argv[2])))
