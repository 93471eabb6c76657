"""Pages of the register, of letters, and of outcomes."""

from django.urls import path

from .views import letters, outcomes, register

app_name = "recommendations"
urlpatterns = [
    path("", register.register, name="list"),
    path("<int:pk>/", register.detail, name="detail"),
    path("<int:pk>/edit/", register.edit, name="edit"),
    path("<int:pk>/judgement/", register.judge, name="judge"),
    path("<int:recommendation>/assessments/<int:version>/", register.assess, name="assess"),
    path("items/<int:pk>/add/", register.add, name="add"),
    path("send/", register.send_others, name="send_others"),
    path("versions/<int:pk>/send/", register.send, name="send"),
    path("versions/<int:pk>/outcomes/", outcomes.outcomes, name="outcomes"),
    path("versions/<int:pk>/outcomes/propose/", outcomes.propose, name="propose"),
    path("outcomes/<int:pk>/confirm/", outcomes.confirm, name="confirm_outcome"),
    path("outcomes/<int:pk>/reject/", outcomes.reject, name="reject_outcome"),
    path("letters/", letters.letters, name="letters"),
    path("letters/add/", letters.add, name="add_letter"),
    path("letters/read/", letters.review, name="review_letter"),
    path("letters/<int:pk>/", letters.letter, name="letter"),
    path("letters/<int:pk>/edit/", letters.edit, name="edit_letter"),
    path("letters/<int:pk>/source/", letters.source, name="letter_source"),
    path("responses/<int:pk>/edit/", letters.edit_response, name="edit_response"),
]
