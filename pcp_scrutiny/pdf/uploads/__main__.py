"""``python -m pcp_scrutiny.pdf.uploads``: the process that ``apart`` starts."""

import json
import sys

from .apart import serve

serve(sys.argv[1], json.loads(sys.argv[2]))
