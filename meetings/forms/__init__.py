"""The forms of meetings, in GOV.UK's wording."""

from .agenda import ItemForm, MeetingForm, PaperForm, PublicationForm
from .attendance import AttendanceForm, MembersForm
from .minutes import ApprovalForm, EntryForm

__all__ = [
    "ApprovalForm",
    "AttendanceForm",
    "EntryForm",
    "ItemForm",
    "MeetingForm",
    "MembersForm",
    "PaperForm",
    "PublicationForm",
]
