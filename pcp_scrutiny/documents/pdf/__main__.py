"""``python -m pcp_scrutiny.documents.pdf``: the process that ``apart`` starts."""

from .apart import serve

serve()
