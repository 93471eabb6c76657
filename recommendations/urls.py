"""Pages of the register, of letters, and of outcomes."""

from django.urls import path

from .views import assessing, letters, outcomes, recommendation, register, sending

app_name = "recommendations"
urlpatterns = [
    path("", register.register, name="list"),
    path("<int:pk>/", recommendation.detail, name="detail"),
    path("<int:pk>/edit/", recommendation.edit, name="edit"),
    path("<int:pk>/judgement/", recommendation.judge, name="judge"),
    path("<int:recommendation>/assessments/<int:version>/", assessing.assess, name="assess"),
    path("items/<int:pk>/add/", recommendation.add, name="add"),
    path("send/", sending.send_others, name="send_others"),
    path("versions/<int:pk>/send/", sending.send, name="send"),
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
