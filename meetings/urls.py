"""Pages of the meetings app."""

from django.urls import path

from .views import (
    agenda,
    approving,
    arranging,
    attendance,
    calendar,
    declaring,
    doing,
    entries,
    excluding,
    life,
    meetings,
    members,
    minuted,
    packs,
    reading,
    standing,
    taking,
    taking_wire,
)

app_name = "meetings"
urlpatterns = [
    path("", calendar.meeting_list, name="list"),
    path("calendar/<int:year>/", calendar.year, name="year"),
    path("calendar/<int:year>/<int:month>/", calendar.month, name="month"),
    path("add/", meetings.add_meeting, name="add"),
    path("<int:pk>/", meetings.meeting, name="detail"),
    path("<int:pk>/edit/", meetings.edit_meeting, name="edit"),
    path("<int:pk>/agenda/publish/", meetings.publish_agenda, name="publish_agenda"),
    path("<int:pk>/begin/", life.begin, name="begin"),
    path("<int:pk>/close/", life.close, name="close"),
    # Who was there
    path("<int:pk>/attendance/", attendance.attendance, name="attendance"),
    path("<int:pk>/attendance/add/", attendance.add_attendance, name="add_attendance"),
    path("attendance/<int:pk>/edit/", attendance.edit_attendance, name="edit_attendance"),
    path("attendance/<int:pk>/delete/", attendance.delete_attendance, name="delete_attendance"),
    path("<int:pk>/declarations/add/", declaring.add_declaration, name="add_declaration"),
    path("declarations/<int:pk>/edit/", declaring.edit_declaration, name="edit_declaration"),
    path("declarations/<int:pk>/delete/", declaring.delete_declaration, name="delete_declaration"),
    # The members of the panel
    path("members/", members.member_list, name="members"),
    path("members/add/", members.add_member, name="add_member"),
    path("members/<int:pk>/edit/", members.edit_member, name="edit_member"),
    # The agenda
    path("<int:pk>/agenda.pdf", packs.agenda_pdf, name="agenda_pdf"),
    path("<int:pk>/agenda/arrange/", arranging.arrange_agenda, name="arrange_agenda"),
    path("<int:pk>/agenda/standing/", standing.standing_items, name="standing_items"),
    path("<int:pk>/agenda/standing/minutes/", standing.date_minutes, name="date_minutes"),
    path(
        "<int:pk>/agenda/standing/copy/", standing.copy_standing_items, name="copy_standing_items"
    ),
    path("<int:pk>/items/add/", agenda.add_item, name="add_item"),
    path("items/<int:pk>/edit/", agenda.edit_item, name="edit_item"),
    path("items/<int:pk>/move/", arranging.move_item, name="move_item"),
    path("items/<int:pk>/delete/", agenda.delete_item, name="delete_item"),
    path("items/<int:pk>/papers/add/", agenda.add_paper, name="add_paper"),
    path("papers/<int:pk>/", agenda.paper, name="paper"),
    path("papers/<int:pk>/edit/", agenda.edit_paper, name="edit_paper"),
    path("papers/<int:pk>/delete/", agenda.delete_paper, name="delete_paper"),
    # The minutes
    path("read/", reading.bring_in, name="bring_in"),
    path("read/check/", reading.check_read, name="check_read"),
    path("<int:pk>/minutes/take/", taking.take, name="take"),
    path("<int:pk>/minutes/take/save/", taking_wire.save, name="take_save"),
    path("<int:pk>/minutes/take/since/", taking_wire.since, name="take_since"),
    path("<int:pk>/minutes/", minuted.read_minutes, name="minutes"),
    path("<int:pk>/minutes.pdf", minuted.minutes_pdf, name="minutes_pdf"),
    path("<int:pk>/minutes.docx", minuted.minutes_word, name="minutes_word"),
    path("<int:pk>/minutes/number/", minuted.first_number, name="first_number"),
    path("items/<int:pk>/summary/", minuted.write_summary, name="summary"),
    path("<int:pk>/minutes/finish/", life.finish, name="finish"),
    path("<int:pk>/minutes/reopen/", life.reopen, name="reopen"),
    path("<int:pk>/minutes/approve/", approving.approve_minutes, name="approve_minutes"),
    path("<int:pk>/minutes/correct/", approving.correct_minutes, name="correct_minutes"),
    path("items/<int:pk>/entries/add/", entries.add_entry, name="add_entry"),
    path("entries/<int:pk>/edit/", entries.edit_entry, name="edit_entry"),
    path("entries/<int:pk>/delete/", entries.delete_entry, name="delete_entry"),
    path("items/<int:pk>/exclude/", excluding.exclude, name="exclude"),
    path("items/<int:pk>/readmit/", excluding.readmit, name="readmit"),
    path("entries/<int:pk>/exclusion/", excluding.exclusion, name="exclusion"),
    # What people are to do
    path("actions/", doing.action_list, name="actions"),
    path("actions/<int:pk>/edit/", doing.edit_action, name="edit_action"),
    path("actions/<int:pk>/complete/", doing.complete_action, name="complete_action"),
    # Packs
    path("<int:pk>/packs/make/", packs.make_pack, name="make_pack"),
    path("packs/<int:pk>/", packs.pack, name="pack"),
    path("packs/<int:pk>/file/", packs.pack_file, name="pack_file"),
]
