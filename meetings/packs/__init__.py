"""The agenda pack of a meeting, for the public and in full, and its minutes, as PDFs.

``plan`` reads the record, ``make`` makes the pack. The public pack is made from a public view of
the records, not out of the full one: that gives it the numbers of its pages and nothing else.
"""

from .contents import read
from .digests import digest_now, is_out_of_date, out_of_date
from .fragments import OF_A_MEETING, PAPER_HEADINGS, build_minutes, link_minutes
from .making import Made, Progress, make
from .planning import Plan, plan
from .refusals import Cancelled, CannotMake, Failed, Leaked
from .single import file_name, make_agenda, make_minutes
from .standing import Standing, standing
from .supplements import next_supplement

__all__ = [
    "OF_A_MEETING",
    "PAPER_HEADINGS",
    "Cancelled",
    "CannotMake",
    "Failed",
    "Leaked",
    "Made",
    "Plan",
    "Progress",
    "Standing",
    "build_minutes",
    "digest_now",
    "file_name",
    "is_out_of_date",
    "link_minutes",
    "make",
    "make_agenda",
    "make_minutes",
    "next_supplement",
    "out_of_date",
    "plan",
    "read",
    "standing",
]
