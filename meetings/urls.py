"""Pages of the meetings app."""

from django.urls import path

from .views import agenda, meetings, minutes, packs

app_name = "meetings"
urlpatterns = [
    path("", meetings.meeting_list, name="list"),
    path("add/", meetings.add_meeting, name="add"),
    path("<int:pk>/", meetings.meeting, name="detail"),
    path("<int:pk>/edit/", meetings.edit_meeting, name="edit"),
    path("<int:pk>/agenda/publish/", meetings.publish_agenda, name="publish_agenda"),
    # Who was there
    path("<int:pk>/attendance/", meetings.attendance, name="attendance"),
    path("<int:pk>/attendance/add/", meetings.add_attendance, name="add_attendance"),
    path("attendance/<int:pk>/delete/", meetings.delete_attendance, name="delete_attendance"),
    # The agenda
    path("<int:pk>/items/add/", agenda.add_item, name="add_item"),
    path("items/<int:pk>/edit/", agenda.edit_item, name="edit_item"),
    path("items/<int:pk>/move/", agenda.move_item, name="move_item"),
    path("items/<int:pk>/delete/", agenda.delete_item, name="delete_item"),
    path("items/<int:pk>/papers/add/", agenda.add_paper, name="add_paper"),
    path("papers/<int:pk>/", agenda.paper, name="paper"),
    path("papers/<int:pk>/edit/", agenda.edit_paper, name="edit_paper"),
    path("papers/<int:pk>/delete/", agenda.delete_paper, name="delete_paper"),
    # The minutes
    path("<int:pk>/minutes/", minutes.minutes, name="minutes"),
    path("<int:pk>/minutes.pdf", minutes.minutes_pdf, name="minutes_pdf"),
    path("<int:pk>/minutes/finish/", minutes.finish, name="finish"),
    path("<int:pk>/minutes/approve/", minutes.approve_minutes, name="approve_minutes"),
    path("items/<int:pk>/entries/add/", minutes.add_entry, name="add_entry"),
    path("entries/<int:pk>/edit/", minutes.edit_entry, name="edit_entry"),
    path("entries/<int:pk>/delete/", minutes.delete_entry, name="delete_entry"),
    # Packs
    path("<int:pk>/packs/make/", packs.make_pack, name="make_pack"),
    path("packs/<int:pk>/", packs.pack, name="pack"),
    path("packs/<int:pk>/file/", packs.pack_file, name="pack_file"),
]
